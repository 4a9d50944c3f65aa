import type { Count } from '../../../model/listing.ts';
import { normalise } from './normal.ts';
import { decimalText, type NumberToken, readNumbers, timesPowerOfTen } from './numbers.ts';

/** Words and signs behind a number that multiply it, as powers of ten. */
const UNITS: readonly [RegExp, number][] = [
  [/^ ?(?:万|萬|만|หมื่น|w(?![\p{L}\d])|वान)/iu, 4], [/^ ?(?:亿|億|억)/u, 8], [/^ ?(?:千|천|พัน)/u, 3], [/^ ?แสน/u, 5], [/^ ?ล้าน/u, 6],
  [/^ ?(?:k|tsd\.?|mil|mila|tys\.?|tis\.?|тыс\.?|тис\.?|bin|rb|nghìn|thousand|b(?= ?(?:değerlendirme|yorum|adet|kişi)))(?![\p{L}\d])/iu, 3],
  [/^ ?(?:m|mm|mn|mio\.?|million(?:s|en)?|mln\.?|millones|milhões|milhão|milioni|млн\.?|jt|tr)(?![\p{L}\d])/iu, 6], [/^ ?(?:b|bn|billion)(?![\p{L}\d])/iu, 9],
];
const MORE_BEFORE = /(?:over|more than|at least|above|über|mehr als|mindestens|plus de|más de|oltre|più di|mais de|ponad|powyżej|meer dan|fler än|over|более|больше|понад|超过|超過|逾|至少|已超|以上|約|约|\+)[^\p{L}\d]*$/iu;
const MORE_AFTER = /^ ?(?:\+|＋|多|余|以上|or more|and more|oder mehr|ou plus|o más|o più|ou mais|이상)/iu;
/** Something else than a count stands before or after the number. */
const RATING_AFTER = /^ ?(?:out of|von|sur|de \d|su \d|na \d|van de|\/ ?\d|stars?|sterne(?!n?bewertung)|étoiles|estrellas|stelle|estrelas|gwiazd|sterren|★|%|％|分|星|点(?!评)|(?:answered|customer) questions?|questions?|answers?|answered|fragen|antworten|preguntas|respuestas|domande|vragen|pytań|photos?|images?|fotos?|videos?|q ?& ?a|问|晒图|追评|张图)/iu;
const COUNTED = /(?:ratings?|reviews?|global|sold|bought|bewertung|rezension|avis|évaluations?|notes|valoraci|opini|reseñ|calificaci|recension|voti|avaliaç|ocen|opinii|recenz|beoordeling|omdöme|recensioner|anmeldelse|arvostelu|отзыв|оцен|відгук|評価|レビュー|クチコミ|件|评价|评论|评|評價|評論|人付款|已售|月销|销量|已拼|售出|리뷰|후기|개|votes?|customers?|kund|clientes?|hodnocen|vendus?|vendidos?|venduti|verkauft|sprzedan|verkocht|değerlendirme|đánh giá|ulasan|تقييم)/iu;
const NONE_YET = /(?:no (?:customer )?(?:reviews|ratings)|be the first to (?:review|write)|noch keine (?:bewertungen|rezensionen)|aucun avis|sin (?:valoraciones|opiniones|reseñas)|nessuna recensione|sem avaliações|nenhuma avaliação|brak (?:opinii|ocen)|geen (?:beoordelingen|reviews)|暂无评[价论]|尚無評[價論]|レビューはありません|まだレビューが)/iu;

/** What stands between a number and the thing that is counted makes one number of a text the count. */
interface Candidate extends Count {
  readonly counted: boolean;
}

/**
 * A count as shops write it: `10万+`, `1.2k`, `2.5 萬`, `Over 300 sold`, `5.182 valoraciones`, `9,079 global ratings`,
 * `(12)`, "no reviews yet" (0). A separator before exactly three digits groups thousands. Undefined when no number is
 * one (a rating, a percentage) or several could be and none is named as the count.
 */
export function parseCount(text: string, language?: string): Count | undefined {
  const normal = normalise(text);
  const tokens = readNumbers(normal);
  if (tokens.length === 0) return NONE_YET.test(normal) ? { value: 0, lowerBound: false } : undefined;
  if (tokens.length > 40) return undefined;
  const found = tokens.map((token, i) => candidate(normal, token, tokens[i - 1]?.end ?? 0, tokens[i + 1]?.start ?? normal.length, language)).filter((one) => one !== undefined);
  const named = found.filter((one) => one.counted);
  const [only, ...others] = named.length > 0 ? named : found;
  if (!only || others.some((other) => other.value !== only.value)) return undefined;
  return { value: only.value, lowerBound: only.lowerBound };
}

function candidate(text: string, token: NumberToken, from: number, to: number, language: string | undefined): Candidate | undefined {
  const before = text.slice(from, token.start);
  const behind = text.slice(token.end);
  if (RATING_AFTER.test(behind) || /(?:out of|von|sur|\/|based on a scale of) ?$/i.test(before) || /[\p{Script=Latin}#$€£¥]$/u.test(before)) return undefined;
  const unit = UNITS.map(([pattern, power]) => ({ length: pattern.exec(behind)?.[0].length ?? 0, power })).find((one) => one.length > 0);
  const digits = decimalText(token, unit ? 3 : 0);
  if (digits === undefined) return undefined;
  const value = Number(timesPowerOfTen(thousands(digits, token, unit?.power ?? 0, language), unit?.power ?? 0));
  if (!Number.isSafeInteger(value)) return undefined;
  const after = text.slice(token.end + (unit?.length ?? 0));
  const near = `${before.slice(-30)} ${text.slice(token.end, Math.min(to, token.end + 40))}`;
  return { value, lowerBound: MORE_BEFORE.test(before) || MORE_AFTER.test(after), counted: COUNTED.test(near) };
}

/** `1.234 mil` in a language with decimal commas means thousands, not 1.234; elsewhere the decimals stand. */
function thousands(digits: string, token: NumberToken, power: number, language: string | undefined): string {
  const commaLanguage = /^(?:de|es|it|pt|nl|id|tr)/.test(language ?? '');
  const grouped = power > 0 && commaLanguage && token.separators[0] === '.' && token.groups[1]?.length === 3;
  return grouped ? token.groups.join('') : digits;
}
