import type { LANGUAGES } from './channels.ts';

export const PRESETS = [
  'price-drop', 'price-rise', 'new-low', 'undercut', 'map-violation', 'promotion', 'promotion-started', 'sold-out', 'rival-sold-out', 'back-in-stock', 'new-listing', 'listing-removed', 'listing-edited',
  'rating-slide', 'bad-share', 'bad-reviews', 'rank-lost', 'page-changed', 'reading-broken', 'source-blocked', 'source-blind', 'operations',
] as const;

export type Preset = (typeof PRESETS)[number];

/** A preset for people: its name, what it tells in one line, and what to do when it speaks. */
export interface PresetWords {
  readonly name: string;
  readonly tells: string;
  readonly advice: string;
}

/** Every preset in both languages; shown by `rivalwatch rules` and in docs/alert-rules.md. */
export const PRESET_WORDS: Readonly<Record<Preset, Readonly<Record<(typeof LANGUAGES)[number], PresetWords>>>> = {
  'price-drop': {
    en: { name: 'Price drop', tells: 'A price falls by 1 % or more.', advice: 'Compare with your own price; see whether the discount is real and how long it is announced for.' },
    'zh-CN': { name: '降价', tells: '价格下降 1% 或以上。', advice: '对比我方价格；看折扣是否真实、活动到何时。' },
  },
  'price-rise': {
    en: { name: 'Price rise', tells: 'A price rises by 1 % or more.', advice: 'Room to raise your own price, or to win buyers by leaving it.' },
    'zh-CN': { name: '涨价', tells: '价格上涨 1% 或以上。', advice: '我方可以跟涨，也可以保持低价争取买家。' },
  },
  'new-low': {
    en: { name: 'New low', tells: 'A price is lower than it was at any time in the last 30 days; at most daily.', advice: 'More than a usual sale: look at stock and promotions before you follow.' },
    'zh-CN': { name: '新低价', tells: '价格低于最近 30 天的最低价；每天最多一次。', advice: '力度超过平时促销：跟价前先看库存和活动。' },
  },
  'undercut': {
    en: { name: 'Undercut', tells: 'A rival is below your own price of the same article, also when it was so from the start; and when it no longer is; at most daily.', advice: 'See the price advice ("rivalwatch advice"); never go below your floor.' },
    'zh-CN': { name: '被低价', tells: '对手价格低于我方同款商品的价格，一开始就低于也会提醒；不再低于时通知；每天最多一次。', advice: '查看调价建议（rivalwatch advice）；不要低于底价。' },
  },
  'map-violation': {
    en: { name: 'MAP violation', tells: 'A seller is below the lowest price that you allow for the article (column "map" of the products file); and when no longer; at most daily.', advice: 'Keep the evidence of the alert and write to the seller.' },
    'zh-CN': { name: '控价违规', tells: '卖家价格低于该商品的控价（商品表的“控价”列）；恢复后通知；每天最多一次。', advice: '保存提醒中的证据，联系该卖家整改。' },
  },
  'promotion': {
    en: { name: 'Promotion', tells: 'A promotion starts, changes, gets another end, or ends.', advice: 'Check what is really paid after the promotion, and until when.' },
    'zh-CN': { name: '促销动态', tells: '促销开始、变动、延期或结束。', advice: '核对到手价和截止时间。' },
  },
  'promotion-started': {
    en: { name: 'Promotion started', tells: 'A promotion starts.', advice: 'Check what is really paid after the promotion, and until when.' },
    'zh-CN': { name: '促销开始', tells: '促销开始。', advice: '核对到手价和截止时间。' },
  },
  'sold-out': {
    en: { name: 'Sold out', tells: 'Something can no longer be bought, and when it can be again.', advice: 'Your chance: check your own stock, and advertise.' },
    'zh-CN': { name: '售罄', tells: '商品无法购买；恢复后再提醒一次。', advice: '机会：检查自家库存，加大投放。' },
  },
  'rival-sold-out': {
    en: { name: 'Rival sold out (opportunity)', tells: 'A listing that competes with one of your products can no longer be bought, and when it can be again.', advice: 'Hold your price while the rival cannot deliver; make sure that you can.' },
    'zh-CN': { name: '竞品售罄（机会）', tells: '与我方商品对应的竞品无法购买；恢复后再提醒一次。', advice: '对手断货期间稳住价格，确保自家有货。' },
  },
  'back-in-stock': {
    en: { name: 'Back in stock', tells: 'Something can be bought again.', advice: 'The rival delivers again: look at its price.' },
    'zh-CN': { name: '恢复有货', tells: '商品恢复可购买。', advice: '对手恢复供货：留意其价格。' },
  },
  'new-listing': {
    en: { name: 'New listing', tells: 'A listing appears, or comes back.', advice: 'See whether it competes with one of your products and should be matched.' },
    'zh-CN': { name: '新品上架', tells: '出现新商品，或商品重新上架。', advice: '看是否与我方商品竞争、是否需要关联。' },
  },
  'listing-removed': {
    en: { name: 'Delisted', tells: 'A listing is gone, and when it is back.', advice: 'A gap in the rival\'s range, or only another address: open the page.' },
    'zh-CN': { name: '下架', tells: '商品下架；重新上架后再提醒。', advice: '可能是对手缺口，也可能只是换了网址：打开页面看看。' },
  },
  'listing-edited': {
    en: { name: 'Listing edited', tells: 'Title, brand, pictures, description or attributes change; at most every 6 hours for each.', advice: 'See which words and pictures the rival tries.' },
    'zh-CN': { name: '页面改动', tells: '标题、品牌、图片、描述或参数变动；每项最多 6 小时一次。', advice: '看对手在试哪些关键词和图片。' },
  },
  'rating-slide': {
    en: { name: 'Rating slide', tells: 'A rating falls by 0.1 of 5 or more; at most daily.', advice: 'Read the newest reviews: what do buyers miss there that you have?' },
    'zh-CN': { name: '评分下滑', tells: '评分下降 0.1（五分制）或以上；每天最多一次。', advice: '看最新评价：买家不满的地方正是我方的卖点。' },
  },
  'bad-share': {
    en: { name: 'More bad ratings', tells: 'The share of one- and two-star ratings grows by 2 points of a hundred or more; at most daily.', advice: 'The mean hides it for long: read the newest bad reviews.' },
    'zh-CN': { name: '差评占比上升', tells: '一星和二星评价的占比上升 2 个百分点或以上；每天最多一次。', advice: '均分往往滞后：看最新差评。' },
  },
  'bad-reviews': {
    en: { name: 'Bad-review burst', tells: 'Three or more new bad reviews (two of five stars and below) come at once; at most daily.', advice: 'On your own listing: answer and find the cause. On a rival\'s: your selling point.' },
    'zh-CN': { name: '差评集中', tells: '一次出现三条或以上新差评（两星及以下）；每天最多一次。', advice: '自家商品：及时回复并查原因；竞品：可作卖点。' },
  },
  'rank-lost': {
    en: { name: 'Rank lost', tells: 'An organic place in a search is lost, or an ad pushes it down; and when a lost place is regained.', advice: 'See who is above now, and with which price and words.' },
    'zh-CN': { name: '排名下降', tells: '自然搜索排名下降，或被广告挤下；失去的排名恢复后再提醒。', advice: '看谁排到了前面，用什么价格和关键词。' },
  },
  'page-changed': {
    en: { name: 'Policy page changed', tells: 'The text of a watched page changes: terms, returns, marketplace rules.', advice: 'Read the added and removed lines; rules often hold from a date.' },
    'zh-CN': { name: '规则页变动', tells: '所关注页面的文字变动：条款、退货、平台规则等。', advice: '阅读增删内容；新规通常有生效日期。' },
  },
  'reading-broken': {
    en: { name: 'Reading broken', tells: 'Pages come but can no longer be read: their values are held back; and when they can again.', advice: '"rivalwatch status" says what is missing; "rivalwatch read URL" shows the page as it is read.' },
    'zh-CN': { name: '读取异常', tells: '页面能打开但读不出数据，数值暂不采用；恢复后再提醒。', advice: '用 rivalwatch status 看缺了什么，用 rivalwatch read 网址 查看读取结果。' },
  },
  'source-blocked': {
    en: { name: 'Source blocked', tells: 'A captcha, a sign-in wall or a refusal stops a crawl, or the source cannot be reached; and when it answers again.', advice: 'Crawl less often, or import what you may see; walls are not climbed.' },
    'zh-CN': { name: '来源受阻', tells: '验证码、登录墙、拒绝访问或无法连接使抓取中断；恢复后再提醒。', advice: '降低频率，或导入可见的数据；不绕过限制。' },
  },
  'source-blind': {
    en: { name: 'Source blind', tells: 'As source-blocked, but only when two crawls in a row were stopped: nothing is known about the source at the moment.', advice: 'As source-blocked. Until it answers, silence about this source means nothing.' },
    'zh-CN': { name: '来源失明', tells: '与来源受阻相同，但连续两次抓取中断才提醒：目前对该来源一无所知。', advice: '同来源受阻。恢复之前，没有提醒不代表没有变化。' },
  },
  'operations': {
    en: { name: 'Operations', tells: 'rivalwatch itself is in trouble: crawls of a source fail again and again, the schedule stopped, a queue grows, work is not done, a worker died or hangs; again at growing distances, and when it is over.', advice: 'Each message says what to do; docs/operating.md says more. Let "rivalwatch watch" run by cron, so that a program that does not run at all is noticed as well.' },
    'zh-CN': { name: '运行状况', tells: 'rivalwatch 自身出现故障：来源连续抓取失败、定时任务停止、队列积压、任务无进展、进程退出或卡住；未恢复时按越来越长的间隔再次提醒，恢复后通知。', advice: '每条消息都说明处理办法，详见 docs/operating.md。请用 cron 定时运行 rivalwatch watch，以便在程序完全停止时也能发现。' },
  },
};
