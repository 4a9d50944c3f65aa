import type { ChangeDetail } from '../../model/change.ts';
import type { Price } from '../../model/listing.ts';
import { isUnreachable } from '../../model/outcome.ts';
import type { Catalogue, Told } from './catalogue.ts';
import type { Formats } from './formats.ts';

const availability = { in_stock: 'in stock', low: 'low stock', out_of_stock: 'out of stock', preorder: 'preorder', delisted: 'delisted' } as const;
const priceKinds = { page: '', list: 'list price', conditional: 'with conditions', deposit: 'deposit', estimated: 'estimated', range: 'from – to' } as const;
const fields = { title: 'title', price: 'price', availability: 'stock' } as const;
const methods = {
  api: 'API', configured: 'own selector', 'json-ld': 'JSON-LD', 'embedded-state': 'embedded data', meta: 'meta tag', microdata: 'microdata', rdfa: 'RDFa',
  platform: 'platform selector', text: 'page text', url: 'address',
} as const;
const outcomes = {
  ok: 'fine', not_found: 'not found', gone: 'gone', login_wall: 'a sign-in wall', challenge: 'a captcha', blocked: 'a refusal', rate_limited: 'a rate limit',
  server_error: 'a server error', shell: 'an empty page', wrong_item: 'another item', wrong_locale: 'another country or currency', parse_drift: 'a page that is built differently',
  not_supported: 'an unknown content type', too_large: 'a page that is too large', too_many_redirects: 'too many redirects', timeout: 'no answer in time',
  network_error: 'a network error', address_refused: 'a private address', robots_refused: 'robots.txt', robots_unreachable: 'robots.txt that cannot be fetched',
} as const;

function amount(price: Price, formats: Formats): string {
  const kind = price.kind === 'range' ? '' : priceKinds[price.kind];
  return kind ? `${formats.amount(price)} (${kind})` : formats.amount(price);
}

function variant(sku: string | undefined): readonly string[] {
  return sku === undefined ? [] : [`Variant ${sku}`];
}

function rank(detail: Extract<ChangeDetail, { kind: 'search_rank' }>): Told {
  const place = (value: number | null): string => (value === null ? 'not listed' : `place ${value}`);
  const lost = detail.to === null || (detail.from !== null && detail.to >= detail.from);
  const onPage = detail.pagePosition === null ? [] : [`Position ${detail.pagePosition} on the page, ads included`];
  const above = detail.overtakenBy.map((item) => `Now above: ${item.title}${item.sponsored ? ' (sponsored)' : ''}`);
  const headline = detail.from === detail.to ? 'Pushed down in search by an ad' : `Search place ${lost ? 'lost' : 'gained'}`;
  return { headline, from: place(detail.from), to: place(detail.to), lines: [...onPage, ...above] };
}

/** What is missing or read in another way; nothing more is known when the pages could not be read at all. */
function brokenLines({ fields: lost, moved = [] }: Extract<ChangeDetail, { kind: 'reading_broken' }>): readonly string[] {
  const other = moved.map(({ field, from, to, fromPlace, toPlace }) => `${fields[field]}: so far from ${methods[from]}${fromPlace ? ` (${fromPlace})` : ''}, now from ${methods[to]}${toPlace ? ` (${toPlace})` : ''}`);
  const missing = lost.length > 0 || other.length === 0 ? [`The pages come, but these are missing on most of them: ${lost.map((field) => fields[field]).join(', ') || 'all fields'}.`] : [];
  return [...missing, ...(other.length > 0 ? ['On most pages these are read in another way than ever, which may be another value:', ...other] : []), 'Values are held back until it works again.'];
}

function tell(detail: ChangeDetail, f: Formats): Told {
  switch (detail.kind) {
    case 'price': return { headline: `Price ${detail.percent < 0 ? 'down' : 'up'} ${f.percent(detail.percent)}`, from: amount(detail.from, f), to: amount(detail.to, f), lines: variant(detail.offerSku) };
    case 'list_price': return { headline: 'List price changed', from: detail.from ? f.amount(detail.from) : 'none', to: detail.to ? f.amount(detail.to) : 'none' };
    case 'promotion_started': return { headline: 'Promotion started', to: detail.promotion.label, lines: detail.promotion.endsAt ? [`Until ${f.time(detail.promotion.endsAt)}`] : [] };
    case 'promotion_ended': return { headline: 'Promotion ended', from: detail.promotion.label };
    case 'promotion_extended': return { headline: 'Promotion has another end', from: f.time(detail.endedAt), to: detail.promotion.endsAt ? f.time(detail.promotion.endsAt) : 'open', lines: [detail.promotion.label] };
    case 'stock': return { headline: stockHeadline(detail), from: availability[detail.from], to: availability[detail.to], lines: variant(detail.offerSku) };
    case 'listing_appeared': return { headline: 'New listing', lines: [detail.price ? amount(detail.price, f) : 'Price not known', ...(detail.availability ? [availability[detail.availability]] : [])] };
    case 'listing_disappeared': return { headline: 'Listing removed', lines: [detail.how === 'gone' ? 'Its page says that it is gone' : 'No longer listed', `Last seen ${f.time(detail.lastSeenAt)}`] };
    case 'listing_returned': return { headline: 'Listing is back', lines: [`Was missing since ${f.time(detail.missingSince)}`, ...(detail.price ? [amount(detail.price, f)] : [])] };
    case 'title': return { headline: 'Title changed', from: detail.from, to: detail.to };
    case 'images': return { headline: 'Pictures changed', lines: [...(detail.mainChanged ? ['Another main picture'] : []), `${detail.added.length} added, ${detail.removed.length} removed`, ...detail.added.slice(0, 3)] };
    case 'description': return { headline: 'Description changed', from: detail.from, to: detail.to };
    case 'rating': return { headline: `Rating ${detail.to.value / detail.to.scale < detail.from.value / detail.from.scale ? 'down' : 'up'}`, from: f.rating(detail.from), to: f.rating(detail.to) };
    case 'review_count': return { headline: 'Number of reviews changed', from: f.count(detail.from), to: f.count(detail.to) };
    case 'negative_reviews': return { headline: detail.reviews.length === 1 ? 'A new bad review' : `${detail.reviews.length} new bad reviews`, lines: detail.reviews.map((review) => `${review.rating ? `${f.rating(review.rating)}: ` : ''}${review.text}`) };
    case 'search_rank': return rank(detail);
    case 'page_text': return { headline: 'Page changed', lines: [`${detail.added} lines added, ${detail.removed} removed`], code: detail.diff };
    case 'reading_broken': return { headline: 'Reading is broken', lines: [...brokenLines(detail), ...detail.examples] };
    case 'reading_recovered': return detail.accepted ? { headline: 'Reading goes on in another way', lines: ['Three crawls in a row agreed: what was read differently counts as usual from now on, and its values are used again.'] } : { headline: 'Reading works again' };
    case 'source_blocked': return { headline: isUnreachable(detail.outcome) ? 'Source cannot be reached' : 'Source blocks us', lines: [`Stopped by ${outcomes[detail.outcome]}. Nothing was learned from this crawl.`, ...detail.examples] };
    case 'source_recovered': return { headline: 'Source answers again' };
    default: return detail satisfies never;
  }
}

function stockHeadline({ from, to }: Extract<ChangeDetail, { kind: 'stock' }>): string {
  if (to === 'out_of_stock') return 'Sold out';
  if (to === 'delisted') return 'No longer sold';
  return from === 'out_of_stock' || from === 'delisted' ? `Back: ${availability[to]}` : `Stock: ${availability[to]}`;
}

/** English. */
export const en: Catalogue = {
  kinds: {
    price: 'Price', list_price: 'List price', promotion_started: 'Promotion', promotion_ended: 'Promotion', promotion_extended: 'Promotion', stock: 'Stock',
    listing_appeared: 'New listing', listing_disappeared: 'Removed listing', listing_returned: 'Returned listing', title: 'Title', images: 'Pictures', description: 'Description',
    rating: 'Rating', review_count: 'Reviews', negative_reviews: 'Bad reviews', search_rank: 'Search place', page_text: 'Page', reading_broken: 'Reading', reading_recovered: 'Reading',
    source_blocked: 'Source', source_recovered: 'Source',
  },
  severities: { info: 'info', warning: 'warning', critical: 'critical' },
  availability, priceKinds, fields, outcomes,
  methods,
  labels: { from: 'From', to: 'To', where: 'Where', when: 'When', why: 'Why', evidence: 'Evidence', open: 'Open page', recovered: 'Over' },
  colon: ': ',
  tell,
  ownPrice: ({ reason, moment }, f) => ({
    headline: moment === 'recovered' ? 'No longer undercut' : `Rival ${(reason.percent ?? 0) < 0 ? 'below' : 'above'} your price by ${f.percent(reason.percent ?? 0)}`,
    ...(reason.from ? { from: `${f.money(reason.from)} (yours)` } : {}), ...(reason.to ? { to: `${f.money(reason.to)} (rival)` } : {}),
  }),
  rankRegained: (to) => `Search place regained${to === null ? '' : `: ${to}`}`,
  why: ({ ruleId, reason }, f) => {
    const against = { previous: 'against the last value', last_alerted: 'against the last alert', own_price: 'against your price' }[reason.baseline];
    const parts = [reason.percent === undefined ? '' : `${reason.percent < 0 ? '−' : '+'}${f.percent(reason.percent)} ${against}`, reason.threshold ? `from ${reason.threshold} on` : '', reason.replaced ? `stands for ${reason.replaced} earlier` : ''];
    return [`Rule ${ruleId}`, parts.filter(Boolean).join(', ')].filter(Boolean).join(': ');
  },
  own: (product, f) => `Your ${product.sku} (${product.title}): ${f.money(product.price)}`,
  evidence: (method, place, raw, archive) => `${method} ${place}: “${raw}”${archive ? `, archive ${archive}` : ''}`,
};
