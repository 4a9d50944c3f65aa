const CHINESE: Readonly<Record<string, string>> = { 一: '1', 二: '2', 两: '2', 兩: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9', 十: '10' };
const KOREAN: Readonly<Record<string, string>> = { 첫: '1', 두: '2', 세: '3', 네: '4' };
const ENGLISH: Readonly<Record<string, string>> = {
  one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10', twelve: '12', second: '2nd', third: '3rd', fourth: '4th', fifth: '5th',
};
/** Ordinals and small numbers of other languages, as those who shorten them write them. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ...'zweite zweiten zweiter zweites'.split(' ').map((word) => [word, '2.'] as const), ...'dritte dritten dritter drittes'.split(' ').map((word) => [word, '3.'] as const),
  ...'deuxième tweede'.split(' ').map((word) => [word, '2e'] as const), ...'troisième derde'.split(' ').map((word) => [word, '3e'] as const),
  ...'segunda segundo seconda secondo'.split(' ').map((word) => [word, '2a'] as const), ...'tercera tercero tercer terza terzo terceira terceiro'.split(' ').map((word) => [word, '3a'] as const),
  ...'andra'.split(' ').map((word) => [word, '2:a'] as const), ...'tredje'.split(' ').map((word) => [word, '3:e'] as const), ...'anden druhý druhá druhé'.split(' ').map((word) => [word, '2.'] as const),
  ...'вторая второй второе вторую'.split(' ').map((word) => [word, '2-я'] as const), ...'третья третий третью'.split(' ').map((word) => [word, '3-я'] as const),
  ...'druga drugi drugą drugie'.split(' ').map((word) => [word, '2.'] as const), ...'trzecia trzeci trzecią trzecie'.split(' ').map((word) => [word, '3.'] as const),
  ...'zwei deux twee dwa dwie'.split(' ').map((word) => [word, '2'] as const), ...'drei trois tres três drie trzy'.split(' ').map((word) => [word, '3'] as const),
  ...'vier quatre cuatro quattro quatro cztery'.split(' ').map((word) => [word, '4'] as const),
]);
const ELSEWHERE_WORDS = new RegExp(`(?<!\\p{L})(?:${[...ELSEWHERE.keys()].join('|')})(?!\\p{L})`, 'giu');
/** A code may be called TEN. */
const WORDS = /(?<!code:? {0,2}"?)\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|second|third|fourth|fifth)\b/gi;
/** "half price", "half off", "at half the price": 50% off. */
const HALF = /\b(?:at )?(?:half|1\/2)[- ](?:the )?(?:price|off)\b/gi;

/** "1/3 off", "save a third", "2/3 off", "a quarter off". */
const THIRD_SAVED = /\bsave (?:up to )?(?:1\/3|(?:a|one)[- ]third)\b/gi;
const THIRD = /(?<![\d/])(?:1\/3|\b(?:a|one)[- ]third) (?=off\b)/gi;
const TWO_THIRDS = /(?<![\d/])(?:2\/3|\btwo[- ]thirds) (?=off\b)/gi;
const QUARTER = /(?<![\d/])(?:1\/4|\b(?:a|one)[- ]quarter) (?=off\b)/gi;
/** Turkish shops write the sign before the number: %20. */
const SIGN_FIRST = /%(\d{1,2})(?![\d%])/g;

/** A comma between digits that groups no thousands ends a part of the label: 满300减50,2件9折. */
const CLAUSE_COMMA = /(\d),(?=(?:\d{1,2}|\d{4,})(?!\d))/g;

/** Numbers that a label spells out as digits: 第二件 as 第2件, "buy one get one" as "buy 1 get 1"; 劵 and 卷 as 券. */
export function digitsForWords(text: string, language: 'zh' | 'ja' | 'ko' | 'other'): string {
  if (language === 'other') {
    return text.replace(HALF, '50% off').replace(THIRD_SAVED, '33.33% off').replace(TWO_THIRDS, '66.67% ').replace(THIRD, '33.33% ').replace(QUARTER, '25% ').replace(SIGN_FIRST, '$1%').replace(/\bw\/ ?/gi, 'with ').replace(/(\d) ?(?:percent|per cent|pct)\b/gi, '$1%')
      .replace(/\b(second|third|fourth|2nd|3rd|4th) one\b/gi, '$1 item').replace(WORDS, (word) => ENGLISH[word.toLowerCase()] ?? word)
      .replace(ELSEWHERE_WORDS, (word) => ELSEWHERE.get(word.toLowerCase()) ?? word);
  }
  if (language === 'ko') return text.replace(/[첫두세네](?=\s?번째)/g, (word) => KOREAN[word] ?? word).replace(/[하한](?=\s?개)/g, '1').replace(/두(?=\s?개)/g, '2').replace(/세(?=\s?개)/g, '3');
  return (language === 'zh' ? simplified(text) : text).replace(CLAUSE_COMMA, '$1, ').replace(/劵|卷(?!发|尺|纸|心|帘)/g, '券').replace(/塊/g, '块').replace(/┊|丨|｜/g, ' ').replace(INSIDE, '').replace(/(\d)块(\d)(?![\d折件])/g, '$1.$2元')
    .replace(/[一二三四五六七八九]{2}(?=折)/g, (pair) => pair.replace(/./g, (one) => CHINESE[one] ?? one))
    .replace(/(?<=[第买送付赠得发满选拍购减限免]) ?[一二两兩三四五六七八九十](?![\u4e00-\u9fff]*(?:代|级|次性))|[一二两兩三四五六七八九十](?=[件个瓶箱盒份支双条袋组套包折期点個つ])/g, (numeral) => CHINESE[numeral.trim()] ?? numeral);
}

/** A blank within a rule, not between two: `满 1000 减 100 元`, `支持 24 期免息`. A rule ends with what is paid, counted or got. */
const INSIDE = /(?<=[\u4e00-\u9fff])(?<![折元件个瓶箱盒份双条袋组套包券期息邮价送赠费场品店日月号点半赏区]) (?=[\d¥])|(?<=\d) (?=[减元折件享打个瓶箱盒份双条袋组套包期名人张点%])/g;

const LONG = '滿減買贈單個額價優會員購馬雙條組點領現無門檻紅貨運費免時間限秒殺館選還補貼禮賣顆組裝項營業業齊過網饋數';
const SHORT = '满减买赠单个额价优会员购马双条组点领现无门槛红货运费免时间限秒杀馆选还补贴礼卖颗组装项营业业齐过网馈数';
const SIMPLE: ReadonlyMap<string, string> = new Map(Array.from(LONG, (long, index) => [long, SHORT.charAt(index)]));

/** Long characters as short ones, as far as promotions use them; Taiwan's 免運, 全館 and 折抵 as the mainland says it. */
function simplified(text: string): string {
  return text.replace(/[\u4e00-\u9fff]/g, (one) => SIMPLE.get(one) ?? one).replace(/满千/g, '满1000').replace(/满百/g, '满100').replace(/满额(?=\d)/g, '满').replace(/折百/g, '减100').replace(/(满\d+元?)折(?=\d+(?![\d.]*折))/g, '$1立减')
    .replace(/免运(?!费)/g, '包邮').replace(/全馆/g, '全场').replace(/现折|折抵|折价|折(?=\d+ ?元)/g, '立减');
}
