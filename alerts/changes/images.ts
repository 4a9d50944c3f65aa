import { bothKnown, SAME, type Compare } from './compare.ts';

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

/** Pictures added or removed, or another main picture. Another order of the rest is no difference. */
export const compareImages: Compare = ({ before, after }) => {
  const both = bothKnown(before.images, after.images);
  if (!both) return SAME;
  const [old, now] = [byKey(both.from), byKey(both.to)];
  const added = [...now].filter(([key]) => !old.has(key)).map(([, url]) => url);
  const removed = [...old].filter(([key]) => !now.has(key)).map(([, url]) => url);
  const mainChanged = [...old.keys()][0] !== [...now.keys()][0];
  if (added.length === 0 && removed.length === 0 && !mainChanged) return SAME;
  return { differences: [{ detail: { kind: 'images', added: added.slice(0, MOST), removed: removed.slice(0, MOST), mainChanged }, evidence: both.evidence }] };
};

function byKey(urls: readonly string[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const url of urls) {
    const key = imageKey(url);
    if (!map.has(key)) map.set(key, url);
  }
  return map;
}
