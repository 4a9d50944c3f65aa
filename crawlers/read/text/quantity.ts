const NUMBER = '(\\d{1,3}(?:[.,]\\d{3})+|\\d{1,6})';
const PIECES = '(?:pieces?|pcs|items?|units?|copies|stück|stk|st|articles?|exemplaires?|pièces?|unidades?|uds|artículos?|peças?|pezzi|pz|szt(?:uk[ai]?)?|stuks?|ks|kpl|db|buc|шт|adet)\\.?';
/** What stands in front of a number that counts pieces: nothing, a sign, or a word that says how few; else it may be a model or a size. */
const ALONE = '(?:^|[(:,;|–-]\\s?|(?<!\\p{L})(?:only|just|still|noch|nur|reste|seulement|solo|s[oó]lo|solamente|apenas|tylko|jeszcze|maar|slechts|nog|bara|endast|kun|vain|len|už jen|csak|doar|всего|sadece) )';
/** What a count ends with. */
const END = '(?=\\s?(?:$|[).,;!|/–-]|in (?:stock|store)|at |for |now|only|left|sofort|en stock|na stanie))';
/** The number first … */
const COUNTED = new RegExp(`${ALONE}${NUMBER}(?: ${PIECES})? (?:${[
  'left(?: in stock)?|remaining|in stock|available|auf lager|am lager|verfügbar|vorrätig|lieferbar|en stock|disponibles?|restante?s?|em estoque|em stock|disponíve(?:l|is)|disponibil[ie]|rimast[ie]|rimanenti|in magazzino',
  'na stanie|w magazynie|dostępn\\p{L}+|op voorraad|beschikbaar|i lager|på lager|varastossa|skladem|na sklade|raktáron|în stoc|в наличии|на складе|stokta',
].join('|')})${END}`, 'iu');
/** … and the words first. */
const SAID = new RegExp(`(?<!\\p{L})(?:plus que|quedan?(?: s[oó]lo| solamente)?|restam?(?: apenas| s[oó])?|rimangono(?: solo)?|został[oay]?(?: tylko)?|nog(?: maar| slechts)?|nur noch|noch|осталось(?: всего)?|залишилось|chỉ còn|son) ${NUMBER}(?: (?:${PIECES}|op voorraad|auf lager|verfügbar|en stock|disponibles?)| ?[!.]?$)`, 'iu');
const LEFT_CHINESE = /(?:[仅僅只]剩(?:余|餘)?|剩[余餘]|[库庫]存(?:[数數]?量)?[:：]?|残り|在庫数?[:：]?|あと|남은 ?수량[:：]?|재고[:：]?)\s?(\d{1,6})\s?[件个個点個개台本枚]?(?![\d%+万萬天日時时小折])/u;
/** No exact number: "more than 10", "10+", "up to 5". */
const VAGUE = /more than|over \d|at least|up to|mehr als|über \d|mindestens|plus d[e']|au moins|más de|mais de|pi[uù] di|ponad|powyżej|meer dan|minstens|více než|более|больше|fazla|以上|超过|超過|大于|\d ?\+/iu;

/** How many pieces words of stock say there are: `Only 2 left`, `In stock (3 available)`, `仅剩5件`. Undefined where they say no exact number. */
export function parseQuantity(text: string): number | undefined {
  if (text.length > 120 || VAGUE.test(text)) return undefined;
  const number = (COUNTED.exec(text) ?? SAID.exec(text) ?? LEFT_CHINESE.exec(text))?.[1];
  return number === undefined ? undefined : Number(number.replaceAll(/[.,]/g, ''));
}
