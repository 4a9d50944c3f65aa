import { isSamePicture, PICTURES_OF_LISTING } from '../../model/picture.ts';
import { bothKnown, SAME, sameWay, type Compare, type Sides } from './compare.ts';

const MOST = 50;
/** Query parameters that choose a size, a format or get round a cache, never another picture. */
const NO_PICTURE = /^(v|ver|version|t|ts|time|timestamp|_|cb|cache|rev|hash|w|h|width|height|q|quality|size|sz|s|fit|crop|dpr|auto|format|fm|f|bg|pad|resize|wid|hei|odnheight|odnwidth|imageview2|x-oss-process)$/i;

/**
 * What stays of an image URL when the host (CDNs spread one picture over many), the size and the cache-buster are cut:
 * `a_800x.jpg?v=1`, `a-300x300.jpg`, `a._AC_SL1500_.jpg`, `a.jpg_430x430q90.jpg_.webp` are all the picture `a.jpg`.
 */
export function imageKey(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  const path = parsed.pathname
    .replace(/^\/n\d{1,3}\/(?:s\d{1,5}x\d{1,5}_)?/, '/') // jd: /n1/s450x450_jfs/…
    .replace(/(\.(?:jpe?g|png|webp|gif|avif))[_!@][^/]{0,80}$/i, '$1') // alicdn, jd: suffix behind the extension
    .replace(/\._[A-Z0-9_,]{1,60}_(?=\.[a-z]{3,4}$)/i, '') // amazon
    .replace(/(?:_(?:pico|icon|thumb|small|compact|medium|large|grande|original|master|\d{1,5}x\d{0,5}|x\d{1,5})(?:_crop_[a-z]{3,8})?|-\d{2,5}x\d{2,5})?(?:@[23]x)?(?=\.[a-z]{3,4}$)/i, ''); // shopify, wordpress
  const query = [...parsed.searchParams].filter(([name]) => !NO_PICTURE.test(name)).map(([name, value]) => `${name}=${value}`);
  return query.length === 0 ? path : `${path}?${query.toSorted().join('&')}`;
}

/**
 * Pictures added or removed, or another main picture. Pictures whose hashes are known on both sides are compared by what they show, the others by their
 * address. Where pictures are looked at, those behind the first few, at which nobody looks, are news only when there are more or fewer of them. Another order of the rest is no difference, nor is the longer or shorter list that another part of the page has.
 */
export const compareImages: Compare = ({ before, after, pictures }) => {
  const both = bothKnown(before.images, after.images);
  if (!both || !sameWay(before.images, after.images)) return SAME;
  const [old, now] = [picturesOf(both.from, pictures), picturesOf(both.to, pictures)];
  const counts = ({ place }: Picture): boolean => pictures === undefined || place < PICTURES_OF_LISTING || old.length !== now.length;
  const added = now.filter((picture) => counts(picture) && !old.some((other) => samePicture(picture, other)));
  const removed = old.filter((picture) => counts(picture) && !now.some((other) => samePicture(picture, other)));
  const [oldMain, newMain] = [old[0], now[0]];
  const mainChanged = oldMain && newMain ? !samePicture(oldMain, newMain) : oldMain !== newMain;
  if (added.length === 0 && removed.length === 0 && !mainChanged) return SAME;
  const looked = [...added, ...removed, ...(mainChanged ? [oldMain, newMain] : [])];
  const urls = (some: readonly Picture[]): readonly string[] => some.slice(0, MOST).map(({ url }) => url);
  return {
    differences: [{
      detail: { kind: 'images', added: urls(added), removed: urls(removed), mainChanged, ...(looked.every((picture) => picture?.hash !== undefined) ? { seen: true } : {}) },
      evidence: both.evidence,
    }],
  };
};

interface Picture {
  readonly url: string;
  readonly key: string;
  /** From 0 on. */
  readonly place: number;
  readonly hash?: string;
}

/** Each picture once, in page order: two sizes of one are the same. */
function picturesOf(urls: readonly string[], hashes: Sides['pictures']): readonly Picture[] {
  const found: Picture[] = [];
  const keys = new Set<string>();
  for (const [place, url] of urls.entries()) {
    const key = imageKey(url);
    const hash = hashes?.get(url);
    const picture = { url, key, place, ...(hash ? { hash } : {}) };
    if (keys.has(key) || found.some((other) => samePicture(picture, other))) continue;
    keys.add(key);
    found.push(picture);
  }
  return found;
}

function samePicture(a: Picture, b: Picture): boolean {
  return a.hash !== undefined && b.hash !== undefined ? isSamePicture(a.hash, b.hash) : a.key === b.key;
}
