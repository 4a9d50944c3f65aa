import type { Change } from '../../model/change.ts';
import { decimalOf, type Money } from '../../model/money.ts';
import { badShare } from '../../model/star-mix.ts';
import { LONGEST_FACT, type RuleFacts } from '../../model/rule-facts.ts';
import { ownPriceOf, type RuleContext } from './context.ts';

/** What the filter of a rule can ask about a change (model/rule-facts.ts). What is not known is left out. */
export function factsOf(change: Change, context: RuleContext): RuleFacts {
  const { product, listing } = context;
  const ownPrice = ownPriceOf(context);
  return known({
    kind: change.detail.kind, source: change.sourceId, target: change.targetId, tags: context.tags, title: cut(change.title), url: cut(change.url),
    brand: cut(listing?.brand), seller: cut(listing?.seller), condition: cut(listing?.condition), rating: listing?.rating, reviewCount: listing?.reviewCount, badShare: listing?.badShare,
    price: listing?.price && units(listing.price.money), priceKind: listing?.price?.kind, currency: listing?.price?.money.currency,
    listPrice: listing?.listPrice ? units(listing.listPrice) : undefined, availability: listing?.availability,
    own: product !== undefined, sku: product?.sku, ownPrice: ownPrice && units(ownPrice),
    ...ofDetail(change),
  });
}

type Loose = { readonly [Name in keyof RuleFacts]: RuleFacts[Name] | undefined };

/** What the change itself says, which is newer than what is known of the listing. */
function ofDetail({ detail }: Change): Partial<Loose> {
  switch (detail.kind) {
    case 'price': return {
      price: units(detail.to.money), priceKind: detail.to.kind, oldPrice: units(detail.from.money), currency: detail.to.money.currency, percent: detail.percent,
      ...(detail.offerSku === undefined ? {} : { variant: detail.offerSku }),
    };
    case 'list_price': return detail.to ? { listPrice: units(detail.to.money) } : { listPrice: undefined };
    case 'stock': return { availability: detail.to, ...(detail.offerSku === undefined ? {} : { variant: detail.offerSku }) };
    case 'listing_appeared': case 'listing_returned': return detail.price ? { price: units(detail.price.money), priceKind: detail.price.kind, currency: detail.price.money.currency } : {};
    case 'promotion_started': case 'promotion_ended': case 'promotion_extended': return { promotion: cut(detail.promotion.label), mechanic: detail.promotion.mechanic };
    case 'rating': return { rating: detail.to.value / detail.to.scale };
    case 'review_count': return { reviewCount: detail.to.value };
    case 'star_mix': return { badShare: badShare(detail.to) };
    case 'search_rank': return { rank: detail.to ?? undefined, oldRank: detail.from ?? undefined };
    default: return {};
  }
}

function known(facts: Loose): RuleFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function units(amount: Money): number {
  return Number(decimalOf(amount));
}

function cut(text: string): string;
function cut(text: string | undefined): string | undefined;
function cut(text: string | undefined): string | undefined {
  return text === undefined || text.length <= LONGEST_FACT ? text : text.slice(0, LONGEST_FACT);
}
