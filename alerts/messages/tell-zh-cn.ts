import type { AttributeEdit, ChangeDetail, ChangeKind, SponsoredPlaces } from '../../model/change.ts';
import type { Offer, Price, UnitPrice } from '../../model/listing.ts';
import type { Money } from '../../model/money.ts';
import { isUnreachable } from '../../model/outcome.ts';
import type { Promotion } from '../../model/promotion.ts';
import type { Told } from './catalogue.ts';
import type { Formats } from './formats.ts';
import { troubleZhCn } from './trouble-zh-cn.ts';
import { editLines, listed, starsBetween } from './shared.ts';
import { availability, conditions, fields, methods, outcomes, priceKinds, units } from './words-zh-cn.ts';

type Detail<K extends ChangeKind> = Extract<ChangeDetail, { kind: K }>;

/** A change in simplified Chinese. */
export function tellZhCn(detail: ChangeDetail, f: Formats): Told {
  switch (detail.kind) {
    case 'price': return { headline: `${detail.percent < 0 ? '降价' : '涨价'} ${f.percent(detail.percent)}`, from: amount(detail.from, f), to: amount(detail.to, f), lines: [...variant(detail.offerSku), ...discountLines(detail, f)] };
    case 'list_price': return { headline: listPriceHeadline(detail), from: detail.from ? f.amount(detail.from) : '无', to: detail.to ? f.amount(detail.to) : '无' };
    case 'unit_price': return { headline: `单位价格${detail.percent < 0 ? '下降' : '上涨'} ${f.percent(detail.percent)}`, from: unitPrice(detail.from, f), to: unitPrice(detail.to, f) };
    case 'to_pay': return toPay(detail, f);
    case 'promotion_started': return { headline: '促销开始', to: detail.promotion.label, lines: detail.promotion.endsAt ? [`截止 ${f.time(detail.promotion.endsAt)}`] : [] };
    case 'promotion_ended': return { headline: '促销结束', from: detail.promotion.label };
    case 'promotion_extended': return { headline: endHeadline(detail), from: `截止 ${f.time(detail.endedAt)}`, to: detail.promotion.endsAt ? `截止 ${f.time(detail.promotion.endsAt)}` : '未注明截止时间', lines: [detail.promotion.label] };
    case 'promotion_changed': return { headline: '促销内容变动', from: promotion(detail.from), to: promotion(detail.to), lines: detail.to.endsAt ? [`截止 ${f.time(detail.to.endsAt)}`] : [] };
    case 'stock': return { headline: stockHeadline(detail), from: availability[detail.from], to: availability[detail.to], lines: variant(detail.offerSku) };
    case 'flapping': return { headline: detail.what === 'price' ? '价格反复变动' : '库存反复变动', lines: [`自 ${f.time(detail.since)} 起，在${detail.between.map((side) => stockWord(side)).join('与')}之间变动了 ${f.number(detail.times)} 次。`, '稳定之前不再逐次提醒。'] };
    case 'quantity': return { headline: detail.how === 'restocked' ? '已补货' : detail.to === 0 ? '已无剩余' : `仅剩 ${f.number(detail.to)} 件`, from: `剩 ${f.number(detail.from)} 件`, to: `剩 ${f.number(detail.to)} 件`, lines: variant(detail.offerSku) };
    case 'condition': return { headline: '成色变动', from: condition(detail.from), to: condition(detail.to) };
    case 'seller': return seller(detail, f);
    case 'shipping': return { headline: shippingHeadline(detail), from: shipping(detail.from, f), to: shipping(detail.to, f) };
    case 'variant_added': return { headline: `新增 ${f.number(detail.total)} 个规格`, lines: offerLines(detail, f) };
    case 'variant_removed': return { headline: `减少 ${f.number(detail.total)} 个规格`, lines: offerLines(detail, f) };
    case 'listing_appeared': return { headline: '新上架商品', lines: [detail.price ? amount(detail.price, f) : '价格未知', ...(detail.availability ? [availability[detail.availability]] : [])] };
    case 'listing_disappeared': return { headline: '商品下架', lines: [detail.how === 'gone' ? '商品页显示已下架' : '列表中已找不到', `最后一次看到：${f.time(detail.lastSeenAt)}`] };
    case 'listing_returned': return { headline: '商品重新上架', lines: [`此前自 ${f.time(detail.missingSince)} 起找不到`, ...(detail.price ? [amount(detail.price, f)] : [])] };
    case 'listing_moved': return moved(detail);
    case 'title': return { headline: '标题变动', from: detail.from, to: detail.to };
    case 'brand': return { headline: '品牌变动', from: detail.from ?? '未注明', to: detail.to ?? '未注明' };
    case 'images': return { headline: '图片变动', lines: [...(detail.mainChanged ? ['主图已更换'] : []), `新增 ${detail.added.length} 张，移除 ${detail.removed.length} 张`, ...detail.added.slice(0, 3)] };
    case 'description': return description(detail);
    case 'attributes': return { headline: `${f.number(detail.edits.length + detail.more)} 项参数变动`, lines: [...detail.edits.map(attribute), ...more(detail.more, '项')] };
    case 'rating': return { headline: `评分${detail.to.value / detail.to.scale < detail.from.value / detail.from.scale ? '下降' : '上升'}${starsBetween(detail, f)}`, from: f.rating(detail.from), to: f.rating(detail.to) };
    case 'review_count': return { headline: detail.to.value < detail.from.value ? '评价数减少' : '评价数增加', from: f.count(detail.from), to: f.count(detail.to) };
    case 'negative_reviews': return { headline: `新增 ${detail.reviews.length} 条差评`, lines: detail.reviews.map((review) => `${review.rating ? `${f.rating(review.rating)}：` : ''}${review.text}`) };
    case 'new_reviews': return { headline: `新增 ${f.number(detail.count)} 条评价`, lines: [...(detail.mean ? [`平均 ${f.rating(detail.mean)}`] : []), ...stars(detail.stars)] };
    case 'search_rank': return rank(detail);
    case 'sponsored_share': return { headline: detail.to.ads > detail.from.ads ? '搜索广告增多' : '搜索广告减少', from: ads(detail.from, detail.places), to: ads(detail.to, detail.places), lines: newAds(detail) };
    case 'page_text': return pageText(detail);
    case 'reading_broken': return { headline: '读取异常', lines: [...brokenLines(detail), ...detail.examples, '用 rivalwatch read 网址 可查看此类页面的读取结果。'] };
    case 'reading_recovered': return detail.accepted ? { headline: '读取方式已更新', lines: ['连续三次抓取结果一致：新的读取方式今后视为正常，数据恢复采用。'] } : { headline: '读取恢复正常' };
    case 'source_blocked': return { headline: isUnreachable(detail.outcome) ? '来源无法访问' : '来源拒绝访问', lines: [`本次抓取没有获得数据，原因：${outcomes[detail.outcome]}。`, ...detail.examples, isUnreachable(detail.outcome) ? '请用浏览器看看网站能否打开；下次抓取会再试。' : '请降低抓取频率，或导入您可以看到的数据；不绕过限制。'] };
    case 'source_recovered': return { headline: '来源恢复访问' };
    case 'channel_off': return { headline: '通道已停用', lines: channelOff(detail, f) };
    case 'channel_recovered': return { headline: '通道恢复正常', lines: ['此前积压的提醒现在开始发送。'] };
    case 'trouble_began': case 'trouble_lasts': case 'trouble_over': return troubleZhCn(detail, f);
    default: return detail satisfies never;
  }
}

function channelOff({ channel, why, failingSince, answer, fallback }: Detail<'channel_off'>, f: Formats): readonly string[] {
  return [
    why === 'permanent' ? '对方明确表示，按目前的设置不会再接收消息。' : `自 ${f.time(failingSince)} 起未能送达任何消息；之后每小时重试一次。`,
    `对方的回答：${answer}`,
    fallback === undefined ? '发往该通道的提醒会一直保留，待恢复后发送。' : `在此期间，提醒改由 ${fallback} 发送。`,
    `请修正其设置，或运行：rivalwatch channels resume ${channel}`,
  ];
}

function amount(price: Price, formats: Formats): string {
  const kind = price.kind === 'range' ? '' : priceKinds[price.kind];
  return kind ? `${formats.amount(price)}（${kind}）` : formats.amount(price);
}

function variant(sku: string | undefined): readonly string[] {
  return sku === undefined ? [] : [`规格 ${sku}`];
}

/** What a fall is worth, and whether the price was there before. */
function discountLines({ discount, returned }: Detail<'price'>, f: Formats): readonly string[] {
  const lines: string[] = [];
  if (discount) {
    const days = discount.knownDays >= 30 ? '近 30 天' : `有记录的 ${f.number(discount.knownDays)} 天内`;
    lines.push(discount.real ? `${days}最低价（此前最低 ${f.money(discount.lowest)}）` : `并未低于${days}的最低价（${f.money(discount.lowest)}）`);
    if (discount.raised) lines.push(`${discount.raised.daysBefore === 0 ? '当天' : `${f.number(discount.raised.daysBefore)} 天前`}曾从 ${f.money(discount.raised.from)} 涨到 ${f.money(discount.raised.to)}`);
  }
  if (returned) lines.push(`回到 ${f.time(returned.until)} 之前的价格`);
  return lines;
}

function unitPrice({ money, per, unit }: UnitPrice, f: Formats): string {
  return `${f.money(money)} / ${per === 1 ? '' : `${f.number(per)} `}${units[unit]}`;
}

function toPay({ quantity, audience, from, to, percent, by, requiresClaim }: Detail<'to_pay'>, f: Formats): Told {
  return {
    headline: `买 ${f.number(quantity)} 件到手价${percent < 0 ? '下降' : '上涨'} ${f.percent(percent)}`, from: f.money(from), to: f.money(to),
    lines: [
      ...(audience === undefined ? [] : [`仅限${audience}`]), by.length > 0 ? `优惠：${by.join(' + ')}` : '目前没有优惠',
      ...(requiresClaim ? ['需先领取'] : []), '由页面信息推算，以结算页为准',
    ],
  };
}

function promotion({ label, params }: Promotion): string {
  return params.code === undefined || label.includes(params.code) ? label : `${label}（优惠码 ${params.code}）`;
}

/** 原样写出的值：库存状态用词语，金额照写。 */
function stockWord(side: string): string {
  return Object.entries(availability).find(([name]) => name === side)?.[1] ?? side;
}

function listPriceHeadline({ from, to }: Detail<'list_price'>): string {
  if (!from || !to) return to ? '新增划线价' : '取消划线价';
  return `划线价${to.money.minor < from.money.minor ? '下调' : '上调'}`;
}

function endHeadline({ endedAt, promotion: { endsAt } }: Detail<'promotion_extended'>): string {
  return endsAt && endsAt < endedAt ? '促销提前结束' : '促销延期';
}

function stockHeadline({ from, to }: Detail<'stock'>): string {
  if (to === 'out_of_stock') return '已售罄';
  if (to === 'delisted') return '停止销售';
  return from === 'out_of_stock' || from === 'delisted' ? `恢复供应：${availability[to]}` : `库存：${availability[to]}`;
}

function condition(text: string | null): string {
  return text === null ? '未注明' : (conditions[text.toLowerCase()] ?? text);
}

function seller({ from, to, fromPrice, toPrice }: Detail<'seller'>, f: Formats): Told {
  const who = (one: Detail<'seller'>['from'], price: Price | undefined): string => `${one ? one.name : '无卖家'}${price ? `，售价 ${amount(price, f)}` : ''}`;
  return { headline: to === null ? '目前无人在售' : from === null ? '重新有卖家在售' : '卖家更换', from: who(from, fromPrice), to: who(to, toPrice) };
}

function shippingHeadline({ from, to }: Detail<'shipping'>): string {
  if (to?.minor === 0) return '改为包邮';
  if (!from || !to) return '运费变动';
  return `运费${to.minor < from.minor ? '下降' : '上涨'}`;
}

function shipping(cost: Money | null, f: Formats): string {
  if (cost === null) return '未注明';
  return cost.minor === 0 ? '包邮' : f.money(cost);
}

function offerLines({ offers, total }: Detail<'variant_added' | 'variant_removed'>, f: Formats): readonly string[] {
  return [...offers.slice(0, 15).map((offer) => offerLine(offer, f)), ...more(total - Math.min(15, offers.length), '个')];
}

function offerLine({ sku, options, price, availability: stock }: Offer, f: Formats): string {
  const name = Object.values(options).join(' / ') || sku;
  return listed([name, [price ? amount(price, f) : '', stock ? availability[stock] : ''].filter(Boolean).join('，')], '：');
}

function more(count: number, measure: string): readonly string[] {
  return count > 0 ? [`另有 ${count} ${measure}`] : [];
}

function moved({ url, category }: Detail<'listing_moved'>): Told {
  const trail = (names: readonly string[]): string => names.join(' › ') || '无类目';
  if (!category) return { headline: '商品网址变动', ...url };
  return { headline: url ? '商品网址和类目变动' : '商品类目变动', from: trail(category.from), to: trail(category.to), lines: url ? [`网址：${url.from} → ${url.to}`] : [] };
}

function description({ from, to, edits, more: rest = 0 }: Detail<'description'>): Told {
  if (!edits) return { headline: '描述变动', from, to };
  return { headline: '描述变动', lines: [`修改 ${edits.length + rest} 处`], code: editLines(edits) };
}

function attribute({ name, from, to }: AttributeEdit): string {
  if (from === null) return `${name}：${to ?? ''}（新增）`;
  return to === null ? `${name}：${from}（移除）` : `${name}：${from} → ${to}`;
}

function stars(counts: readonly number[] | undefined): readonly string[] {
  const some = (counts ?? []).flatMap((count, index) => (count > 0 ? [`${index + 1} 星 ${count} 条`] : []));
  return some.length > 0 ? [some.toReversed().join('，')] : [];
}

function rank(detail: Detail<'search_rank'>): Told {
  const place = (value: number | null): string => (value === null ? '未上榜' : `第 ${value} 名`);
  const lost = detail.to === null || (detail.from !== null && detail.to >= detail.from);
  const onPage = detail.pagePosition === null ? [] : [`含广告在内位于页面第 ${detail.pagePosition} 位`];
  const above = detail.overtakenBy.map((item) => `排到前面的：${item.title}${item.sponsored ? '（广告）' : ''}`);
  const headline = detail.from === detail.to ? '搜索位置被广告挤下' : `搜索排名${lost ? '下降' : '上升'}`;
  return { headline, from: place(detail.from), to: place(detail.to), lines: [...onPage, ...above] };
}

function ads({ ads: count }: SponsoredPlaces, places: number): string {
  return `前 ${places} 位中有 ${count} 个广告`;
}

function newAds({ from, to }: Detail<'sponsored_share'>): readonly string[] {
  const before = new Set(from.products.map((one) => one.productId));
  return to.products.filter((one) => !before.has(one.productId)).map((one) => `新广告：${one.title || one.productId}`);
}

function pageText({ diff, added, removed, sentences }: Detail<'page_text'>): Told {
  if (!sentences) return { headline: '页面内容变动', lines: [`新增 ${added} 行，删除 ${removed} 行`], code: diff };
  const code = [...sentences.removed.map((one) => `- ${one}`), ...sentences.added.map((one) => `+ ${one}`)].join('\n');
  return { headline: '页面内容变动', lines: [`新增 ${added} 句，删除 ${removed} 句`], code };
}

/** What is missing or read in another way; nothing more is known when the pages could not be read at all. */
function brokenLines({ fields: lost, moved: otherWay = [] }: Detail<'reading_broken'>): readonly string[] {
  const other = otherWay.map(({ field, from, to, fromPlace, toPlace }) => `${fields[field]}：此前来自${methods[from]}${fromPlace ? `（${fromPlace}）` : ''}，现在来自${methods[to]}${toPlace ? `（${toPlace}）` : ''}`);
  const missing = lost.length > 0 || other.length === 0 ? [`页面可以打开，但多数页面读不到：${lost.map((field) => fields[field]).join('、') || '全部字段'}。`] : [];
  return [...missing, ...(other.length > 0 ? ['多数页面上，以下字段改从别处读取，可能不是同一个数值：', ...other] : []), '恢复之前，数据暂不采用。'];
}
