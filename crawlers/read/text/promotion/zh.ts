import { say, type Wording } from './grammar.ts';
import { AMOUNTS, PIECES } from './zh-pieces.ts';
import { LESS, ENDS, COUPON, SUBSIDY, PLATFORM, NEW, MEMBER, PAY, THING } from './zh-words.ts';

/** What looks like a promotion and is none. */
const NOTHING: readonly Wording[] = [
  say('nothing', '(?:已拼|已售|月销|已抢|累计|销量|热销|售出|好评|评价|年售|周销)(?:超|突破|逾|[:：])? ?\\d[\\d.]*万?\\+?(?:件|单|笔|条|个|份)?'),
  say('nothing', '\\d[\\d.]*万?\\+?(?:人|件)(?:付款|已买|想要|收藏|加购|购买|已购|好评|在拼|看过|下单)'),
  say('nothing', '(?:榜|排行)[^\\d]{0,4}第? ?\\d{1,4}名?'),
  say('nothing', '假一(?:赔|罚)[\\d十百三四]+|买贵(?:必|包)?(?:赔|退|补)?|极速退款|\\d{1,3}天(?:无理由|价保|退换|保价|包换|内)[^，,]{0,6}|(?:赠送?|送|含)?(?:退货)?运费险|正品保[障证]|退货包运费|价保\\d{0,3}天?|只换不修'),
  say('nothing', '(?:仅剩|只剩|库存|剩余?) ?\\d{1,6}(?:件|个|份)?'),
  say('nothing', '[前满每]?[nNxXyY](?:件|元|个)[^，,]{0,3}[nNxXyY]?折?|X{1,2}元?抵X{1,2}元?|减X{1,2}元?|满X'),
  say('nothing', '(?<!免|0元)(?:运费|配送费|快递费|邮费)(?!全免|0元)[:：]? ?{money}(?:起)?|{money}(?:运费|邮费|配送费)'),
  say('nothing', '送货[^，,;；]{0,4}|送装[^，,;；]{0,4}|送达|派送|(?<!元|免费)配送(?!满|费|0)|发送|不支持分期|不包邮|[赠送售]完(?:即|为)止|先到先得|(?:不可|不能|不得|不)(?:与|和|同)[^，,]{0,12}(?:同享|叠加|同时使用|并用|共享)|不(?:参加|参与|支持|可用?|能)[^，,]{0,8}(?:优惠券?|活动|券|满减|促销)|赠品(?:以|随机|不|颜色|数量)[^，,]{0,10}|非包邮|(?:^|[，,])(?:送礼|礼盒装|送人)[^，,]{0,6}'),
  say('nothing', '(?<!预售|领券|PLUS|会员|VIP|[件份瓶个盒箱袋支条])(?:券后|到手|折后|预估到手)价?[:：]? ?{money}'),
];

const PRESALE: readonly Wording[] = [
  say('presale_deposit', '(?:付|支付)?(?:定金|订金)[:：]? ?{depositMinor}[，,;；。 ]{0,2}(?:支付|付)?尾款(?:再|可|立)?(?:立减|减|优惠) ?{tailOffMinor}'),
  say('presale_deposit', '(?:付|支付)?(?:定金|订金|预付)[:：]?(?:仅需?)? ?{depositMinor}[，, ]?(?:可|立|最高可?)?(?:抵|当|膨胀(?:至|为|到)?|翻倍抵|翻倍至) ?{depositWorthMinor}(?:[，,;；。 ]{0,2}(?:支付|付)?尾款(?:再|可|立)?(?:立减|减|优惠) ?{tailOffMinor})?(?:[，,;；。 ]{0,2}(?:预售|预估)?(?:到手|券后)价?(?:仅|约)? ?{finalMinor})?'),
  say('presale_deposit', '(?:预付|付|支付)?{depositMinor}(?:定金|订金)[，, ]?(?:可|立)?(?:抵|当|膨胀(?:至|为|到)?) ?{depositWorthMinor}'),
  say('presale_deposit', '(?:定金|订金)(?:翻倍|膨胀)[，, :：]?{depositMinor} ?(?:抵|当|变) ?{depositWorthMinor}'),
  say('presale_deposit', '付?(?:定金|订金) ?{depositMinor}(?:元)?(?:即|可|再|享|立享|立)*(?:减|省) ?{offMinor}'),
  say('presale_deposit', '付(?:定金|订金)(?:即|可|再|享|立享)*(?:立减|立省|减|省|优惠) ?{offMinor}'),
  say('presale_deposit', '(?:预付)?(?:定金|订金)(?:可|立)?(?:抵|减) ?{depositWorthMinor}'),
  say('presale_deposit', '(?:定金|订金)[:：]? ?{depositMinor}[，,;； ]{0,2}尾款[:：]? ?{money}'),
  say('presale_deposit', '(?:付尾款|支付尾款|尾款)(?:再|可|时)?(?:立减|减|优惠) ?{tailOffMinor}'),
  say('presale_deposit', '(?:预售)?[^，,\\d]{0,4}(?:定金|订金)[:：]? ?{depositMinor}[，,;； ]{0,2}(?:预售|到手)价[:：]? ?{finalMinor}'),
  say('presale_deposit', '(?:预售|预订|预付)[^，,\\d价]{0,6}(?:定金|订金)?[:：]? ?{depositMinor}(?=$|[，, ;；])'),
  say('presale_deposit', '^(?:定金|订金)[:：]? ?{depositMinor}$'),
  say('presale_deposit', '(?:预售|到手)(?:到手)?价[:：]? ?{finalMinor}[，,;； ]{0,2}付?(?:定金|订金)[:：]? ?{depositMinor}'),
  say('presale_deposit', '预售(?:到手|专享|专属)?价[:：]? ?{finalMinor}'),
  say('presale_deposit', '(?:定金|订金)(?:\\d{1,2}倍)?(?:膨胀|翻倍)'),
  say('nothing', '^(?:定金|订金)$'),
];

const INSTALMENTS: readonly Wording[] = [
  say('installment', '(?:(?:花呗|京东白条|白条|信用卡)(?:分期)?)?(?<upTo>最高|至高|最长)?(?:可享|支持|享)?{periods}期(?:分期)?(?:免息|免手续费|0利息|0利率|零利率|零利息|无息|0手续费)(?:分期)?(?:[^\\d，,|;；。]{0,2}(?:[，, ]?(?:每期|月供|低至|约))?[^\\d，,|;；。]{0,3}{amountMinor} ?(?:[/×xX每] ?期?)?)?(?:0首付)?'),
  say('installment', '(?:免息)?分期?{periods}期(?:免息)?(?:[^\\d|，,]{0,4}{amountMinor}/期)?'),
  say('installment', '(?:支持|可分|可享)?{periods}期分期'),
  say('installment', '{amountMinor} ?[x×] ?{periods} ?期'),
  say('installment', '分期免息|免息分期|花呗分期|白条分期|白条免息'),
];

const SUBSIDIES: readonly Wording[] = [
  say('gov_subsidy', `${SUBSIDY}(?:后|再|立|可|享|直接|额外|减|省|补)*(?<upTo>最高|至高)?(?:可)?(?:立减|补贴|减|省)? ?{percentOff}%(?:[，,]? ?(?:最高|至高|上限)(?:可)?(?:减|补|省|补贴)? ?{capMinor})?`),
  say('gov_subsidy', `${SUBSIDY}(?:再|立|可|享|后)*(?:打)? ?{payRatio} ?折`),
  say('gov_subsidy', `${SUBSIDY}(?:价|再|可|享|直接|立)*(?<upTo>最高|至高|最多)?(?:可|再)*(?:立减|立省|直降|补贴|减免|减|省|补|降|抵)? ?{offMinor}`),
  say('gov_subsidy', `${SUBSIDY}(?!价)`),
  say('direct_reduction', '(?:以旧换新|旧机)[^，,\\d]{0,4}?(?<upTo>最高|至高)?(?:可|再)?(?:补贴|抵扣|抵|减|省|补|立减) ?{offMinor}', { implies: { condition: 'trade-in' } }),
  say('platform_subsidy', `{offMinor} ?${PLATFORM}`),
  say('platform_subsidy', `${PLATFORM} ?(?:已|再|立|可|额外)*(?<upTo>最高|至高)?(?:减|补贴?|省|优惠|直降|降)? ?{offMinor}`),
  say('platform_subsidy', '百亿补贴|千万神券|千万补贴|爆品加补|官方补贴|平台补贴|超级补贴|万人团'),
  say('nothing', '(?:^(?:券后|优惠前|到手|预估|定金)|(?:券后|优惠前|国补|礼金|淘金币|狂欢|到手|活动|专柜|百亿补贴|政府补贴|补贴|新人到手|拼团|秒杀|预售|参考|预估|市场|划线|吊牌|抢购|会员|限时|特卖|直播|团购|清仓|一口|套餐|组合)价(?:格)?)$'),
  say('nothing', '(?:立即|马上|立刻|火热|正在|点击|快来|去)(?:抢购|购买|领取|查看|下单|秒杀)'),
];

const GIVEN_BACK: readonly Wording[] = [
  say('points', '(?:淘金币|金币|京豆|积分|红包)(?:已|可|最高可?|最多可?)?(?:抵扣|抵用|抵现|抵)(?:扣)? ?{percentOff}%'),
  say('points', '{points} ?(?:个)?(?:积分|京豆|金币|淘金币)(?:可)?(?:抵扣|抵|当) ?{offMinor}'),
  say('points', '(?:淘金币|金币|京豆|积分|红包)(?:已|可|最高可?|最多可?)?(?:抵扣|抵用|抵现金?|抵) ?{offMinor}'),
  say('points', '(?:赠|送|返|得)(?:积分|京豆|金币|淘金币) ?{points} ?个?'),
  say('points', '(?:下单|购买)?(?:赠|送|返|得)(?:积分|京豆|金币|淘金币)|(?:\\d|双|多)倍积分|(?:积分|点数|京豆)(?:\\d{1,2}|双|多|翻)倍送?'),
  say('points', '(?:下单|购买|可)?(?:可得|赠送?|返还?|送|得|获得|(?<upTo>最高返|最高可?得|最多返)) ?{points} ?(?:个)?(?:积分|京豆|金币|淘金币)'),
  say('cashback', '(?:晒单|评价|晒图|好评|五星|确认收货|收货|消费|签收)[^，,\\d]{0,6}(?:送|返现?|领|得|还返) ?(?:京东|天猫|现金)?(?:红包|E卡|猫超卡|优惠券|话费)? ?{offMinor}?(?:元)?(?:无门槛)?(?:红包|现金|E卡|优惠券|猫超卡|话费)?'),
  say('cashback', `(?:消费|购物|购买|下单|实付)?满 ?{thresholdMinor}(?:即|立|可|就)?返(?:还|现)? ?{offMinor}?(?:元)?[^，,;；\\d]{0,10}`),
  say('cashback', '(?:刷卡|消费|购物|单笔)?满 ?{thresholdMinor}(?:可|享|即|再)*(?:回馈|返利?) ?{percentOff}%'),
  say('cashback', '(?:消费|购物|全场|单笔)?满 ?{thresholdMinor}(?:即|立|可|就|再)*(?:送|赠) ?{offMinor}(?:(?<=元)|(?=元|券|购物金|抵用|红包))(?:元)?(?:无门槛|现金|店铺)*(?:券|红包|购物金|抵用券|优惠券|代金券)?'),
  say('cashback', '(?:消费|购物|全场|单笔)?满 ?(?=\\d{3}){thresholdMinor}(?:即|立|可|就|再)*(?:送|赠) ?(?=\\d{2,5}(?:$|[，,。;；!！+ ])){offMinor}'),
  say('cashback', '(?:信用卡|刷卡|消费|购物)?(?<upTo>最高|至高|最多)?(?:可|享)*{percentOff}%(?:现金|点数|红利)?(?:回馈|返利|返现|返还)'),
  say('cashback', '(?:下单|购买|立|可|最高)*返(?:京东)?(?:现金?|红包|还|E卡|猫超卡)? ?(?:{percentOff}%|{offMinor})(?:元)?(?:现金|红包|E卡|猫超卡|券)?'),
  say('cashback', '返(?:现|红包|现金|E卡|猫超卡)(?=' + ENDS + ')'),
];

const PEOPLE: readonly Wording[] = [
  say('fixed_price', `${NEW}(?:专享|专属|特|到手)*价[:：]?(?:仅|只要)? ?{priceMinor}`, { audience: 'new customers' }),
  say('free_shipping', `${NEW}(?:包邮|免邮)`, { audience: 'new customers' }),
  say('new_user', `${NEW}(?:专享|专属|立享|可享|享|下单|再)*(?:打)? ?{payRatio} ?折`, { audience: 'new customers' }),
  say('new_user', `${NEW}(?:首单|礼金|礼包|大礼包|专享|专属|立享|可享|可领|享|福利|红包|券|优惠券|再|下单)*[:：]?(?:满 ?{thresholdMinor})?(?:再|可|到手|即)*(?:立减|直降|减免|减|优惠|省|返|领|送|折|-)? ?{offMinor}(?:无门槛)?(?:优惠券|券|红包)?`, { audience: 'new customers' }),
  say('new_user', `${NEW}(?:礼金|红包|礼包|专享券|优惠券|专享|立减|优惠|福利)`, { audience: 'new customers' }),
  say('free_shipping', '满 ?{thresholdMinor}(?:即|全场|可|就|享)*(?:包邮|免邮费?|免运费|免配送费)'),
  say('free_shipping', '(?:满)?{minQty} ?{unit}(?:起|以上)?(?:包邮|免邮费?|免运费)'),
  say('free_shipping', '(?:全国|全场|顺丰|默认|同城|单件|一件|1件|江浙沪|偏远)?(?<!退货|退换)(?:包邮|免邮费?|免运费|免配送费|运费全免|运费0元|0元配送|零运费|0运费|免费配送)'),
  say('payment_reduction', `(?:使用|用)?${PAY}(?:支付|付款|首单|首次支付|分期|专享|绑卡|消费|单笔)*(?:(?<repeat>每)?满 ?{thresholdMinor})?(?:再|可|随机|单单|享|立享|即)*(?<upTo>最高|至高)?(?:可|再)*(?:(?:立减|优惠|减|省|返|享|降) ?(?:{percentOff}%|{offMinor})|(?:享|打)* ?{payRatio} ?折)`),
  say('payment_reduction', `${PAY}(?:支付|付款|专享)*(?:随机)?立减(?=${ENDS})`),
  say('member', '入会(?:首单)?(?:即|可|再)*(?:领|立减|减|省|送|享) ?{offMinor}(?:元)?(?:无门槛)?(?:优惠券|券)?', { audience: 'members' }),
  say('member', `${MEMBER}(?:会员)?(?:(?:满减|折上|优惠|活动)(?:之?后)?)?(?:专享|再享|再|额外|独享|立享|可享|享|到手|专属|打| )*{payRatio} ?折`),
  say('member', `${MEMBER}(?:会员)?(?:专享|专属|大额|可?领取?)*${COUPON}[:：]?(?:满? ?{thresholdMinor}(?:可)?(?:立减|减|-|抵) ?)?{offMinor}`),
  say('member', `${MEMBER}(?:会员)?(?:专享|专属|再|额外|独享|立享|可享|享|下单| )*(?:满 ?{thresholdMinor})?(?:再|可)*(?:立减|直降|优惠|减|省|返) ?(?:{percentOff}%|{offMinor})`),
  say('fixed_price', '(?<member>会员|PLUS|88 ?VIP|VIP|粉丝|学生)(?:会员)?(?:专享|专属|到手)?价[:：]? ?{priceMinor}', { audience: 'members' }),
  say('fixed_price', '(?:抢购|秒杀|尝鲜|首发|开团|体验|预购|惊爆|活动|一口|限时|限时特|促销|爆款|直播|直播间|(?:直播|APP|新品)?专享|底|福利|清仓|团购|拼团|超值|狂欢|限时抢购|今日)价[:：]?(?:仅|只要|低至)? ?{priceMinor}'),
  say('fixed_price', '\\d{1,2} ?人团(?:购)?价?[:：]? ?{priceMinor}'),
  say('fixed_price', '{minQty} ?[-~至到] ?\\d{1,5} ?{unit}[:：]? ?{priceMinor}(?<=元|[¥￥] ?\\d{1,9}(?:\\.\\d{1,2})?)(?:/ ?{unit})?'),
  say('fixed_price', '(?:限时|今日|超值|惊爆)?特价[:：]?(?:仅|只要)? ?{priceMinor}'),
  say('member', '(?<member>88 ?VIP|PLUS)(?:会员)?(?:专享)?价?(?=[，,;|+]|$)'),
  say('bundle_price', '(?:套餐|组合|搭配|套装|礼盒)(?:优惠|特惠|专享)?价?[:：]?(?:仅|只要)? ?{priceMinor}'),
  say('bundle_price', '(?:优惠套装|套餐优惠|组合优惠|搭配购)'),
];

/** The word for a code to type in, with the code. */
const CODE = '(?:输入|输|使用|凭)?(?:折扣|优惠|促销|活动|通关|专属|结帐|结账)?(?:代?[码碼]|序号|口令)[:： ]{0,2}{code}';

const COUPONS: readonly Wording[] = [
  say('coupon', `${CODE}[，, ]{0,2}(?:满 ?{thresholdMinor})?(?:可|即|享|再|立|结帐|结账)*(?:(?:减|折|省|抵|优惠) ?{offMinor}|(?:打|享)? ?{payRatio} ?折)`),
  say('coupon', `${COUPON}[:： ]{0,2}{offMinor}[（( ，,]{0,2}满 ?{thresholdMinor}(?:可用|使用)`),
  say('coupon', '满 ?{thresholdMinor}(?:可用|可领) ?{offMinor}(?:元)?[\\u4e00-\\u9fff]{0,4}券'),
  say('coupon', `${COUPON}[:： ]{0,2}(?:每?满)? ?{thresholdMinor}(?:可用?)?(?:立减|减|-|抵|可用) ?{offMinor}`),
  say('coupon', '(?:可?领|用|叠|抢)?[\\u4e00-\\u9fff]{0,4}券(?:后)?[:：]?每?满 ?{thresholdMinor}' + LESS + ' ?{offMinor}'),
  say('coupon', '(?:(?:可?领|用|抢)(?:券|取)?|叠券)[^\\d，,]{0,6}满 ?{thresholdMinor}' + LESS + ' ?{offMinor}(?:元)?(?:的)?(?:店铺|平台|优惠|神|大额|现金)*券?'),
  say('coupon', '每?满 ?{thresholdMinor}(?:可)?(?:领券|用券|券|领取优惠券)(?:可)?' + LESS + ' ?{offMinor}'),
  say('coupon', '每?满? ?{thresholdMinor}(?:可)?(?:立?减|-) ?{offMinor}(?:元)?(?:的)?(?:无门槛|店铺|平台|大额|专享|优惠|消费|购物)*券'),
  say('coupon', '每?满 ?{thresholdMinor}(?:可)?(?:打|享)? ?{payRatio} ?折(?:优惠)?券'),
  say('coupon', '(?<!\\d){payRatio} ?折(?:优惠|店铺|专享)?券'),
  say('qty_reduction', `(?:领券|用券) ?{minQty} ?{unit}${LESS} ?{offMinor}`),
  say('coupon', '(?:下单)?(?:可?领|抢|用|叠|送|赠|享|得)(?:取)? ?{offMinor}(?:的)?(?:无门槛|大额|店铺|平台)*(?:优惠)?券(?:[（( ，,]{0,2}满 ?{thresholdMinor}(?:可用|使用))?'),
  say('coupon', '(?:(?:领|用|叠|抢)取?[\\u4e00-\\u9fff]{0,4}券|券后|使用优惠券)(?:再|可|直|下单|最高)*(?:立减|再减|减|省|优惠|抵)(?:后)? ?{offMinor}'),
  say('coupon', '(?:领券|用券|叠券)(?:再|可|享|立享)*(?:打)? ?{payRatio} ?折'),
  say('coupon', `(?:${COUPON}|红包券)[:：]? ?{offMinor}(?!{unit})`),
  say('coupon', '(?<=\\u0001(?:[/、，,] ?\\d{1,6}-\\d{1,6}){0,5}[/、，,] ?){thresholdMinor}-{offMinor}'),
  say('coupon', '{offMinor}(?:的)?(?:无门槛|店铺|平台|优惠)*券[（( ，,]{0,2}满 ?{thresholdMinor}(?:可用|使用)'),
  say('coupon', '{offMinor}(?:的)?(?:无门槛|店铺|平台|大额|专享|隐藏)*(?:优惠|消费|购物|代金)?券'),
  say('coupon', '^满 ?{thresholdMinor}(?<=元)减 ?{offMinor}(?<=元)$'),
  say('coupon', '^{thresholdMinor}(?:立)?减 ?{offMinor}$'),
];

const DEALS: readonly Wording[] = [
  say('direct_reduction', '(?:限时|限量|整点)(?:直降|立减|降价|立省|优惠|减)(?:价)? ?(?:{percentOff}%|{offMinor})'),
  say('flash_sale', '(?:限时|限量|整点|超级|官方|品牌|今日|每日|周末)?(?:秒杀|抢购|闪购|闪降|特卖)(?!价)(?:[^，,\\d]{0,4}(?:优惠|立减|减|省|降) ?{offMinor})?'),
  say('flash_sale', '聚划算|限时特惠|限时优惠|限时折扣|今日特价|早鸟(?:价|优惠)?|淘抢购|限时降价|天天特卖|限时直降|限时特价|限时促销'),
  say('gift', '(?:买|购|拍) ?{minQty} ?{unit}?(?:即|立|就|再|可)*(?:送|赠|得)' + THING),
  say('gift', '(?:买|购|拍|下单|购买)(?:即|立|就|可)*(?:赠|送)' + THING, { implies: { minQty: 1 } }),
  say('direct_reduction', '(?:前 ?[\\d.]+万?(?:名|件|份|人|单|位|分钟|秒|小时)?)(?:下单|付款)?(?:全场|全)?半价', { implies: { payRatio: 0.5 } }),
  say('direct_reduction', '(?:前 ?[\\d.]+万?(?:名|件|份|人|单|位)?)(?:下单|付款)?(?:免单|0元购)', { implies: { payRatio: 0 } }),
  say('direct_reduction', '(?:前 ?[\\d.]+万?(?:名|件|份|人|单|位|分钟|秒|小时))(?:下单|付款|全场|享|打)*{payRatio} ?折'),
  say('direct_reduction', '(?:前 ?\\d[\\d.]*万?(?:名|件|份|人|单|位|分钟|秒|小时)?)[^\\d，,赠送]{0,4}(?:减|省|优惠|降) ?{offMinor}'),
  say('gift', '(?:再|加|限量)?(?:满赠|赠品|赠送|加赠|附赠|(?<![发配派寄])赠|(?<![发配派寄])送)(?!运费险|达|货|装|到)' + THING),
  say('direct_reduction', '(?<upTo>最高|至高)?(?:官方|超级|超值|下单|购买|现货|拍下|限时|直播间?|店铺|首页|已)*(?:可|再|直接)?(?:立减|直降|立省|立降|直减|降价|狂减|再减) ?(?:{percentOff}%|{offMinor})(?:[，, ]?(?:打底|起))?(?:[，, ]?省 ?{money})?'),
  say('direct_reduction', '(?:全场|限时|直播间|下单|到手|店铺|全店|新品|一律|统统|全部|折扣|专场|清仓|会场|活动)+(?:商品)?(?<upTo>低至)?(?:享|打|立享)? ?{payRatio} ?折(?<from>起)?(?:优惠)?'),
  say('direct_reduction', '(?:全场|一律|限时|全店|统统|全部|今日|抢|享)(?:商品)?半价', { implies: { payRatio: 0.5 } }),
  say('direct_reduction', '(?<upTo>低至|最低) ?{payRatio} ?折(?:起)?'),
  say('direct_reduction', '(?:結帳|结账|结帳|下单|折后|折上)?再(?:打|享)? ?{payRatio} ?折'),
  say('direct_reduction', '(?:官方|超级|购买|下单)?(?:立减|直降)(?=' + ENDS + ')'),
  say('direct_reduction', '(?:下单|拍下|现在|直接|现|已|可)*(?:再|可)?(?:减|省|优惠) ?{offMinor}'),
  say('direct_reduction', '^{payRatio} ?折(?:优惠)?(?<upTo>起)?$'),
  say('direct_reduction', '(?:优惠|现减|降) ?{offMinor}$'),
  say('coupon', '(?:大额|隐藏|无门槛|超红|专属|优惠|神|可用)?(?:优惠券|大额券|神券|店铺券|平台券|领券|可用券|红包券)'),
];

/** Chinese wordings, special before general. Numerals are digits by now (第二件 is 第2件), 劵 and 卷 are 券, spaces single. Sources: labels of Taobao, Tmall, JD and Pinduoduo. */
export const CHINESE: readonly Wording[] = [...PRESALE, ...NOTHING, ...INSTALMENTS, ...SUBSIDIES, ...GIVEN_BACK, ...PEOPLE, ...PIECES, ...COUPONS, ...AMOUNTS, ...DEALS];
