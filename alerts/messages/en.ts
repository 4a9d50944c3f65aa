import type { Catalogue } from './catalogue.ts';
import { reasonEn } from './reason-en.ts';
import { tellEn } from './tell-en.ts';
import { availability, fields, methods, outcomes, priceKinds } from './words-en.ts';

/** English. */
export const en: Catalogue = {
  kinds: {
    price: 'Price', list_price: 'List price', promotion_started: 'Promotion', promotion_ended: 'Promotion', promotion_extended: 'Promotion', promotion_changed: 'Promotion',
    unit_price: 'Unit price', to_pay: 'To pay', stock: 'Stock', flapping: 'To and fro', quantity: 'Left in stock', condition: 'Condition', seller: 'Seller', shipping: 'Shipping', variant_added: 'Variants',
    variant_removed: 'Variants', listing_moved: 'Moved listing', brand: 'Brand', attributes: 'Features', new_reviews: 'New reviews', sponsored_share: 'Ads in search',
    listing_appeared: 'New listing', listing_disappeared: 'Removed listing', listing_returned: 'Returned listing', title: 'Title', images: 'Pictures', description: 'Description',
    rating: 'Rating', review_count: 'Reviews', star_mix: 'Star mix', negative_reviews: 'Bad reviews', search_rank: 'Search place', page_text: 'Page', reading_broken: 'Reading', reading_recovered: 'Reading',
    source_blocked: 'Source', source_recovered: 'Source', channel_off: 'Channel', channel_recovered: 'Channel',
    trouble_began: 'Operations', trouble_lasts: 'Operations', trouble_over: 'Operations',
  },
  severities: { info: 'info', warning: 'warning', critical: 'critical' },
  availability, priceKinds, fields, outcomes,
  methods,
  labels: { from: 'Before', to: 'Now', against: 'Against', where: 'Where', when: 'When', why: 'Why', evidence: 'Evidence', open: 'Open page', proof: 'Show evidence', recovered: 'Over' },
  colon: ': ',
  tell: tellEn,
  reason: reasonEn,
  rankRegained: (to) => `Search place ${to === null ? '' : `${to} `}regained`,
  own: (product, f) => `Your ${product.sku} (${product.title}): ${f.money(product.price)}${product.packRatio ? ` (${product.packRatio.theirs} of theirs = ${product.packRatio.ours} of yours)` : ''}`,
  evidence: (method, place, raw, archive) => `${method} ${place}: “${raw}”${archive ? `, archive ${archive}` : ''}`,
};
