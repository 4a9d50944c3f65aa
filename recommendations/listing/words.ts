/** Words that say nothing about an article, in the languages of titles; with units and selling words, which change with the offer. */
const NOTHING = new Set((
  'a an and are as at be by for from has in is it its new of off on one or our set so that the this to up use with without you your per plus non free shipping sale best top hot deal deals '
  + 'pack pcs piece pieces pair pairs size sizes color colors colour colours style original official genuine quality premium great value buy gift gifts men women mens womens '
  + 'ml cl l litre liter litres liters oz fl lb lbs g kg mg mm cm m in inch inches ft w kw v mah gb tb mb hz '
  + 'der die das und mit für von aus im ein eine neu le la les des du de et avec pour un une en el los las y con para por il lo gli e di da '
  + '的 了 和 与 及 或 在 是 等 款 个 件 只 支 瓶 盒 套 装 新 新款 正品 官方 旗舰店 旗舰 包邮 特价 促销 优惠 爆款 热卖 送 元 年 月 号 大 小 中 高 上 可 用 型 人 '
  + '毫升 升 克 千克 公斤 厘米 毫米 米 寸 英寸 瓦 の は を に が で と も や 用 対応 送料無料 公式 新品'
).split(' '));

const segmenter = new Intl.Segmenter(['zh', 'en'], { granularity: 'word' });
const HAN = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

/** Longest title that is looked at; what comes after is not read by buyers either. */
const MOST_CHARACTERS = 400;

/** One form for what people write in many ways: full-width letters, case, accents kept, English plurals. */
export function normalWord(word: string): string {
  const plain = word.normalize('NFKC').toLowerCase();
  if (HAN.test(plain) || plain.length < 5) return plain;
  if (plain.endsWith('ies')) return `${plain.slice(0, -3)}y`;
  return /[^s]s$/.test(plain) && !/(?:us|is|ss)$/.test(plain) ? plain.slice(0, -1) : plain;
}

/** The words of a title that say what the article is, in order, each once: no stop words, numbers, units or single characters. */
export function titleWords(title: string): string[] {
  const words: string[] = [];
  for (const part of segmenter.segment(title.normalize('NFKC').slice(0, MOST_CHARACTERS))) {
    const word = normalWord(part.segment);
    const meaning = part.isWordLike === true && word.length >= (HAN.test(word) ? 2 : 3) && !/\d/.test(word) && !NOTHING.has(word);
    if (meaning && !words.includes(word)) words.push(word);
  }
  return words;
}

/** Two Han characters side by side that the segmenter took for two words, with what stands before and after them. */
export interface LoosePair {
  readonly word: string;
  readonly left: string;
  readonly right: string;
}

/** The loose pairs of a title: trade words such as 便携 that general dictionaries lack, and chance neighbours (杯大 in 保温杯大容量). */
export function loosePairs(title: string): LoosePair[] {
  const parts = Array.from(segmenter.segment(title.normalize('NFKC').slice(0, MOST_CHARACTERS)), (part) => part.segment);
  const single = (part: string | undefined): part is string => part !== undefined && /^\p{Script=Han}$/u.test(part) && !NOTHING.has(part);
  return parts.flatMap((first, i): LoosePair[] => {
    const second = parts[i + 1];
    return single(first) && single(second) ? [{ word: first + second, left: parts[i - 1] ?? '', right: parts[i + 2] ?? '' }] : [];
  });
}

/** The pairs that are words: they keep together while what stands before and after them differs from title to title. */
export function trueWords(pairs: readonly LoosePair[]): ReadonlySet<string> {
  const lefts = new Map<string, Set<string>>();
  const rights = new Map<string, Set<string>>();
  for (const { word, left, right } of pairs) {
    lefts.set(word, (lefts.get(word) ?? new Set()).add(left));
    rights.set(word, (rights.get(word) ?? new Set()).add(right));
  }
  return new Set([...lefts].filter(([word, sides]) => sides.size > 1 && (rights.get(word)?.size ?? 0) > 1).map(([word]) => word));
}

/** True when the text has the word: as a word of its own, or anywhere inside for scripts without spaces. */
export function hasWord(text: string, word: string): boolean {
  if (HAN.test(word)) return text.normalize('NFKC').toLowerCase().includes(word);
  for (const part of segmenter.segment(text.normalize('NFKC').slice(0, 4 * MOST_CHARACTERS))) {
    if (part.isWordLike === true && normalWord(part.segment) === word) return true;
  }
  return false;
}
