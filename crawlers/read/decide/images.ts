import type { ListingFields } from '../../../model/listing.ts';
import type { Candidate, Method, UnknownReason } from '../../../model/reading.ts';

/** Parameters that only say in which size and format a picture is wanted. */
const SIZE_PARAMETER = /^(?:w|h|wid|hei|width|height|sw|sh|size|resize|fit|crop|scale|quality|q|qlt|fmt|format|auto|dpr|v|version)$/i;
/** Sizes in a path: `w50-h60`, `/380/374/`, `600x450`, `_grande`. */
const SIZE_IN_PATH = /[-_/.](?:w\d{2,4}-h\d{2,4}|\d{2,4}x\d{0,4}|x\d{2,4}|(?:pico|icon|thumb|thumbnail|small|compact|medium|large|grande|original|master)(?=[._-]))|\/\d{2,4}\/\d{2,4}(?=\/)|\/resize(?:webp)?(?=\/)/gi;
const NAMED_SIZES: Readonly<Record<string, number>> = { pico: 16, icon: 32, thumb: 50, thumbnail: 50, small: 100, compact: 160, medium: 240, large: 480, grande: 600, original: 3_000, master: 3_000 };
/** Images that are no picture of the article. */
const NO_PICTURE = /(?:^|[/_.-])(?:pixel|spacer|blank|placeholder|no-?image|noimage|no-?photo|favicon|android-icon|apple-touch-icon|transparent|loading|1x1)(?:[/_.-]|$)/i;

/** Methods that every reading of a page uses; the others only when these leave something open, so that a picture would change its address now and then. */
const ALWAYS_READ: ReadonlySet<Method> = new Set(['api', 'configured', 'json-ld', 'embedded-state', 'meta']);

/**
 * The fullest list of the most trusted methods, each picture once in its largest size, wherever on the page that was given.
 * Logos, pixels and "no image" drawings are left out.
 */
export function decideImages(found: readonly Candidate<readonly string[]>[], missing: UnknownReason): ListingFields['images'] {
  const lists = found.map((one) => ({ ...one, value: largest(one.value.filter((url) => !isNoPicture(url))) })).filter(({ value }) => value.length > 0);
  const top = Math.max(0, ...lists.map(({ confidence }) => confidence));
  const [best] = lists.filter(({ confidence }) => confidence >= top - 0.25).toSorted((a, b) => b.value.length - a.value.length || b.confidence - a.confidence);
  if (!best) return { state: 'unknown', reason: missing };
  const all = largest(lists.filter(({ evidence }) => ALWAYS_READ.has(evidence.method) || evidence.method === best.evidence.method).flatMap(({ value }) => value));
  const value = best.value.map((url) => all.find((other) => pictureOf(other) === pictureOf(url)) ?? url);
  return { state: 'known', value, confidence: best.confidence, evidence: best.evidence };
}

/** The pictures in order of their first mention, each in its largest size. */
function largest(urls: readonly string[]): string[] {
  const pictures = new Map<string, string>();
  for (const url of urls) {
    const key = pictureOf(url);
    const before = pictures.get(key);
    if (before === undefined || sizeOf(url) > sizeOf(before)) pictures.set(key, url);
  }
  return [...pictures.values()];
}

/** What stays the same of a picture's address when only its size differs. */
function pictureOf(address: string): string {
  const url = new URL(address);
  const sized = [...url.searchParams.keys()].some((name) => SIZE_PARAMETER.test(name) && !/^v(?:ersion)?$/i.test(name));
  const rest = [...url.searchParams].filter(([name]) => !SIZE_PARAMETER.test(name) && !(sized && name === 'hash'));
  return `${url.host}${url.pathname.replace(SIZE_IN_PATH, '')}?${rest.map((pair) => pair.join('=')).join('&')}`;
}

/** The length in pixels that an address names; one without a size is the picture as it was made. */
function sizeOf(address: string): number {
  const url = new URL(address);
  const parameters = [...url.searchParams].filter(([name, value]) => /^(?:w|h|wid|hei|width|height|sw|sh|size)$/i.test(name) && /^\d{2,4}$/.test(value)).map(([, value]) => Number(value));
  const inPath = [...url.pathname.matchAll(SIZE_IN_PATH)].flatMap(([text]) => [...(text.match(/\d{2,4}/g) ?? []).map(Number), NAMED_SIZES[text.replaceAll(/[^a-z]/gi, '').toLowerCase()] ?? 0]);
  return parameters.length > 0 ? Math.max(...parameters) : inPath.findLast((size) => size > 0) ?? 2_000;
}

function isNoPicture(address: string): boolean {
  return !URL.canParse(address) || NO_PICTURE.test(new URL(address).pathname);
}
