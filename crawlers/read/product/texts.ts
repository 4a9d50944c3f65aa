import { add, evidence, type Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import type { Mention, PageScan } from '../markup/mention.ts';
import { shareIn, wordsOf } from '../schema-org/choose.ts';
import { absolute } from '../url.ts';
import { brandTexts } from './brand-texts.ts';
import { labelledTexts } from './labelled.ts';
import { place } from './place.ts';
import { priceTexts } from './price-texts.ts';
import { promotionTexts } from './promotion-texts.ts';
import { countTexts, ratingTexts } from './rating-texts.ts';
import { specTexts } from './spec-texts.ts';
import { stockTexts } from './stock-texts.ts';
import { trailOf } from './trail.ts';
import { unitPriceTexts } from './unit-price-texts.ts';

/** Adds what the page's visible texts say: heading, prices, stock, breadcrumbs, rating and labelled numbers. */
export function readTexts(scan: PageScan, page: PageContext, into: Candidates): void {
  const heading = ownHeading(scan, page);
  if (heading) add(into, 'title', heading.text, 0.75, place(heading));
  stockTexts(scan, heading?.order, into);
  priceTexts(scan, heading, page, into);
  unitPriceTexts(scan, heading?.order, page, into);
  if (heading) pictures(scan, heading, page, into);
  const trail = trailOf(scan.breadcrumbs);
  if (trail.length > 0) add(into, 'breadcrumbs', trail, 0.6, evidence('text', 'breadcrumb', scan.breadcrumbs.join(' > ')));
  specTexts(scan, into);
  ratingTexts(scan, heading?.order, page, into);
  countTexts(scan, heading?.order, page, into);
  promotionTexts(scan, heading?.order ?? 0, page, into);
  labelledTexts(scan, heading?.order, into);
  brandTexts(scan, heading, into);
}

/** Pictures beside the heading that are marked as the article's, open large, or carry its name. */
function pictures(scan: PageScan, heading: Mention, page: PageContext, into: Candidates): void {
  const name = heading.text.toLowerCase();
  const own = scan.pictures.filter(({ region, order, marked, alt }) => region === 'main' && order >= heading.order - 60 && order <= heading.order + 200
    && (marked || alt.toLowerCase().startsWith(name)));
  const urls = [...new Set(own.flatMap(({ address }) => absolute(address, page.url) ?? []))].slice(0, 50);
  const [first] = own;
  if (first && urls.length > 0) add(into, 'images', urls, 0.4, evidence('text', `picture "${first.alt}"`, first.address));
}

/** The heading of the article: the one most like the page's title, an h1 before an h2 or h3 that is as like; else the only h1. */
function ownHeading(scan: PageScan, page: PageContext): Mention | undefined {
  const title = page.head.meta.get('og:title') ?? page.head.title;
  const main = scan.headings.filter((mention) => mention.region === 'main' && /\p{L}/u.test(mention.text));
  const titleWords = wordsOf(title);
  const either = new Set(wordsOf(`${title} ${page.head.title}`));
  const ranked = main.map((mention) => {
    const words = wordsOf(mention.text);
    const alike = shareIn(either, words);
    const whole = (alike + shareIn(new Set(words), titleWords)) / 2;
    const begins = title.trimStart().startsWith(mention.text) ? 0.01 : 0;
    return { mention, score: alike >= (mention.tag === 'h1' ? 0.6 : 0.8) ? whole + (mention.tag === 'h1' ? 0.25 : 0) + begins : 0 };
  }).toSorted((a, b) => b.score - a.score);
  const tops = main.filter((mention) => mention.tag === 'h1');
  return ranked[0] && ranked[0].score >= 0.5 ? ranked[0].mention : tops.length === 1 ? tops[0] : undefined;
}
