/** Names of classes, pictures and symbols that draw stars: `star-4-half`, `rating-45`, `stars_4.5.gif`, `fa-star-o`. Works on the tags of a short piece of HTML. */

const WORDS: Readonly<Record<string, number>> = { zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5 };
const NAME = '(?:a-star|rate|ratings?|stars?|star-?ratings?|reviewstars|filled|sterne|score|etoiles|estrellas|stelle|gwiazdki|r)';
/** A name of stars with a number behind it, and what may follow: a tenth, "half". */
const NUMBERED = new RegExp(`(?:^|[\\s"'/_-])${NAME}(?:[-_/]{1,2}(?:[a-z]{1,20}[-_]){0,2}?|)(\\d{1,3})(?:[.,_-](\\d{1,2})(?!\\d))?([-_]?(?:and[-_]?a?[-_]?)?half)?(?=[\\s"'_a-z-]|$|\\.(?:png|gif|svg|jpe?g|webp))`, 'iu');
const WORDED = /(?:^|[\s"'_-])(zero|one|two|three|four|five)(?:[-_]?(?:and[-_]?a?[-_]?)?(half))?(?:[-_]stars?)?(?=[\s"'_-]|$)/i;
/** Attributes that name what is drawn. */
const NAMED = /\b(?:class|src|href|id|xlink:href)=["']([^"'<>]{1,300})["']/gi;

const EMPTY_STAR = /star[-_]o\b|empty|grey|gray|unfilled|[-_ ]off|inactive|[-_]0-filled|outline|border|fa-regular|blank|disabled|hollow/i;
const FULL_STAR = /(?:star|rating|icon|fa|bi)[\w-]{0,30}?(?:full|filled|fill|active|selected|checked|on|solid)(?![\w])|full-?star|(?:active|full|filled|solid)[ _-][\w-]{0,20}star|fa-star(?=["'\s]|$)|is-?(?:on|active|full|filled)(?![\w-])/i;
/** Parts of a star that are filled, in per cent: `pr-star-v4-75-filled`. */
const SHARE = /[-_](\d{1,3})-filled/;
/** Names of symbol fonts stand in the text. */
const LIGATURE = />\s{0,5}(star|star_half|star_border|star_outline|grade)\s{0,5}</g;

/** Stars of five that one name says, or undefined. Two digits without a point are tenths up to 50, a share above. */
export function classRating(html: string): number | undefined {
  for (const match of html.matchAll(NAMED)) {
    const name = match[1] ?? '';
    if (!/star|rat|score|stern|etoile|estrella|stell|gwiazd|filled/i.test(name)) continue;
    const read = numbered(name) ?? worded(name);
    if (read !== undefined) return read;
  }
  return undefined;
}

function numbered(name: string): number | undefined {
  const [, whole, tenth, half] = NUMBERED.exec(name) ?? [];
  if (whole === undefined) return undefined;
  if (whole.length === 1) return Number(`${whole}.${tenth ?? '0'}`) + (half === undefined ? 0 : 0.5);
  const value = Number(whole);
  if (tenth !== undefined || value % 5 !== 0 && value > 50 || value > 100 || value < 10) return undefined;
  return value <= 50 ? value / 10 : value / 20;
}

function worded(name: string): number | undefined {
  const [, word, half] = WORDED.exec(name) ?? [];
  const value = word === undefined ? undefined : WORDS[word.toLowerCase()];
  return value === undefined ? undefined : value + (half === undefined ? 0 : 0.5);
}

/**
 * Stars drawn as icons of one tag, at most five. Full, empty and half ones say so by their names; where none does, those that look
 * like the first one are full (`icon-star gold` four times, then `icon-star`). Undefined when there are none, or nothing tells them apart.
 */
export function iconRating(html: string): number | undefined {
  const icons = iconsOf(html);
  if (!icons) return undefined;
  const shares = icons.map((name) => SHARE.exec(name)?.[1]).filter((share) => share !== undefined);
  if (shares.length === icons.length && shares.length === 5) return Math.round(shares.reduce((sum, share) => sum + Number(share), 0) / 10) / 10;
  const half = icons.filter((name) => /half/i.test(name)).length;
  const whole = icons.filter((name) => !/half/i.test(name) && !EMPTY_STAR.test(name));
  const explicit = whole.filter((name) => FULL_STAR.test(name));
  const told = icons.some((name) => EMPTY_STAR.test(name)) || half > 0;
  if (told) return (half > 0 && explicit.length > 0 ? explicit.length : whole.length) + half / 2;
  const alike = icons.filter((name) => name === icons[0]).length;
  return alike < icons.length || FULL_STAR.test(icons[0] ?? '') ? alike : undefined;
}

function iconsOf(html: string): readonly string[] | undefined {
  const ligatures = /material-(?:icons|symbols)/.test(html) ? [...html.matchAll(LIGATURE)].map((match) => (match[1] === 'star' || match[1] === 'grade' ? 'star-full' : match[1] ?? '')) : [];
  if (ligatures.length === 5) return ligatures;
  const byTag = new Map<string, string[]>();
  for (const match of html.matchAll(/<(i|span|svg|img|div|li|use)\b[^<>]{0,300}?(?:class|src|href)=["']([^"'<>]{0,300}star(?!s|-rating)[^"'<>]{0,100})["']/gi)) {
    const [tag = '', name = ''] = [match[1], match[2]?.trim()];
    if (!/cont(?:ainer)?\b|wrap|list|value|count|text|[-_]top\b|[-_]bottom\b/i.test(name)) byTag.set(tag, [...byTag.get(tag) ?? [], name]);
  }
  const stacked = [...byTag.values()].flatMap((names) => stackOf(names) ?? []);
  if (stacked.length === 5) return stacked;
  return [...byTag.values()].find((names) => names.length === 5) ?? [...byTag.values()].find((names) => names.length > 1 && names.length < 5 && new Set(names).size === 1 && FULL_STAR.test(names[0] ?? ''));
}

/** Five outlines of stars with full ones drawn over the first of them: `fa-star fa-stack-2x` before each `fa-star-o fa-stack-2x`. */
function stackOf(names: readonly string[]): readonly string[] | undefined {
  const full = names.filter((name) => !EMPTY_STAR.test(name));
  return names.length > 5 && names.length - full.length === 5 && full.length <= 5 ? Array.from({ length: 5 }, (_, at) => full[at] ?? 'star-o') : undefined;
}
