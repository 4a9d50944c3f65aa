import type { AttributeEdit, ChangeDetail, ChangeKind, SponsoredPlaces } from '../../model/change.ts';
import type { StarMix } from '../../model/listing.ts';
import { isUnreachable, type Outcome } from '../../model/outcome.ts';
import { badShare, starShares } from '../../model/star-mix.ts';
import type { Told } from './catalogue.ts';
import type { Formats } from './formats.ts';
import { amount, condition, discountLines, endHeadline, listPriceHeadline, more, offerLines, promotion, seller, shipping, shippingHeadline, stockHeadline, stockWord, toPay, unitPrice, variant } from './tell-offer-zh-cn.ts';
import { troubleZhCn } from './trouble-zh-cn.ts';
import { editLines, shareOf, starsBetween } from './shared.ts';
import { availability, fields, methods, outcomes } from './words-zh-cn.ts';

type Detail<K extends ChangeKind> = Extract<ChangeDetail, { kind: K }>;

/** A change in simplified Chinese. */
export function tellZhCn(detail: ChangeDetail, f: Formats): Told {
  switch (detail.kind) {
    case 'price': return { headline: `${detail.percent < 0 ? '降价' : '涨价'}${shareOf(detail, f)}`, from: amount(detail.from, f), to: amount(detail.to, f), lines: [...variant(detail.offerSku), ...discountLines(detail, f)] };
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
    case 'star_mix': return { headline: starMixHeadline(detail, f), from: starMix(detail.from, f), to: starMix(detail.to, f) };
    case 'negative_reviews': return { headline: `新增 ${detail.reviews.length} 条差评`, lines: detail.reviews.map((review) => `${review.rating ? `${f.rating(review.rating)}：` : ''}${review.text}`) };
    case 'new_reviews': return { headline: `新增 ${f.number(detail.count)} 条评价`, lines: [...(detail.mean ? [`平均 ${f.rating(detail.mean)}`] : []), ...stars(detail.stars)] };
    case 'search_rank': return rank(detail);
    case 'sponsored_share': return { headline: detail.to.ads > detail.from.ads ? '搜索广告增多' : '搜索广告减少', from: ads(detail.from, detail.places), to: ads(detail.to, detail.places), lines: newAds(detail) };
    case 'page_text': return pageText(detail);
    case 'reading_broken': return { headline: '读取异常', lines: [...brokenLines(detail), ...detail.examples, '用 rivalwatch read 网址 可查看此类页面的读取结果。'] };
    case 'reading_recovered': return detail.accepted ? { headline: '读取方式已更新', lines: ['连续三次抓取结果一致：新的读取方式今后视为正常，数据恢复采用。'] } : { headline: '读取恢复正常' };
    case 'source_blocked': return sourceBlocked(detail);
    case 'source_recovered': return { headline: '来源恢复访问' };
    case 'channel_off': return { headline: '通道已停用', lines: channelOff(detail, f) };
    case 'channel_recovered': return { headline: '通道恢复正常', lines: ['此前积压的提醒现在开始发送。'] };
    case 'trouble_began': case 'trouble_lasts': case 'trouble_over': return troubleZhCn(detail, f);
    default: return detail satisfies never;
  }
}

/** What rivalwatch itself does not fetch: nobody blocks it, and coming less often would not help. */
const heldBack: Partial<Record<Outcome, string>> = {
  address_refused: '如果是您自己网络里的店铺，请在该来源设置 "allowPrivateAddresses: true"。',
  too_large: '若地址确实无误，请调高 "politeness: maxBytes"。',
  too_many_redirects: '请用浏览器打开，改为监控最终到达的地址。',
};

function sourceBlocked({ outcome, examples }: Detail<'source_blocked'>): Told {
  const said = (headline: string, todo: string): Told => ({ headline, lines: [`本次抓取没有获得数据，原因：${outcomes[outcome]}。`, ...examples, todo] });
  if (isUnreachable(outcome)) return said('来源无法访问', '请用浏览器看看网站能否打开；下次抓取会再试。');
  const todo = heldBack[outcome];
  if (todo) return said('来源未抓取', todo);
  return said('来源拒绝访问', outcome === 'robots_refused' ? '不会抓取。请联系店铺，或使用其 API 或数据接口。' : '请降低抓取频率，或导入您可以看到的数据；不绕过限制。');
}

function channelOff({ channel, why, failingSince, answer, fallback }: Detail<'channel_off'>, f: Formats): readonly string[] {
  return [
    why === 'permanent' ? '对方明确表示，按目前的设置不会再接收消息。' : `自 ${f.time(failingSince)} 起未能送达任何消息；之后每小时重试一次。`,
    `对方的回答：${answer}`,
    fallback === undefined ? '发往该通道的提醒会一直保留，待恢复后发送。' : `在此期间，提醒改由 ${fallback} 发送。`,
    `请修正其设置，或运行：rivalwatch channels resume ${channel}`,
  ];
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

function starMixHeadline({ from, to }: Detail<'star_mix'>, f: Formats): string {
  const points = badShare(to) - badShare(from);
  if (Math.abs(points) < 0.05) return '星级分布变动';
  return `差评占比${points > 0 ? '升至' : '降至'} ${f.percent(badShare(to))}`;
}

/** The most stars first, each with its share. */
function starMix(mix: StarMix, f: Formats): string {
  return starShares(mix).map((share, index) => `${index + 1} 星 ${f.percent(share)}`).toReversed().join('，');
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
