import { PRICE_MARK } from './words.ts';

/** Parts of a page that are told apart, because a price in one of them is not the product's price. */
export type Region = 'main' | 'related' | 'navigation' | 'cart' | 'reviews' | 'financing' | 'shipping';

const PATTERNS: readonly (readonly [Exclude<Region, 'main'>, RegExp])[] = [
  ['navigation', /(?:^|[\s_-])(?:footer|mega-?menu|navbar|site-?nav|main-?nav|offcanvas|cookie|newsletter|search-?(?:result|suggest|overlay))/],
  ['cart', /mini-?(?:cart|basket)|(?:cart|basket)-?(?:drawer|total|summary|sidebar|popup|layer|overlay)|side-?cart|warenkorb-?(?:summe|layer)/],
  ['related', /relat(?!ive(?:$|[\s_-]))|recommend|similar|upsell|up-sell|cross-?sell|also-?(?:bought|viewed|like)|accessor|recently|last-?(?:seen|viewed)|empfehl|zubehoer|alternativ|sponsor|frequently|complete-the|suggest|bought-?together|product-?(?:list(?!-?price|ing)|grid|slider|carousel|teaser)|products-?(?:list|grid|slider|carousel)|(?:^|[\s_-])(?:bundle|upselling|recs?|other-?products)(?:$|[\s_-])/],
  ['financing', /financ|instal+ment|(?:^|[\s_-])(?:credit|kredit|leasing|klarna|affirm|afterpay|ratenzahlung|parcelas?|cuotas?|monthly)/],
  ['shipping', /shipping|delivery-?(?:cost|price|fee|option)|versand|livraison|(?:^|[\s_-])(?:envio|frete|spedizione)/],
  ['reviews', /(?:^|[\s_-])(?:reviews?|comments?|ugc|testimonials?|bewertungen|questions?|faq)(?:$|[\s_-])/],
];

/** The region an element begins by its tag, class and id (lower case); undefined when it begins none. */
export function regionOf(tag: string, marks: string): Region | undefined {
  if (tag === 'footer' || tag === 'nav') return 'navigation';
  if (marks === '') return undefined;
  // `slider-price`, `related-price`: a name for the price itself tells nothing about where it stands.
  if (marks.length < 60 && PRICE_MARK.test(marks)) return undefined;
  const region = PATTERNS.find(([, pattern]) => pattern.test(marks))?.[0];
  // `add-to-basket-summary` is about this article, `basket-summary` about those in the basket.
  return region === 'cart' && /add-?(?:ed-)?to-?(?:cart|bag|basket)/.test(marks) ? undefined : region;
}

/** A stretch of the page that one element begins. It turns out to be the main part when the page's h1 stands in it. */
export interface Zone {
  region: Region;
}

/** The zone an element stands in: the page's h1 makes the zone around it the main one, whatever its name. */
export function zoneOf(tag: string, begins: Region | undefined, outer: Zone | undefined): Zone {
  if (tag === 'h1' && outer && outer.region !== 'navigation' && outer.region !== 'cart') outer.region = 'main';
  if (outer && outer.region !== 'main') return outer;
  return begins ? { region: begins } : outer ?? { region: 'main' };
}
