import type { HongyunItem, HongyunReview, HongyunState } from './state.ts';

const PRAISE = [
  '保温效果很好，早上装的热水到晚上还是烫的。', '颜色和图片一样，做工精细，没有异味。', '物流很快，第二天就到了，包装完好。', '给爸妈买的，他们很喜欢，容量刚好。',
  '第二次回购了，质量一如既往。', '杯盖密封好，放包里不漏水。', '手感不错，握着舒服，推荐购买。', '客服态度好，耐心解答问题。',
];

/** Reviews of an article that people like: four and five stars. */
function praise(itemId: string, count: number): readonly HongyunReview[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `${itemId}${String(1_000 + i)}`, score: i % 5 === 3 ? 4 : 5, content: PRAISE[i % PRAISE.length] ?? '', createdAt: `2025-12-${String(28 - (i % 27)).padStart(2, '0')} 1${i % 10}:2${i % 6}:05`,
    nickname: `t**${i}`, colour: i % 2 ? '曜石黑' : '珍珠白',
  }));
}

function item(id: string, title: string, priceFen: number, more: Partial<HongyunItem> = {}): HongyunItem {
  return {
    id, title, shop: '鸿运家居旗舰店', priceFen, listFen: Math.round(priceFen * 1.6), couponFen: null, promotions: ['满2件打9折'], presale: null, quantity: 1_284,
    monthlySales: '10万+', images: Array.from({ length: 5 }, (_, i) => `/img/i${(i % 4) + 1}/O1CN01${id.slice(-6)}_${i + 1}.png`),
    colours: ['珍珠白', '曜石黑'], attributes: { 品牌: '鸿运', 材质: '316不锈钢', 容量: '500ml', 产地: '浙江金华', 保温时长: '24小时' }, reviewTotal: '2000+', reviews: praise(id, 24), gbk: false, ...more,
  };
}

export const THERMOS = '680012345601';
export const KETTLE = '680012345602';
export const LUNCHBOX = '680012345603';
export const TEASET = '680012345604';
export const RICE_COOKER = '680012345605';

/** The shop on its first day. The tea set stands in its old, GBK part. */
export function openHongyun(): HongyunState {
  return {
    items: [
      item(THERMOS, '鸿运316不锈钢保温杯大容量男女士便携水杯', 12_900),
      item(KETTLE, '鸿运家用电热水壶自动断电保温一体', 16_900, { attributes: { 品牌: '鸿运', 材质: '304不锈钢', 容量: '1.7L', 功率: '1800W' } }),
      item(LUNCHBOX, '鸿运上班族可微波玻璃饭盒分隔便当盒', 5_990, { attributes: { 品牌: '鸿运', 材质: '高硼硅玻璃', 容量: '1000ml' } }),
      item(TEASET, '鸿运功夫茶具套装家用陶瓷盖碗茶壶', 29_800, { gbk: true, monthlySales: '2000+', attributes: { 品牌: '鸿运', 材质: '陶瓷', 件数: '12件' } }),
      item(RICE_COOKER, '鸿运智能电饭煲家用多功能4L预约定时', 39_900, { promotions: ['满300减30，有效期至2036年6月18日'], attributes: { 品牌: '鸿运', 容量: '4L', 功率: '860W' } }),
    ],
    faults: [],
  };
}

const COMPLAINTS = ['用了两天就漏水，太失望了。', '保温效果很差，两个小时就凉了。', '收到的时候杯身有划痕，客服不处理。', '有很大的塑料味，不敢用，差评。', '盖子拧不紧，质量太差，要求退货。', '颜色发错了，退货还要自己出运费。'];

/** One- and two-star reviews, newest first. */
export function complaints(itemId: string, count: number): readonly HongyunReview[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `${itemId}${String(9_000 + i)}`, score: i % 2 ? 2 : 1, content: COMPLAINTS[i % COMPLAINTS.length] ?? '', createdAt: `2026-01-06 09:1${i % 10}:40`, nickname: `匿**${i}`, colour: '曜石黑',
  }));
}
