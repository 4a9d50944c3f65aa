/** Parts that Chinese wordings are put together from, as regular expression sources. */

/** Words before "less": 立减, 可再减, 最高可减. */
export const LESS = '(?:再|可|即可|即|立享|立刻|立即|立|直接|直|现场|下单|到手|享|就|另)*(?<upTo>最高|至高|最多)?(?:可|再|立|直)*(?:减免|减|省|降|抵扣|抵|优惠|便宜|-)';
export const ENDS = '(?:[，,。;；!！|+ ]|$)';
/** 享, 打 and the like before a 折. */
export const AT = '[，, ]?(?:总价|商品|全部|均|都|可|即|立|就|再|享受|享|打|低于|受|特惠|仅|只要)*';
/** Between 满 and the amount. */
export const FULL = '(?:订单|购物|消费|全场|单笔|实付|购买|累计)*满';
export const COUPON = '(?:店铺|平台|品类|商品|大额|专属|隐藏|直播|补贴|无门槛|通用|百亿|满减|现金|神|超级|惊喜)*(?:优惠券|优惠卷|消费券|抵用券|代金券|购物券|现金券|神券|券)';
export const SUBSIDY = '(?:国补|国家补贴|政府补贴|政府消费补贴|以旧换新补贴|国家以旧换新)';
export const PLATFORM = '(?:百亿补贴|官方补贴|平台补贴|超级补贴|品牌补贴|爆品加补|官方加补|限时补贴|平台立补|官方立补|加补|万人团补贴)';
export const NEW = '(?:店铺|本店|平台)?(?:新客户?|新人|新用户|新会员|新粉丝?|首购|首单|首次购买|首次下单)';
export const MEMBER = '(?<member>88 ?VIP|PLUS|V?I?P?会员|粉丝|超级会员|黑卡会员|付费会员|省钱卡|省钱月卡|学生)';
export const PAY = '(?:(?:京东)?白条|支付宝|花呗|云闪付|微信|银联卡?|(?<![\\u4e00-\\u9fff])(?:信用|储蓄|借记|银行)卡|数字人民币|数币|[\\u4e00-\\u9fff]{2,4}银行(?:信用卡|储蓄卡|卡)?|(?:招|建|工|农|中|交|浦发|中信|光大|民生|兴业|平安|广发|邮储)行(?:信用卡|卡)?|PayPal|京东支付|抖音支付|美团支付|小金库|ApplePay|Apple Pay)';
export const THING = '[^，,;；。|+\\d\\u0001]{0,16}';
