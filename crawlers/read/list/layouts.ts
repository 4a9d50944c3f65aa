/** A list layout of a marketplace. Selectors are of the simple kind `select.ts` knows; all but `item` may be left out. */
export interface Layout {
  readonly name: string;
  readonly item: string;
  /** Attribute of the item, or of the first element inside that has it, that holds the product id. */
  readonly id?: string;
  /** Items whose id is empty are placeholders. */
  readonly idRequired?: boolean;
  /** The first that finds a text. */
  readonly title?: readonly string[];
  readonly link?: string;
  readonly price?: string;
  readonly listPrice?: string;
  readonly rating?: string;
  readonly reviewCount?: string;
  readonly sponsored?: string;
  /** Makes the item's address from its id where the block has no link. `{id}` is replaced. */
  readonly url?: string;
}

/** Verified layouts: Amazon search and best sellers, eBay old and new, JD search old and new, Taobao and Tmall search, Walmart. */
export const LAYOUTS: readonly Layout[] = [
  { name: 'amazon-search', item: 'div[data-component-type=s-search-result][data-asin]', id: 'data-asin', idRequired: true, title: ['a h2, h2 a', 'h2'], link: 'h2 a[href], a.a-link-normal[href*=/dp/], a.s-no-outline[href]', price: '.a-price[data-a-color=base] .a-offscreen, .a-price[data-a-color=price] .a-offscreen', listPrice: '[data-a-strike=true] .a-offscreen', rating: '.a-icon-alt', reviewCount: 'a[href*=customerReviews] span, span.s-underline-text', sponsored: '.AdHolder, .puis-sponsored-label-text, .s-sponsored-label-text', url: '/dp/{id}' },
  { name: 'amazon-bestsellers', item: '#gridItemRoot, div.zg-grid-general-faceout, li.zg-item-immersion', title: ['.p13n-sc-truncated, .p13n-sc-truncate, div[class*=line-clamp]'], link: 'a.a-link-normal[href*=/dp/]', price: '.p13n-sc-price, span[class*=p13n-sc-price]', rating: '.a-icon-alt', reviewCount: 'a[href*=product-reviews] span.a-size-small, a[href*=product-reviews]' },
  { name: 'ebay-search', item: 'li.s-item', title: ['.s-item__title'], link: 'a.s-item__link[href]', price: '.s-item__price', listPrice: '.s-item__trending-price .STRIKETHROUGH, .STRIKETHROUGH', rating: '.x-star-rating', reviewCount: '.s-item__reviews-count' },
  { name: 'ebay-cards', item: 'li.s-card, div.s-card, div.su-card-container', id: 'data-listingid', title: ['.s-card__title'], link: 'a[href*=/itm/]', price: '.s-card__price', listPrice: '.s-card__price.strikethrough, .strikethrough' },
  { name: 'jd-search', item: 'li.gl-item[data-sku], li.gl-item div.j-sku-item[data-sku]', id: 'data-sku', idRequired: true, title: ['.p-name em'], link: '.p-name a[href], .p-img a[href]', price: '.p-price i, .p-price strong', listPrice: '.p-market del', reviewCount: '.p-commit a', sponsored: '.p-promo-flag', url: 'https://item.jd.com/{id}.html' },
  { name: 'jd-cards', item: 'div.plugin_goodsCardWrapper[data-sku]', id: 'data-sku', idRequired: true, title: ['[class*=goods_title] [title], [title]'], price: '[class*=_price]', url: 'https://item.jd.com/{id}.html' },
  { name: 'taobao-search', item: 'div.item[data-nid], div.J_MouserOnverReq, div.product[data-id][data-atp]', id: 'data-nid', title: ['.title a, .productTitle a'], link: '.title a[href], .pic-link[href], .productTitle a[href]', price: '.price strong, .productPrice em', reviewCount: '.productStatus a', url: 'https://item.taobao.com/item.htm?id={id}' },
  { name: 'walmart-search', item: 'div[data-item-id]', title: ['[data-automation-id=product-title]'], link: 'a[href*=/ip/]', price: '[data-automation-id=product-price]' },
];
