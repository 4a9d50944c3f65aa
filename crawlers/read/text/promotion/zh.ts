import { say, type Wording } from './grammar.ts';

/**
 * Chinese wordings, special before general. Numerals are digits by now (第二件 is 第2件), 劵 and 卷 are 券, spaces are
 * single. Sources: labels of Taobao, Tmall, JD and Pinduoduo.
 */
const OFF = '(?:再|可|可再|立|直|直接|最高立|最高|最高可|现场|下单|到手)?(?:减免|立减|减|省|降|抵|优惠|便宜|-)';
const ENDS = '(?:[，,。;；!！ ]|$)';

export const CHINESE: readonly Wording[] = [
  say('nothing', '(?:已拼|已售|月销|已抢|累计|销量|热销|售出|好评|评价)[:：]? ?(?:超|突破|逾)?\\d[\\d.]*万?\\+?(?:件|单|笔|条|个|份)?'), say('nothing', '\\d[\\d.]*万?\\+?(?:人|件)(?:付款|已买|想要|收藏|加购|购买|已购|好评|在拼)'),
  say('nothing', '(?:榜|排行)[^\\d]{0,4}第? ?\\d{1,4}名?'), say('nothing', '假一赔[\\d十百三四]+|买贵(?:必|包)?赔|极速退款|\\d{1,2}天(?:无理由|价保|退换)[^，,]{0,6}|运费险|正品保障|退货包运费|价保\\d{0,3}天?'), say('nothing', '(?:仅剩|只剩|库存|剩余?) ?\\d{1,5}(?:件|个|份)?'),
  say('nothing', '[前满每]?[nNxXyY](?:件|元|个)[^，,]{0,3}[nNxXyY]?折?|X{1,2}元?抵X{1,2}元?|减X{1,2}元?|满X'), say('nothing', '运费[:：]? ?{money}|{money}(?:运费|邮费)'),

  say('presale_deposit', '(?:定金|订金|预付)[:：]?(?:仅需?)? ?{depositMinor}(?:可|立|最高可?)?(?:抵|当|膨胀(?:至|为)?|翻倍抵) ?{depositWorthMinor}(?:[，,;；。 ]{0,2}(?:支付|付)?尾款(?:再|可)?(?:立减|减|优惠) ?{tailOffMinor})?(?:[，,;；。 ]{0,2}(?:预售|预估)?(?:到手|券后)价?(?:仅|约)? ?{finalMinor})?'),
  say('presale_deposit', '{depositMinor}(?:定金|订金)(?:抵|当|膨胀) ?{depositWorthMinor}'), say('presale_deposit', '付(?:定金|订金)(?:即|可)?(?:立减|立省|减|省|优惠) ?{offMinor}'), say('presale_deposit', '(?:定金|订金)(?:可|立)?(?:抵|减) ?{depositWorthMinor}'), say('presale_deposit', '(?:付尾款|支付尾款|尾款)(?:再|可)?(?:立减|减) ?{tailOffMinor}'),
  say('presale_deposit', '预售[^，,]{0,6}(?:定金|订金) ?{depositMinor}'), say('nothing', '^(?:定金|订金)$'),

  say('installment', '{periods}期免息(?:[^\\d，,]{0,4}{amountMinor} ?[/×xX每]? ?期?)?(?:0首付)?'), say('installment', '(?:免息)?分期?{periods}期(?:免息)?(?:[^\\d]{0,4}{amountMinor}/期)?'), say('installment', '{amountMinor} ?[x×] ?{periods}期'), say('installment', '分期免息|免息分期|花呗分期'),
  say('gov_subsidy', '(?:国补|国家补贴|政府补贴|以旧换新补贴|国家以旧换新)(?:最高|立减|至高|可享|再减|减|享)?(?:立减|减)? ?{percentOff}%(?:[，,]? ?最高(?:减|补)? ?{capMinor})?'), say('gov_subsidy', '(?:国补|国家补贴|政府补贴)(?:(?<upTo>最高|至高)|再|可)?(?:立减|补贴|减|省|补)? ?{offMinor}'), say('gov_subsidy', '(?:国补|国家补贴|政府补贴)(?!价)'),
  say('platform_subsidy', '{offMinor} ?(?:百亿补贴|官方补贴|平台补贴|超级补贴)'), say('platform_subsidy', '(?:百亿补贴|官方补贴|平台补贴|爆品加补|加补)(?:再|立|最高)?(?:减|补|省|优惠|直降)? ?{offMinor}'),
  say('platform_subsidy', '百亿补贴|千万神券|千万补贴|爆品加补|官方补贴|平台补贴|超级补贴'),
  say('nothing', '(?:^(?:券后|优惠前|到手|预估|定金)|(?:券后|优惠前|国补|礼金|淘金币|狂欢|到手|活动|专柜|百亿补贴|政府补贴|补贴|新人到手|拼团|秒杀|预售|参考|预估)价(?:格)?)$'), say('nothing', '(?:立即|马上|立刻|火热|正在|点击|快来)(?:抢购|购买|领取|查看|下单|秒杀)'),

  say('points', '(?:淘金币|金币|京豆|积分|红包)(?:已|可|最高可?|最多可?)?(?:抵扣|抵用|抵) ?{offMinor}'), say('points', '(?:可得|赠送?|返|送|得|获得|(?<upTo>最高返|最高得|最多返)) ?{points} ?(?:个)?(?:积分|京豆|金币|淘金币)'), say('points', '{points}(?:积分|京豆|金币)(?:抵|当) ?{offMinor}'), say('points', '(?:淘金币|金币|京豆|积分)(?:可)?抵(?:扣)? ?{percentOff}%'),
  say('cashback', '(?:晒单|评价|晒图|好评|确认收货|收货|消费)[^，,\\d]{0,6}(?:送|返|领|得|还返) ?{offMinor}?(?:元)?(?:无门槛)?(?:红包|现金|E卡|优惠券|猫超卡)?'), say('cashback', '(?:消费|购物|购买|下单)?满 ?{thresholdMinor}(?:即)?返(?:还)? ?{offMinor}?[^，,;；]{0,10}'), say('cashback', '返(?:现|红包)?(?:{offMinor})?(?:现金|红包|E卡|猫超卡)?(?=' + ENDS + ')'),

  say('new_user', '(?:店铺|本店|平台)?(?:新客|新人|新用户|新会员|新粉|首购|首单|首次购买)(?:礼金|专享|专属|立享|专享价|福利|红包|券|价)*(?:满 ?{thresholdMinor})?(?:再|可|到手)?(?:立减|直降|减|优惠|省|返|领)? ?{offMinor}(?:券|红包)?', { audience: 'new customers' }), say('new_user', '(?:首购|新人|新客)(?:礼金|红包|专享券|优惠券|立减)', { audience: 'new customers' }),
  say('free_shipping', '(?:新人|新客|首单)(?:包邮|免邮)', { audience: 'new customers' }), say('free_shipping', '满 ?{thresholdMinor}(?:即|全场|可|就)?(?:包邮|免邮|免运费|免邮费)'), say('free_shipping', '{minQty}{unit}(?:起)?(?:包邮|免邮|免运费)'), say('free_shipping', '(?:全国|全场|顺丰|默认|同城)?(?:包邮|免邮|免运费|免邮费)'),
  say('payment_reduction', '(?:(?:京东)?白条|支付宝|花呗|云闪付|微信|银联|信用卡|数字人民币|[\\u4e00-\\u9fff]{2,4}银行|[\\u4e00-\\u9fff]{1,2}行卡?|PayPal|京东支付|小金库)(?:支付|付款|首单|首次支付)?(?:满 ?{thresholdMinor})?(?:(?<upTo>最高|至高)|再|可|随机|单单|享)?(?:立减|优惠|减|省|返|享) ?(?:{percentOff}%|{offMinor})'),
  say('member', '(?<member>88 ?VIP|PLUS|V?I?P?会员|粉丝|超级会员|省钱卡)(?:会员)?(?:专享|再享|再|额外|独享|立享|可享|享|到手)*{payRatio}折'), say('member', '(?<member>88 ?VIP|PLUS|会员|粉丝|超级会员|省钱卡)(?:会员)?(?:专享|再|额外|独享|立享|可享|享)*(?:立减|优惠|减|省|返) ?(?:{percentOff}%|{offMinor})'),
  say('fixed_price', '(?<member>会员|PLUS|88 ?VIP|VIP|粉丝|学生)(?:专享)?价[:：]? ?{priceMinor}', { audience: 'members' }), say('fixed_price', '(?:抢购价|秒杀价|特价|惊爆价|活动价|一口价|限时价|促销价|爆款价)[:：]?(?:仅|只要)? ?{priceMinor}'), say('member', '(?<member>88 ?VIP|PLUS)(?:会员)?(?:专享)?价?(?=' + ENDS + ')'), say('bundle_price', '(?:套餐价?|组合价?|搭配价|套装价)[:：]?(?:仅|只要)? ?{priceMinor}'), say('bundle_price', '(?:优惠套装|套餐优惠|组合优惠|搭配购)'),

  say('nth_discount', '(?:限时|限量)?第 ?{nth} ?{unit}?(?:起)?(?:只要|仅|立享|享|低至)?(?:半价|半)(?!\\d)', { implies: { payRatio: 0.5 } }), say('nth_discount', '第 ?{nth} ?{unit}?(?:免单|免费|0元|白送)', { implies: { payRatio: 0 } }), say('nth_discount', '第 ?{nth} ?{unit}?(?:只要|仅|立享|享|打|低至)? ?{payRatio} ?折'),
  say('nth_price', '第 ?{nth} ?{unit}?(?:只要|仅需?|只需|加|立享|特价)? ?{priceMinor}(?! ?折|{unit})'), say('nth_discount', '第 ?{nth} ?{unit}(?:立减|减) ?{percentOff}%'), say('qty_reduction', '第 ?{minQty} ?{unit}(?:立减|减|省) ?{offMinor}'),
  say('exchange_purchase', '(?:加|\\+|＋) ?{addMinor}(?:即可|可|超值|任意|任选)?(?:换购|加购|得|换)'), say('exchange_purchase', '(?:购买?|满|买) ?{minQty} ?{unit}[，,]?(?:即)?(?:可)?(?:优惠|超值)?换购[^，,;；]{0,16}'), say('exchange_purchase', '满 ?{thresholdMinor}(?:加 ?{addMinor})?(?:即)?(?:可)?(?:超值)?换购'), say('exchange_purchase', '(?:优惠|超值|加价)?换购'),
  say('buy_x_pay_y', '(?:买|拍) ?{buy} ?{unit}?(?:只)?付 ?{pay}(?: ?{unit})?(?:的钱)?(?!\\d|元)'), say('buy_x_pay_y', '{buy} ?{unit}付 ?{pay} ?{unit}(?:的)?(?:钱|价)'), say('buy_x_get_y', '(?:买|拍|购) ?{buy} ?{unit}?(?:即|立|就|再)?(?:送|赠|得) ?{get}(?! ?元)(?: ?{unit})?', { implies: { percentOff: 100 } }), say('nth_discount', '买 ?{nth} ?{unit}?免 ?1 ?{unit}?', { implies: { payRatio: 0 } }),
  say('purchase_limit', '(?:每人|每单|每账号|每户|单笔|每位|每ID)?限(?:购|买|拍) ?{maxQty} ?{unit}?'), say('purchase_limit', '(?:该商品)?购买 ?{minQty} ?[-~至到] ?{maxQty} ?{unit}(?:时|内)?(?:可)?(?:享受|享|的)?(?:单件价|优惠价|价)?[:：]? ?{money}?'), say('purchase_limit', '{minQty} ?{unit}起(?:售|购|批|订|卖)'),

  say('coupon', '(?:店铺|平台|品类|商品|大额|专属|隐藏|直播|补贴|无门槛|百亿)*(?:优惠券|优惠卷|消费券|抵用券|代金券|购物券|神券|券)[:：]?(?:满|每满)? ?{thresholdMinor}(?:可)?(?:立减|减|-|抵|可用) ?{offMinor}'), say('coupon', '(?:领|用|叠|抢)?[\\u4e00-\\u9fff]{0,4}券(?:后)?[:：]?(?:满|每满) ?{thresholdMinor}(?:可)?' + OFF + ' ?{offMinor}'), say('coupon', '(?:领|用|叠|抢)券[^\\d，,]{0,6}满 ?{thresholdMinor}(?:可)?' + OFF + ' ?{offMinor}'), say('coupon', '满 ?{thresholdMinor}(?:可)?(?:领券|用券|券|领取优惠券)(?:可)?' + OFF + ' ?{offMinor}'),
  say('qty_reduction', '(?:领券|用券) ?{minQty} ?{unit}' + OFF + ' ?{offMinor}'), say('coupon', '(?:领|抢|用|叠|送|赠|享|得)(?:取)? ?{offMinor}(?:的)?(?:无门槛|大额|店铺|平台)?(?:优惠)?券'), say('coupon', '(?:领券|用券|叠券|券后|抢券)(?:再|可|直|下单)?(?:立减|再减|减|省|优惠|抵)(?:后)? ?{offMinor}'), say('coupon', '(?:领券|用券)(?:再|可|享)?(?:打)? ?{payRatio} ?折'), say('coupon', '(?:优惠券|神券|红包券|店铺券|平台券|券)[:：]? ?{offMinor}(?!{unit})'), say('coupon', '{offMinor}(?:无门槛|店铺|平台|大额)?(?:优惠券|券)'),
  say('coupon', '^满 ?{thresholdMinor}(?<=元)减 ?{offMinor}(?<=元)$'), say('coupon', '^{thresholdMinor}(?:立)?减 ?{offMinor}$'),

  say('qty_discount', '(?:全场|任选|任意|店铺)?每?(?:满|买|购|拍)? ?{minQty} ?{unit}(?:或以上|及以上|以上|起)?(?:总价|立|即|可|均|全部|商品)?(?:享受|享|打|低至|低于)?(?:受)? ?{payRatio} ?折'), say('qty_discount', '(?:买|购|拍|满(?= ?\\d(?!\\d))) ?{minQty}(?:立|即|可)?(?:享|打)? ?{payRatio} ?折'), say('qty_discount', '(?:满|买|购|拍)? ?{minQty} ?{unit}(?:立)?减 ?{percentOff}%'),
  say('qty_reduction', '每满? ?{minQty} ?{unit}(?:立|可|再)*(?:减|省) ?{offMinor}', { implies: { repeat: true } }), say('qty_reduction', '(?:满|买|购|拍|任选)? ?{minQty} ?{unit}(?:立|可|再|即|直|总价)*(?:减|省|优惠|便宜|降) ?{offMinor}(?:多买多减)?'), say('qty_reduction', '(?:买|购|拍) ?{minQty}(?:立|可|再|即|直)*(?:减|省) ?{offMinor}(?:[，, ]?(?<repeat>多买多减|上不封顶))?'),
  say('multibuy_price', '(?:任选|任意|任拍|买|拍|选)? ?{qty} ?{unit}(?:只要|仅需?|只需|一共|共|到手|价|装?特价)? ?{totalMinor}(?<=元|块|[¥￥]\\d{1,9}(?:\\.\\d{1,2})?)(?! ?(?:券|红包|优惠|减))'), say('multibuy_price', '{totalMinor}(?:任选|任意|选|任拍) ?{qty} ?{unit}'),
  say('full_discount', '满 ?{thresholdMinor}(?:即)?(?:立|可|总价)?(?:享受|享|打)? ?{payRatio} ?折(?:再?减 ?{offMinor})?'), say('full_discount', '满 ?{thresholdMinor}(?:立|可)?减 ?{percentOff}%'), say('gift', '满 ?{thresholdMinor}(?:元)?(?:即|立|可|就)?(?:送|赠|得)[^，,;；\\d]{0,16}'),
  say('every_full_reduction', '每 ?(?:满)? ?{thresholdMinor}[，,]? ?' + OFF + ' ?{offMinor}(?:现金|券)?', { implies: { repeat: true } }), say('full_reduction', '满 ?{thresholdMinor}[，,]? ?' + OFF + ' ?{offMinor}'), say('full_reduction', '(?<=[/、，,] ?){thresholdMinor}(?:-|减) ?{offMinor}'), say('coupon', '{thresholdMinor}-{offMinor}(?:券)'),

  say('flash_sale', '(?:限时|限量|整点|超级|官方|品牌)?(?:秒杀|抢购|闪购|闪降|特卖)(?:[^，,\\d]{0,4}(?:优惠|立减|减|省|降) ?{offMinor})?'), say('flash_sale', '聚划算|限时特惠|限时优惠|限时折扣|今日特价|早鸟(?:价|优惠)?|淘抢购|限时降价|天天特卖|限时直降'),
  say('gift', '(?:买|购|拍) ?{minQty} ?{unit}?(?:即|立|就|再|可)*(?:送|赠|得)[^，,;；\\d]{0,16}'), say('gift', '(?:买|购|拍|下单|购买)(?:即|立|就|可)?(?:赠|送)[^，,;；]{0,16}', { implies: { minQty: 1 } }), say('gift', '(?:再|加)?(?:满赠|赠品|赠送|加赠|赠|送)(?!运费险)[^，,;；]{0,16}'),
  say('direct_reduction', '(?<upTo>最高|至高)?(?:官方|超级|超值|下单|购买|现货|拍下|限时|直播|店铺|首页)*(?:可|再|直接)?(?:立减|直降|立省|立降|直减|降价|狂减|再减) ?(?:{percentOff}%|{offMinor})(?:[，, ]?(?:打底|起))?(?:[，, ]?省 ?{money})?'), say('direct_reduction', '(?:前 ?\\d[\\d.]*万?(?:名|件|份|人|单|分钟|秒|小时)?)[^\\d，,]{0,4}(?:减|省|优惠) ?{offMinor}'), say('direct_reduction', '(?:全场|限时|直播间|下单|到手|店铺|全店)+(?:低至|享|打)? ?{payRatio} ?折(?:起)?'), say('direct_reduction', '(?:官方|超级|购买|下单)?(?:立减|直降)(?=' + ENDS + ')'), say('direct_reduction', '(?:下单|拍下|现在|直接)(?:再|可)?(?:减|省|优惠) ?{offMinor}'), say('direct_reduction', '^{payRatio} ?折(?:优惠|起)?$'), say('direct_reduction', '(?:优惠|现减|降) ?{offMinor}$'),
  say('coupon', '(?:大额|隐藏|无门槛|超红|专属|优惠|神)?(?:优惠券|大额券|神券|店铺券|平台券|领券|可用券|红包券)'),
];
