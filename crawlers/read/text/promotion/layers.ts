import type { Layer, Mechanic } from '../../../../model/promotion.ts';

/** Where a mechanic belongs when the text does not say. */
export const LAYER_OF: Readonly<Record<Mechanic, Layer>> = {
  full_reduction: 'shop', every_full_reduction: 'platform', full_discount: 'shop', qty_discount: 'product', qty_reduction: 'product', nth_discount: 'product', nth_price: 'product',
  coupon: 'shop', direct_reduction: 'product', flash_sale: 'product', presale_deposit: 'product', platform_subsidy: 'subsidy', gov_subsidy: 'subsidy', gift: 'product', exchange_purchase: 'shop',
  cashback: 'points', new_user: 'shop', member: 'platform', payment_reduction: 'payment', points: 'points', installment: 'payment', subscribe_save: 'product', free_shipping: 'shipping',
  purchase_limit: 'product', multibuy_price: 'product', fixed_price: 'product', bundle_price: 'product', buy_x_pay_y: 'product', buy_x_get_y: 'product',
};

/** The layer the words name: 跨店 (across shops) outranks 店 (shop). */
export function layerWords(text: string): Layer | undefined {
  if (/跨店|平台|官方|全网|品类券|site-?wide|platform/iu.test(text)) return 'platform';
  return /店铺|同店|本店|全店|from this seller|store coupon|shop coupon|seller coupon/iu.test(text) ? 'shop' : undefined;
}
