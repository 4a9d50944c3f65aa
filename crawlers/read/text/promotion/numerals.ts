const CHINESE: Readonly<Record<string, string>> = { 一: '1', 二: '2', 两: '2', 兩: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9', 十: '10' };
const ENGLISH: Readonly<Record<string, string>> = {
  one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10', twelve: '12', second: '2nd', third: '3rd', fourth: '4th', fifth: '5th',
};
const WORDS = /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|second|third|fourth|fifth)\b/gi;
/** "half price", "half off", "at half the price": 50% off. */
const HALF = /\b(?:at )?half[- ](?:the )?(?:price|off)\b/gi;

/** Numbers that a label spells out as digits: 第二件 as 第2件, "buy one get one" as "buy 1 get 1"; 劵 and 卷 as 券. */
export function digitsForWords(text: string, language: 'zh' | 'ja' | 'other'): string {
  if (language === 'other') {
    return text.replace(HALF, '50% off').replace(/\bw\/ ?/gi, 'with ').replace(/(\d) ?(?:percent|per cent|pct)\b/gi, '$1%')
    .replace(/\b(second|third|fourth|2nd|3rd|4th) one\b/gi, '$1 item').replace(WORDS, (word) => ENGLISH[word.toLowerCase()] ?? word);
  }
  return text.replace(/劵|卷(?!发|尺|纸|心|帘)/g, '券').replace(/塊/g, '块').replace(/┊|丨|｜/g, ' ')
    .replace(/[一二三四五六七八九]{2}(?=折)/g, (pair) => pair.replace(/./g, (one) => CHINESE[one] ?? one))
    .replace(/(?<=[第买送付赠得发满选拍购减限免]) ?[一二两兩三四五六七八九十](?![\u4e00-\u9fff]*(?:代|级|次性))|[一二两兩三四五六七八九十](?=[件个瓶箱盒份支双条袋组套包折期点個つ])/g, (numeral) => CHINESE[numeral.trim()] ?? numeral);
}
