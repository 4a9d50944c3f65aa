import type { ChangeDetail, ChangeKind } from '../../model/change.ts';
import type { Offer, Price, UnitPrice } from '../../model/listing.ts';
import type { Money } from '../../model/money.ts';
import type { Promotion } from '../../model/promotion.ts';
import type { Told } from './catalogue.ts';
import type { Formats } from './formats.ts';
import { listed } from './shared.ts';
import { availability, conditions, priceKinds, units } from './words-zh-cn.ts';

type Detail<K extends ChangeKind> = Extract<ChangeDetail, { kind: K }>;

/** An amount with what it is conditional on, where it is. */
export function amount(price: Price, formats: Formats): string {
  const kind = price.kind === 'range' ? '' : priceKinds[price.kind];
  return kind ? `${formats.amount(price)}（${kind}）` : formats.amount(price);
}

/** The variant, where it is not the one that the page shows. */
export function variant(sku: string | undefined): readonly string[] {
  return sku === undefined ? [] : [`规格 ${sku}`];
}

/** What a fall is worth, and whether the price was there before. */
export function discountLines({ discount, returned }: Detail<'price'>, f: Formats): readonly string[] {
  const lines: string[] = [];
  if (discount) {
    const days = discount.knownDays >= 30 ? '近 30 天' : `有记录的 ${f.number(discount.knownDays)} 天内`;
    lines.push(discount.real ? `${days}最低价（此前最低 ${f.money(discount.lowest)}）` : `并未低于${days}的最低价（${f.money(discount.lowest)}）`);
    if (discount.raised) lines.push(`${discount.raised.daysBefore === 0 ? '当天' : `${f.number(discount.raised.daysBefore)} 天前`}曾从 ${f.money(discount.raised.from)} 涨到 ${f.money(discount.raised.to)}`);
  }
  if (returned) lines.push(`回到 ${f.time(returned.until)} 之前的价格`);
  return lines;
}

/** A price for a measure. */
export function unitPrice({ money, per, unit }: UnitPrice, f: Formats): string {
  return `${f.money(money)} / ${per === 1 ? '' : `${f.number(per)} `}${units[unit]}`;
}

/** What is to be paid after the promotions. */
export function toPay({ quantity, audience, from, to, percent, by, requiresClaim }: Detail<'to_pay'>, f: Formats): Told {
  return {
    headline: `买 ${f.number(quantity)} 件到手价${percent < 0 ? '下降' : '上涨'} ${f.percent(percent)}`, from: f.money(from), to: f.money(to),
    lines: [
      ...(audience === undefined ? [] : [`仅限${audience}`]), by.length > 0 ? `优惠：${by.join(' + ')}` : '目前没有优惠',
      ...(requiresClaim ? ['需先领取'] : []), '由页面信息推算，以结算页为准',
    ],
  };
}

/** A promotion by its label, with the code that its label does not say. */
export function promotion({ label, params }: Promotion): string {
  return params.code === undefined || label.includes(params.code) ? label : `${label}（优惠码 ${params.code}）`;
}

/** 原样写出的值：库存状态用词语，金额照写。 */
export function stockWord(side: string): string {
  return Object.entries(availability).find(([name]) => name === side)?.[1] ?? side;
}

/** What became of the struck-through price. */
export function listPriceHeadline({ from, to }: Detail<'list_price'>): string {
  if (!from || !to) return to ? '新增划线价' : '取消划线价';
  return `划线价${to.money.minor < from.money.minor ? '下调' : '上调'}`;
}

/** Whether a promotion lasts longer or shorter than was said. */
export function endHeadline({ endedAt, promotion: { endsAt } }: Detail<'promotion_extended'>): string {
  return endsAt && endsAt < endedAt ? '促销提前结束' : '促销延期';
}

/** What became of the stock. */
export function stockHeadline({ from, to }: Detail<'stock'>): string {
  if (to === 'out_of_stock') return '已售罄';
  if (to === 'delisted') return '停止销售';
  return from === 'out_of_stock' || from === 'delisted' ? `恢复供应：${availability[to]}` : `库存：${availability[to]}`;
}

/** A condition, as readers name it. */
export function condition(text: string | null): string {
  return text === null ? '未注明' : (conditions[text.toLowerCase()] ?? text);
}

/** Who has the offer now. */
export function seller({ from, to, fromPrice, toPrice }: Detail<'seller'>, f: Formats): Told {
  const who = (one: Detail<'seller'>['from'], price: Price | undefined): string => `${one ? one.name : '无卖家'}${price ? `，售价 ${amount(price, f)}` : ''}`;
  return { headline: to === null ? '目前无人在售' : from === null ? '重新有卖家在售' : '卖家更换', from: who(from, fromPrice), to: who(to, toPrice) };
}

/** What became of the shipping cost. */
export function shippingHeadline({ from, to }: Detail<'shipping'>): string {
  if (to?.minor === 0) return '改为包邮';
  if (!from || !to) return '运费变动';
  return `运费${to.minor < from.minor ? '下降' : '上涨'}`;
}

/** A shipping cost. */
export function shipping(cost: Money | null, f: Formats): string {
  if (cost === null) return '未注明';
  return cost.minor === 0 ? '包邮' : f.money(cost);
}

/** A line for each variant. */
export function offerLines({ offers, total }: Detail<'variant_added' | 'variant_removed'>, f: Formats): readonly string[] {
  return [...offers.slice(0, 15).map((offer) => offerLine(offer, f)), ...more(total - Math.min(15, offers.length), '个')];
}

function offerLine({ sku, options, price, availability: stock }: Offer, f: Formats): string {
  const name = Object.values(options).join(' / ') || sku;
  return listed([name, [price ? amount(price, f) : '', stock ? availability[stock] : ''].filter(Boolean).join('，')], '：');
}

/** How many were left out. */
export function more(count: number, measure: string): readonly string[] {
  return count > 0 ? [`另有 ${count} ${measure}`] : [];
}
