import type { AttributeEdit, ChangeDetail, ChangeKind, SponsoredPlaces } from '../../model/change.ts';
import type { StarMix } from '../../model/listing.ts';
import { isUnreachable, type Outcome } from '../../model/outcome.ts';
import { badShare, starShares } from '../../model/star-mix.ts';
import type { Told } from './catalogue.ts';
import type { Formats } from './formats.ts';
import { amount, condition, discountLines, endHeadline, listPriceHeadline, more, offerLines, promotion, seller, shipping, shippingHeadline, stockHeadline, stockWord, toPay, unitPrice, variant } from './tell-offer-en.ts';
import { troubleEn } from './trouble-en.ts';
import { editLines, shareOf, starsBetween } from './shared.ts';
import { availability, fields, methods, outcomes } from './words-en.ts';

type Detail<K extends ChangeKind> = Extract<ChangeDetail, { kind: K }>;

/** A change in English. */
export function tellEn(detail: ChangeDetail, f: Formats): Told {
  switch (detail.kind) {
    case 'price': return { headline: `Price ${detail.percent < 0 ? 'down' : 'up'}${shareOf(detail, f)}`, from: amount(detail.from, f), to: amount(detail.to, f), lines: [...variant(detail.offerSku), ...discountLines(detail, f)] };
    case 'list_price': return { headline: listPriceHeadline(detail), from: detail.from ? f.amount(detail.from) : 'none', to: detail.to ? f.amount(detail.to) : 'none' };
    case 'unit_price': return { headline: `Unit price ${detail.percent < 0 ? 'down' : 'up'} ${f.percent(detail.percent)}`, from: unitPrice(detail.from, f), to: unitPrice(detail.to, f) };
    case 'to_pay': return toPay(detail, f);
    case 'promotion_started': return { headline: 'Promotion started', to: detail.promotion.label, lines: detail.promotion.endsAt ? [`Until ${f.time(detail.promotion.endsAt)}`] : [] };
    case 'promotion_ended': return { headline: 'Promotion ended', from: detail.promotion.label };
    case 'promotion_extended': return { headline: endHeadline(detail), from: `until ${f.time(detail.endedAt)}`, to: detail.promotion.endsAt ? `until ${f.time(detail.promotion.endsAt)}` : 'no end stated', lines: [detail.promotion.label] };
    case 'promotion_changed': return { headline: 'Promotion changed', from: promotion(detail.from), to: promotion(detail.to), lines: detail.to.endsAt ? [`Until ${f.time(detail.to.endsAt)}`] : [] };
    case 'stock': return { headline: stockHeadline(detail), from: availability[detail.from], to: availability[detail.to], lines: variant(detail.offerSku) };
    case 'flapping': return { headline: detail.what === 'price' ? 'Price goes to and fro' : 'Stock goes to and fro', lines: [`Changed ${f.number(detail.times)} times between ${detail.between.map((side) => stockWord(side)).join(' and ')} since ${f.time(detail.since)}.`, 'Single changes are not told until it settles.'] };
    case 'quantity': return { headline: detail.how === 'restocked' ? 'Restocked' : detail.to === 0 ? 'None left' : `Only ${f.number(detail.to)} left`, from: `${f.number(detail.from)} left`, to: `${f.number(detail.to)} left`, lines: variant(detail.offerSku) };
    case 'condition': return { headline: 'Condition changed', from: condition(detail.from), to: condition(detail.to) };
    case 'seller': return seller(detail, f);
    case 'shipping': return { headline: shippingHeadline(detail), from: shipping(detail.from, f), to: shipping(detail.to, f) };
    case 'variant_added': return { headline: detail.total === 1 ? 'New variant' : `${f.number(detail.total)} new variants`, lines: offerLines(detail, f) };
    case 'variant_removed': return { headline: detail.total === 1 ? 'Variant removed' : `${f.number(detail.total)} variants removed`, lines: offerLines(detail, f) };
    case 'listing_appeared': return { headline: 'New listing', lines: [detail.price ? amount(detail.price, f) : 'Price not known', ...(detail.availability ? [availability[detail.availability]] : [])] };
    case 'listing_disappeared': return { headline: 'Listing removed', lines: [detail.how === 'gone' ? 'Its page says that it is gone' : 'No longer listed', `Last seen ${f.time(detail.lastSeenAt)}`] };
    case 'listing_returned': return { headline: 'Listing is back', lines: [`Had been missing since ${f.time(detail.missingSince)}`, ...(detail.price ? [amount(detail.price, f)] : [])] };
    case 'listing_moved': return moved(detail);
    case 'title': return { headline: 'Title changed', from: detail.from, to: detail.to };
    case 'brand': return { headline: 'Brand changed', from: detail.from ?? 'none stated', to: detail.to ?? 'none stated' };
    case 'images': return { headline: 'Pictures changed', lines: [...(detail.mainChanged ? ['New main picture'] : []), `${detail.added.length} added, ${detail.removed.length} removed`, ...detail.added.slice(0, 3)] };
    case 'description': return description(detail);
    case 'attributes': return { headline: detail.edits.length + detail.more === 1 ? 'A feature changed' : `${f.number(detail.edits.length + detail.more)} features changed`, lines: [...detail.edits.map(attribute), ...more(detail.more)] };
    case 'rating': return { headline: `Rating ${detail.to.value / detail.to.scale < detail.from.value / detail.from.scale ? 'down' : 'up'}${starsBetween(detail, f)}`, from: f.rating(detail.from), to: f.rating(detail.to) };
    case 'review_count': return { headline: detail.to.value < detail.from.value ? 'Fewer reviews' : 'More reviews', from: f.count(detail.from), to: f.count(detail.to) };
    case 'star_mix': return { headline: starMixHeadline(detail, f), from: starMix(detail.from, f), to: starMix(detail.to, f) };
    case 'negative_reviews': return { headline: detail.reviews.length === 1 ? 'A new bad review' : `${detail.reviews.length} new bad reviews`, lines: detail.reviews.map((review) => `${review.rating ? `${f.rating(review.rating)}: ` : ''}${review.text}`) };
    case 'new_reviews': return { headline: detail.count === 1 ? 'A new review' : `${f.number(detail.count)} new reviews`, lines: [...(detail.mean ? [`On average ${f.rating(detail.mean)}`] : []), ...stars(detail.stars)] };
    case 'search_rank': return rank(detail);
    case 'sponsored_share': return { headline: detail.to.ads > detail.from.ads ? 'More ads in search' : 'Fewer ads in search', from: ads(detail.from, detail.places), to: ads(detail.to, detail.places), lines: newAds(detail) };
    case 'page_text': return pageText(detail);
    case 'reading_broken': return { headline: 'Reading is broken', lines: [...brokenLines(detail), ...detail.examples, '"rivalwatch read URL" shows how such a page is read.'] };
    case 'reading_recovered': return detail.accepted ? { headline: 'Reading goes on in another way', lines: ['Three crawls in a row agreed: what was read differently counts as usual from now on, and its values are used again.'] } : { headline: 'Reading works again' };
    case 'source_blocked': return sourceBlocked(detail);
    case 'source_recovered': return { headline: 'Source answers again' };
    case 'channel_off': return { headline: 'Channel switched off', lines: channelOff(detail, f) };
    case 'channel_recovered': return { headline: 'Channel works again', lines: ['What waited for it is told now.'] };
    case 'trouble_began': case 'trouble_lasts': case 'trouble_over': return troubleEn(detail, f);
    default: return detail satisfies never;
  }
}

/** What rivalwatch itself does not fetch: nobody blocks it, and coming less often would not help. */
const heldBack: Partial<Record<Outcome, string>> = {
  address_refused: 'For a shop of your own network set "allowPrivateAddresses: true" at its source.',
  too_large: 'Raise "politeness: maxBytes" if it is really the right address.',
  too_many_redirects: 'Open the address in a browser and watch the one it ends at.',
};

function sourceBlocked({ outcome, examples }: Detail<'source_blocked'>): Told {
  const said = (headline: string, todo: string): Told => ({ headline, lines: [`The crawl met ${outcomes[outcome]}. Nothing was learned from it.`, ...examples, todo] });
  if (isUnreachable(outcome)) return said('Source cannot be reached', 'See whether the site opens in a browser; the next crawl tries again.');
  const todo = heldBack[outcome];
  if (todo) return said('Source is not fetched', todo);
  return said('Source blocks us', outcome === 'robots_refused' ? 'It is not fetched. Ask the shop, or use its API or feed.' : 'Crawl less often, or import what you may see; walls are not climbed.');
}

function channelOff({ channel, why, failingSince, answer, fallback }: Detail<'channel_off'>, f: Formats): readonly string[] {
  return [
    why === 'permanent' ? 'It says that it will never take messages as it is set up now.' : `It has taken no message since ${f.time(failingSince)}; it is tried once an hour.`,
    `Its answer: ${answer}`,
    fallback === undefined ? 'Its alerts wait until it works again.' : `Its alerts go to ${fallback} meanwhile.`,
    `Mend its settings, or run: rivalwatch channels resume ${channel}`,
  ];
}

function moved({ url, category }: Detail<'listing_moved'>): Told {
  const trail = (names: readonly string[]): string => names.join(' › ') || 'no category';
  if (!category) return { headline: 'Moved to another address', ...url };
  return {
    headline: url ? 'Moved to another address and category' : 'Moved to another category', from: trail(category.from), to: trail(category.to),
    lines: url ? [`Address: ${url.from} → ${url.to}`] : [],
  };
}

function description({ from, to, edits, more: rest = 0 }: Detail<'description'>): Told {
  if (!edits) return { headline: 'Description changed', from, to };
  return { headline: 'Description changed', lines: [`${edits.length + rest} ${edits.length + rest === 1 ? 'place' : 'places'} edited`], code: editLines(edits) };
}

function attribute({ name, from, to }: AttributeEdit): string {
  if (from === null) return `${name}: ${to ?? ''} (new)`;
  return to === null ? `${name}: ${from} (removed)` : `${name}: ${from} → ${to}`;
}

function stars(counts: readonly number[] | undefined): readonly string[] {
  const some = (counts ?? []).flatMap((count, index) => (count > 0 ? [`${count} × ${index + 1}★`] : []));
  return some.length > 0 ? [some.toReversed().join(', ')] : [];
}

function starMixHeadline({ from, to }: Detail<'star_mix'>, f: Formats): string {
  const points = badShare(to) - badShare(from);
  if (Math.abs(points) < 0.05) return 'Star mix changed';
  return `${points > 0 ? 'More' : 'Fewer'} bad ratings, ${f.percent(badShare(to))} of all`;
}

/** The most stars first, each with its share. */
function starMix(mix: StarMix, f: Formats): string {
  return starShares(mix).map((share, index) => `${index + 1}★ ${f.percent(share)}`).toReversed().join(', ');
}

function rank(detail: Detail<'search_rank'>): Told {
  const place = (value: number | null): string => (value === null ? 'not listed' : `place ${value}`);
  const lost = detail.to === null || (detail.from !== null && detail.to >= detail.from);
  const onPage = detail.pagePosition === null ? [] : [`Position ${detail.pagePosition} on the page, ads included`];
  const above = detail.overtakenBy.map((item) => `Now above: ${item.title}${item.sponsored ? ' (sponsored)' : ''}`);
  const headline = detail.from === detail.to ? 'Pushed down in search by an ad' : `Search place ${lost ? 'lost' : 'gained'}`;
  return { headline, from: place(detail.from), to: place(detail.to), lines: [...onPage, ...above] };
}

function ads({ ads: count }: SponsoredPlaces, places: number): string {
  return `${count} ${count === 1 ? 'ad' : 'ads'} in the first ${places} places`;
}

function newAds({ from, to }: Detail<'sponsored_share'>): readonly string[] {
  const before = new Set(from.products.map((one) => one.productId));
  return to.products.filter((one) => !before.has(one.productId)).map((one) => `New ad: ${one.title || one.productId}`);
}

function pageText({ diff, added, removed, sentences }: Detail<'page_text'>): Told {
  if (!sentences) return { headline: 'Page changed', lines: [`${added} ${added === 1 ? 'line' : 'lines'} added, ${removed} removed`], code: diff };
  const code = [...sentences.removed.map((one) => `- ${one}`), ...sentences.added.map((one) => `+ ${one}`)].join('\n');
  return { headline: 'Page changed', lines: [`${added} ${added === 1 ? 'sentence' : 'sentences'} added, ${removed} removed`], code };
}

/** What is missing or read in another way; nothing more is known when the pages could not be read at all. */
function brokenLines({ fields: lost, moved: otherWay = [] }: Detail<'reading_broken'>): readonly string[] {
  const other = otherWay.map(({ field, from, to, fromPlace, toPlace }) => `${fields[field]}: so far from ${methods[from]}${fromPlace ? ` (${fromPlace})` : ''}, now from ${methods[to]}${toPlace ? ` (${toPlace})` : ''}`);
  const missing = lost.length > 0 || other.length === 0 ? [`The pages come, but these are missing on most of them: ${lost.map((field) => fields[field]).join(', ') || 'all fields'}.`] : [];
  return [...missing, ...(other.length > 0 ? ['On most pages these are now read from another place, and may be another value:', ...other] : []), 'Values are held back until it works again.'];
}
