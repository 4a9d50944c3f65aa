import type { Catalogue } from './catalogue.ts';
import { reasonZhCn } from './reason-zh-cn.ts';
import { tellZhCn } from './tell-zh-cn.ts';
import { availability, fields, methods, outcomes, priceKinds } from './words-zh-cn.ts';

/** Simplified Chinese. */
export const zhCn: Catalogue = {
  kinds: {
    price: '价格', list_price: '划线价', promotion_started: '促销', promotion_ended: '促销', promotion_extended: '促销', promotion_changed: '促销',
    unit_price: '单位价格', to_pay: '到手价', stock: '库存', flapping: '反复变动', quantity: '剩余库存', condition: '成色', seller: '卖家', shipping: '运费', variant_added: '规格', variant_removed: '规格',
    listing_moved: '商品位置', brand: '品牌', attributes: '参数', new_reviews: '新评价', sponsored_share: '搜索广告', listing_appeared: '新商品',
    listing_disappeared: '下架商品', listing_returned: '重新上架', title: '标题', images: '图片', description: '描述', rating: '评分', review_count: '评价数', star_mix: '星级分布',
    negative_reviews: '差评', search_rank: '搜索排名', page_text: '页面', reading_broken: '读取', reading_recovered: '读取', source_blocked: '来源', source_recovered: '来源', channel_off: '通道', channel_recovered: '通道',
    trouble_began: '运行状况', trouble_lasts: '运行状况', trouble_over: '运行状况',
  },
  severities: { info: '提示', warning: '警告', critical: '严重' },
  availability, priceKinds, fields, outcomes,
  methods,
  labels: { from: '原', to: '现', against: '对比', where: '来源', when: '时间', why: '原因', evidence: '依据', open: '打开页面', proof: '查看依据', recovered: '已恢复' },
  colon: '：',
  tell: tellZhCn,
  reason: reasonZhCn,
  rankRegained: (to) => `搜索排名恢复${to === null ? '' : `到第 ${to} 名`}`,
  own: (product, f) => `我方 ${product.sku}（${product.title}）：${f.money(product.price)}${product.packRatio ? `（对方 ${product.packRatio.theirs} 件合我方 ${product.packRatio.ours} 件）` : ''}`,
  evidence: (method, place, raw, archive) => `${method} ${place}：“${raw}”${archive ? `，存档 ${archive}` : ''}`,
};
