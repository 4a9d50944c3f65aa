import type { ChangeOf } from '../../model/change.ts';
import { placeOf } from '../../model/address.ts';
import { valueOf } from '../../model/reading.ts';
import { bothKnown, SAME, sameWay, type Compare, type Sides } from './compare.ts';
import { normalText, shorten } from './text.ts';

type Moved = ChangeOf<'listing_moved'>['detail'];
const HOME = /^(?:home|home ?page|start|startseite|accueil|inicio|início|domů|hem|hjem|strona główna|главная|首页|主页|ホーム|トップ|홈)$/i;
const MOST_NAMES = 12;

/**
 * The listing's canonical address or its trail of categories. Of an address host and path count, whatever the query; of a trail neither the word for
 * the home page nor the title of the listing at its end.
 */
export const compareMoved: Compare = (sides) => {
  const detail: Moved = { kind: 'listing_moved', ...urlMoved(sides), ...categoryMoved(sides) };
  if (!detail.url && !detail.category) return SAME;
  const { breadcrumbs } = sides.after;
  return { differences: [{ detail, ...(detail.category && breadcrumbs.state === 'known' ? { evidence: breadcrumbs.evidence } : {}) }] };
};

function urlMoved({ url }: Sides): Pick<Moved, 'url'> {
  return url && placeOf(url.from) !== placeOf(url.to) ? { url } : {};
}

function categoryMoved({ before, after }: Sides): Pick<Moved, 'category'> {
  const both = bothKnown(before.breadcrumbs, after.breadcrumbs);
  if (!both || !sameWay(before.breadcrumbs, after.breadcrumbs)) return {};
  // A trail may have been read with a title before the last one, or without any.
  const titles = [before.title && valueOf(before.title), valueOf(after.title)].map((title) => normalText(title ?? '').toLowerCase());
  const category = { from: trailOf(both.from, titles), to: trailOf(both.to, titles) };
  return category.from.join('\n').toLowerCase() === category.to.join('\n').toLowerCase() ? {} : { category };
}

function trailOf(names: readonly string[], titles: readonly string[]): readonly string[] {
  const trail = names.map((name) => shorten(normalText(name), 200)).filter((name) => name !== '');
  const home = trail[0] !== undefined && HOME.test(trail[0]);
  const last = titles.includes(trail.at(-1)?.toLowerCase() ?? '');
  return trail.slice(home ? 1 : 0, last ? -1 : undefined).slice(0, MOST_NAMES);
}
