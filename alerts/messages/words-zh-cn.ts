import type { Unit } from '../../model/listing.ts';

export const availability = { in_stock: '有货', low: '库存紧张', out_of_stock: '无货', preorder: '预售', delisted: '已下架' } as const;
export const priceKinds = { page: '', list: '划线价', conditional: '需满足条件', deposit: '定金', estimated: '预估', range: '区间价' } as const;
export const fields = { title: '标题', price: '价格', availability: '库存' } as const;
export const methods = {
  api: '接口', configured: '自定义选择器', 'json-ld': 'JSON-LD', 'embedded-state': '页面内嵌数据', meta: 'meta 标签', microdata: '微数据', rdfa: 'RDFa',
  platform: '平台选择器', text: '页面文字', url: '网址',
} as const;
export const outcomes = {
  ok: '正常', not_found: '页面不存在', gone: '已下架', login_wall: '登录墙', challenge: '验证码', blocked: '拒绝访问', rate_limited: '访问限频',
  server_error: '服务器错误', shell: '空页面', wrong_item: '其他商品', wrong_locale: '其他国家或币种', parse_drift: '页面改版', not_supported: '无法识别的内容类型',
  too_large: '页面过大', too_many_redirects: '跳转过多', timeout: '超时', network_error: '网络错误', address_refused: '内网地址',
  robots_refused: 'robots.txt 禁止', robots_unreachable: 'robots.txt 无法获取',
} as const;
/** 读取结果中的成色；其他文字保持店铺原文。 */
export const conditions: Readonly<Record<string, string>> = { new: '全新', used: '二手', refurbished: '翻新', damaged: '残次' };
/** 单位价格的单位。 */
export const units: Readonly<Record<Unit, string>> = {
  mg: '毫克', g: '克', kg: '千克', jin: '斤', oz: '盎司', lb: '磅', ml: '毫升', cl: '厘升', dl: '分升', l: '升', fl_oz: '液盎司', gal: '加仑', cm: '厘米', m: '米', ft: '英尺', yd: '码', m2: '平方米', sqft: '平方英尺', m3: '立方米',
  piece: '件', pair: '双', sheet: '张', roll: '卷', tablet: '片', wash: '次', dose: '份',
};
