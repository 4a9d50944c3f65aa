import type { ChangeDetail } from '../../model/change.ts';
import type { Price } from '../../model/listing.ts';
import { isUnreachable } from '../../model/outcome.ts';
import type { Catalogue, Told } from './catalogue.ts';
import type { Formats } from './formats.ts';

const availability = { in_stock: '有货', low: '库存紧张', out_of_stock: '无货', preorder: '预售', delisted: '已下架' } as const;
const priceKinds = { page: '', list: '划线价', conditional: '需满足条件', deposit: '定金', estimated: '预估', range: '区间价' } as const;
const fields = { title: '标题', price: '价格', availability: '库存' } as const;
const methods = {
  api: '接口', configured: '自定义选择器', 'json-ld': 'JSON-LD', 'embedded-state': '页面内嵌数据', meta: 'meta 标签', microdata: '微数据', rdfa: 'RDFa',
  platform: '平台选择器', text: '页面文字', url: '网址',
} as const;
const outcomes = {
  ok: '正常', not_found: '页面不存在', gone: '已下架', login_wall: '登录墙', challenge: '验证码', blocked: '拒绝访问', rate_limited: '访问限频',
  server_error: '服务器错误', shell: '空页面', wrong_item: '其他商品', wrong_locale: '其他国家或币种', parse_drift: '页面改版', not_supported: '无法识别的内容类型',
  too_large: '页面过大', too_many_redirects: '跳转过多', timeout: '超时', network_error: '网络错误', address_refused: '内网地址',
  robots_refused: 'robots.txt 禁止', robots_unreachable: 'robots.txt 无法获取',
} as const;

function amount(price: Price, formats: Formats): string {
  const kind = price.kind === 'range' ? '' : priceKinds[price.kind];
  return kind ? `${formats.amount(price)}（${kind}）` : formats.amount(price);
}

function variant(sku: string | undefined): readonly string[] {
  return sku === undefined ? [] : [`规格 ${sku}`];
}

function rank(detail: Extract<ChangeDetail, { kind: 'search_rank' }>): Told {
  const place = (value: number | null): string => (value === null ? '未上榜' : `第 ${value} 名`);
  const lost = detail.to === null || (detail.from !== null && detail.to >= detail.from);
  const onPage = detail.pagePosition === null ? [] : [`页面位置第 ${detail.pagePosition} 位（含广告）`];
  const above = detail.overtakenBy.map((item) => `新排在前面：${item.title}${item.sponsored ? '（广告）' : ''}`);
  const headline = detail.from === detail.to ? '搜索位置被广告挤下' : `搜索排名${lost ? '下降' : '上升'}`;
  return { headline, from: place(detail.from), to: place(detail.to), lines: [...onPage, ...above] };
}

/** What is missing or read in another way; nothing more is known when the pages could not be read at all. */
function brokenLines({ fields: lost, moved = [] }: Extract<ChangeDetail, { kind: 'reading_broken' }>): readonly string[] {
  const other = moved.map(({ field, from, to, fromPlace, toPlace }) => `${fields[field]}：此前来自${methods[from]}${fromPlace ? `（${fromPlace}）` : ''}，现在来自${methods[to]}${toPlace ? `（${toPlace}）` : ''}`);
  const missing = lost.length > 0 || other.length === 0 ? [`页面可以打开，但多数页面读不到：${lost.map((field) => fields[field]).join('、') || '全部字段'}。`] : [];
  return [...missing, ...(other.length > 0 ? ['多数页面上，以下字段的读取方式与以往不同，数值可能不是同一个：', ...other] : []), '恢复之前，数据暂不采用。'];
}

function tell(detail: ChangeDetail, f: Formats): Told {
  switch (detail.kind) {
    case 'price': return { headline: `${detail.percent < 0 ? '降价' : '涨价'} ${f.percent(detail.percent)}`, from: amount(detail.from, f), to: amount(detail.to, f), lines: variant(detail.offerSku) };
    case 'list_price': return { headline: '划线价变动', from: detail.from ? f.amount(detail.from) : '无', to: detail.to ? f.amount(detail.to) : '无' };
    case 'promotion_started': return { headline: '促销开始', to: detail.promotion.label, lines: detail.promotion.endsAt ? [`截止 ${f.time(detail.promotion.endsAt)}`] : [] };
    case 'promotion_ended': return { headline: '促销结束', from: detail.promotion.label };
    case 'promotion_extended': return { headline: '促销截止时间变动', from: f.time(detail.endedAt), to: detail.promotion.endsAt ? f.time(detail.promotion.endsAt) : '未定', lines: [detail.promotion.label] };
    case 'stock': return { headline: stockHeadline(detail), from: availability[detail.from], to: availability[detail.to], lines: variant(detail.offerSku) };
    case 'listing_appeared': return { headline: '新上架商品', lines: [detail.price ? amount(detail.price, f) : '价格未知', ...(detail.availability ? [availability[detail.availability]] : [])] };
    case 'listing_disappeared': return { headline: '商品下架', lines: [detail.how === 'gone' ? '商品页显示已下架' : '列表中已找不到', `最后一次看到：${f.time(detail.lastSeenAt)}`] };
    case 'listing_returned': return { headline: '商品重新上架', lines: [`自 ${f.time(detail.missingSince)} 起消失`, ...(detail.price ? [amount(detail.price, f)] : [])] };
    case 'title': return { headline: '标题变动', from: detail.from, to: detail.to };
    case 'images': return { headline: '图片变动', lines: [...(detail.mainChanged ? ['主图已更换'] : []), `新增 ${detail.added.length} 张，移除 ${detail.removed.length} 张`, ...detail.added.slice(0, 3)] };
    case 'description': return { headline: '描述变动', from: detail.from, to: detail.to };
    case 'rating': return { headline: `评分${detail.to.value / detail.to.scale < detail.from.value / detail.from.scale ? '下降' : '上升'}`, from: f.rating(detail.from), to: f.rating(detail.to) };
    case 'review_count': return { headline: '评价数变动', from: f.count(detail.from), to: f.count(detail.to) };
    case 'negative_reviews': return { headline: `新增 ${detail.reviews.length} 条差评`, lines: detail.reviews.map((review) => `${review.rating ? `${f.rating(review.rating)}：` : ''}${review.text}`) };
    case 'search_rank': return rank(detail);
    case 'page_text': return { headline: '页面内容变动', lines: [`新增 ${detail.added} 行，删除 ${detail.removed} 行`], code: detail.diff };
    case 'reading_broken': return { headline: '读取异常', lines: [...brokenLines(detail), ...detail.examples] };
    case 'reading_recovered': return detail.accepted ? { headline: '读取方式已更新', lines: ['连续三次抓取结果一致：新的读取方式今后视为正常，数据恢复采用。'] } : { headline: '读取恢复正常' };
    case 'source_blocked': return { headline: isUnreachable(detail.outcome) ? '来源无法访问' : '来源拒绝访问', lines: [`遇到${outcomes[detail.outcome]}，本次抓取没有获得数据。`, ...detail.examples] };
    case 'source_recovered': return { headline: '来源恢复访问' };
    default: return detail satisfies never;
  }
}

function stockHeadline({ from, to }: Extract<ChangeDetail, { kind: 'stock' }>): string {
  if (to === 'out_of_stock') return '已售罄';
  if (to === 'delisted') return '停止销售';
  return from === 'out_of_stock' || from === 'delisted' ? `恢复供应：${availability[to]}` : `库存：${availability[to]}`;
}

/** Simplified Chinese. */
export const zhCn: Catalogue = {
  kinds: {
    price: '价格', list_price: '划线价', promotion_started: '促销', promotion_ended: '促销', promotion_extended: '促销', stock: '库存', listing_appeared: '新商品',
    listing_disappeared: '下架商品', listing_returned: '重新上架', title: '标题', images: '图片', description: '描述', rating: '评分', review_count: '评价数',
    negative_reviews: '差评', search_rank: '搜索排名', page_text: '页面', reading_broken: '读取', reading_recovered: '读取', source_blocked: '来源', source_recovered: '来源',
  },
  severities: { info: '提示', warning: '警告', critical: '严重' },
  availability, priceKinds, fields, outcomes,
  methods,
  labels: { from: '原', to: '现', where: '位置', when: '时间', why: '原因', evidence: '依据', open: '打开页面', recovered: '已恢复' },
  colon: '：',
  tell,
  ownPrice: ({ reason, moment }, f) => ({
    headline: moment === 'recovered' ? '对手价格不再低于我方' : `对手价格${(reason.percent ?? 0) < 0 ? '低于' : '高于'}我方 ${f.percent(reason.percent ?? 0)}`,
    ...(reason.from ? { from: `${f.money(reason.from)}（我方）` } : {}), ...(reason.to ? { to: `${f.money(reason.to)}（对手）` } : {}),
  }),
  rankRegained: (to) => `搜索排名恢复${to === null ? '' : `：第 ${to} 名`}`,
  why: ({ ruleId, reason }, f) => {
    const against = { previous: '与上一次相比', last_alerted: '与上次提醒相比', own_price: '与我方价格相比' }[reason.baseline];
    const parts = [reason.percent === undefined ? '' : `${against} ${reason.percent < 0 ? '−' : '+'}${f.percent(reason.percent)}`, reason.threshold ? `阈值 ${reason.threshold}` : '', reason.replaced ? `合并了此前 ${reason.replaced} 次变动` : ''];
    return [`规则 ${ruleId}`, parts.filter(Boolean).join('，')].filter(Boolean).join('：');
  },
  own: (product, f) => `我方 ${product.sku}（${product.title}）：${f.money(product.price)}`,
  evidence: (method, place, raw, archive) => `${method} ${place}：“${raw}”${archive ? `，存档 ${archive}` : ''}`,
};
