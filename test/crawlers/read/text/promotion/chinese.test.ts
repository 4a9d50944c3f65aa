import { describe, expect, it } from 'vitest';
import { lines, rows, rules } from './support.ts';

describe('Chinese: from an amount or a number of pieces on', () => {
  it.each(rows(`
第二件只要9块9 => nth_price nth=2 priceMinor=990
3件99 => multibuy_price qty=3 totalMinor=9900
叠加满300减180 => full_reduction offMinor=18000 thresholdMinor=30000
满2件，总价打8折；满3件，总价打7折 => qty_discount minQty=2 payRatio=0.8 percentOff=20 + qty_discount minQty=3 payRatio=0.7 percentOff=30
买3免1 => buy_x_pay_y buy=3 pay=2
3件到手价129 => multibuy_price qty=3 totalMinor=12900
满399元立减60元 => full_reduction thresholdMinor=39900 offMinor=6000
每满199减100，最高减500 => every_full_reduction thresholdMinor=19900 offMinor=10000 capMinor=50000 repeat=true
满299减50，叠加店铺券满199减20 => full_reduction thresholdMinor=29900 offMinor=5000 + coupon thresholdMinor=19900 offMinor=2000
每满100减50，最多减200 => every_full_reduction thresholdMinor=10000 offMinor=5000 capMinor=20000 repeat=true
满300减50 => full_reduction thresholdMinor=30000 offMinor=5000
银行卡支付满100减10 => payment_reduction thresholdMinor=10000 offMinor=1000
88VIP满减后再享95折 => member member=88VIP payRatio=0.95
满300减50,2件9折,包邮 => full_reduction thresholdMinor=30000 offMinor=5000 + qty_discount minQty=2 payRatio=0.9 percentOff=10 + free_shipping
领20元优惠券，满200可用 => coupon offMinor=2000 thresholdMinor=20000
优惠券 满99减10 => coupon thresholdMinor=9900 offMinor=1000
满199元立减20元优惠 => full_reduction thresholdMinor=19900 offMinor=2000
满1000减100，满2000减250 => full_reduction thresholdMinor=100000 offMinor=10000 + full_reduction thresholdMinor=200000 offMinor=25000
全场满500减80 => full_reduction thresholdMinor=50000 offMinor=8000
店铺满299减30 => full_reduction thresholdMinor=29900 offMinor=3000
单笔满158减15 => full_reduction thresholdMinor=15800 offMinor=1500
满188立减18 => full_reduction thresholdMinor=18800 offMinor=1800
满100元可减10元 => full_reduction thresholdMinor=10000 offMinor=1000
满399-50 => full_reduction thresholdMinor=39900 offMinor=5000
购物满200元减25元 => full_reduction thresholdMinor=20000 offMinor=2500
订单满600减100元 => full_reduction thresholdMinor=60000 offMinor=10000
满3百减30 => full_reduction thresholdMinor=30000 offMinor=3000
满￥299减￥40 => full_reduction thresholdMinor=29900 offMinor=4000
满1万减1千 => full_reduction thresholdMinor=1000000 offMinor=100000
每满300减50 => every_full_reduction thresholdMinor=30000 offMinor=5000 repeat=true
跨店每满200减30 => every_full_reduction thresholdMinor=20000 offMinor=3000 repeat=true
每300减50 => every_full_reduction thresholdMinor=30000 offMinor=5000 repeat=true
每满1000-120 => every_full_reduction thresholdMinor=100000 offMinor=12000 repeat=true
跨店满减每满300元减50元，上不封顶 => every_full_reduction thresholdMinor=30000 offMinor=5000 repeat=true
全场每满99立减20 => every_full_reduction thresholdMinor=9900 offMinor=2000 repeat=true
每满200元减25元 => every_full_reduction thresholdMinor=20000 offMinor=2500 repeat=true
每满300可减40 => every_full_reduction thresholdMinor=30000 offMinor=4000 repeat=true
满300减40上不封顶 => every_full_reduction thresholdMinor=30000 offMinor=4000 repeat=true
每满100减15，最高减150 => every_full_reduction thresholdMinor=10000 offMinor=1500 capMinor=15000 repeat=true
满199打9折 => full_discount thresholdMinor=19900 payRatio=0.9
满200享8.5折 => full_discount thresholdMinor=20000 payRatio=0.85
消费满500元8折 => full_discount thresholdMinor=50000 payRatio=0.8
满99元享95折 => full_discount thresholdMinor=9900 payRatio=0.95
满300即享七折 => full_discount thresholdMinor=30000 payRatio=0.7
全场满400打88折 => full_discount thresholdMinor=40000 payRatio=0.88
满150元立享9.5折 => full_discount thresholdMinor=15000 payRatio=0.95
满2件8折 => qty_discount minQty=2 payRatio=0.8 percentOff=20
三件八折 => qty_discount minQty=3 payRatio=0.8 percentOff=20
两件九五折 => qty_discount minQty=2 payRatio=0.95 percentOff=5
任意3件7折 => qty_discount minQty=3 payRatio=0.7 percentOff=30
任选2件9折 => qty_discount minQty=2 payRatio=0.9 percentOff=10
买3件打7.5折 => qty_discount minQty=3 payRatio=0.75 percentOff=25
2件及以上85折 => qty_discount minQty=2 payRatio=0.85 percentOff=15
满3件立享6折 => qty_discount minQty=3 payRatio=0.6 percentOff=40
满二件打九折 => qty_discount minQty=2 payRatio=0.9 percentOff=10
2件95折，3件9折 => qty_discount minQty=2 payRatio=0.95 percentOff=5 + qty_discount minQty=3 payRatio=0.9 percentOff=10
购买4盒享8.8折 => qty_discount minQty=4 payRatio=0.88 percentOff=12
拍2瓶9折 => qty_discount minQty=2 payRatio=0.9 percentOff=10
一件9折 两件8折 => qty_discount minQty=1 payRatio=0.9 percentOff=10 + qty_discount minQty=2 payRatio=0.8 percentOff=20
满2件总价打8折 => qty_discount minQty=2 payRatio=0.8 percentOff=20
全店2件8折3件7折 => qty_discount minQty=2 payRatio=0.8 percentOff=20 + qty_discount minQty=3 payRatio=0.7 percentOff=30
两件半价 => qty_discount minQty=2 payRatio=0.5 percentOff=50
下单2件自动减20元 => qty_reduction minQty=2 offMinor=2000
拍2件到手价99 => multibuy_price qty=2 totalMinor=9900
第二箱立减15 => qty_reduction minQty=2 offMinor=1500
买2减10元 => qty_reduction minQty=2 offMinor=1000
2件减20 => qty_reduction minQty=2 offMinor=2000
满3件减30元 => qty_reduction minQty=3 offMinor=3000
拍2件立减15 => qty_reduction minQty=2 offMinor=1500
买两件立减20元 => qty_reduction minQty=2 offMinor=2000
3箱立减25元 => qty_reduction minQty=3 offMinor=2500
任选3件减50 => qty_reduction minQty=3 offMinor=5000
拍三件省30元 => qty_reduction minQty=3 offMinor=3000
每满2件减10 => qty_reduction minQty=2 offMinor=1000 repeat=true
两瓶优惠8元 => qty_reduction minQty=2 offMinor=800
第二件半价 => nth_discount nth=2 payRatio=0.5
第2件5折 => nth_discount nth=2 payRatio=0.5
第二件六折 => nth_discount nth=2 payRatio=0.6
第二件打8折 => nth_discount nth=2 payRatio=0.8
第3件免单 => nth_discount nth=3 payRatio=0
第三件0元 => nth_discount nth=3 payRatio=0
第2瓶半价 => nth_discount nth=2 payRatio=0.5
第二份立享3折 => nth_discount nth=2 payRatio=0.3
第二杯半价 => nth_discount nth=2 payRatio=0.5
买一件，第二件半价 => nth_discount nth=2 payRatio=0.5
第2件6.8折 => nth_discount nth=2 payRatio=0.68
第二件1元 => nth_price nth=2 priceMinor=100
第2件9.9元 => nth_price nth=2 priceMinor=990
第二件只要19元 => nth_price nth=2 priceMinor=1900
第2件仅需¥5 => nth_price nth=2 priceMinor=500
第三件加1元 => nth_price nth=3 priceMinor=100
第二份只需9块 => nth_price nth=2 priceMinor=900
买2送1 => buy_x_get_y buy=2 get=1 percentOff=100
买一送一 => buy_x_get_y buy=1 get=1 percentOff=100
买三赠一 => buy_x_get_y buy=3 get=1 percentOff=100
买2件送1件 => buy_x_get_y buy=2 get=1 percentOff=100
拍2送1 => buy_x_get_y buy=2 get=1 percentOff=100
买5瓶送2瓶 => buy_x_get_y buy=5 get=2 percentOff=100
买一得二 => buy_x_get_y buy=1 get=1 percentOff=100
拍一发二 => buy_x_get_y buy=1 get=1 percentOff=100
拍2发3 => buy_x_get_y buy=2 get=1 percentOff=100
第2件免费送 => nth_discount nth=2 payRatio=0
买3付2 => buy_x_pay_y buy=3 pay=2
买三付二 => buy_x_pay_y buy=3 pay=2
拍4付3 => buy_x_pay_y buy=4 pay=3
3件付2件的钱 => buy_x_pay_y buy=3 pay=2
2件99元 => multibuy_price qty=2 totalMinor=9900
任选3件100元 => multibuy_price qty=3 totalMinor=10000
99元任选3件 => multibuy_price qty=3 totalMinor=9900
100元选5件 => multibuy_price qty=5 totalMinor=10000
59.9元任选2件 => multibuy_price qty=2 totalMinor=5990
任意两件仅需88元 => multibuy_price qty=2 totalMinor=8800
39元3件 => multibuy_price qty=3 totalMinor=3900
9.9元4件 => multibuy_price qty=4 totalMinor=990
拍3件到手129元 => multibuy_price qty=3 totalMinor=12900
任选5件¥199 => multibuy_price qty=5 totalMinor=19900
￥99任选两件 => multibuy_price qty=2 totalMinor=9900
限购2件 => purchase_limit maxQty=2
每人限购5件 => purchase_limit maxQty=5
每个ID限购1件 => purchase_limit maxQty=1
限2件 => purchase_limit maxQty=2
单笔订单限购3件 => purchase_limit maxQty=3
每人最多购买3件 => purchase_limit maxQty=3
每账号限购一件 => purchase_limit maxQty=1
2件起售 => purchase_limit minQty=2
起购量3件 => purchase_limit minQty=3
每单限拍2件 => purchase_limit maxQty=2
限购两份 => purchase_limit maxQty=2
3件免1件 => buy_x_pay_y buy=3 pay=2
满4免1 => buy_x_pay_y buy=4 pay=3
满4件，立减最低1件商品价格 => buy_x_pay_y buy=4 pay=3
购买至少2件时享受单件价￥49.90 => fixed_price minQty=2 priceMinor=4990
限购 2 件 => purchase_limit maxQty=2
满2件9折 3件8折 => qty_discount minQty=2 payRatio=0.9 percentOff=10 + qty_discount minQty=3 payRatio=0.8 percentOff=20
`))('%s', (label, want) => expect(rules(label, 'CNY', 'zh')).toBe(want));
});

describe('Chinese: coupons and reductions', () => {
  it.each(rows(`
领大额券立减100元 => coupon offMinor=10000
返京豆50个 => points points=50
首購折100 => new_user offMinor=10000
微信领券满200-80、150-50 => coupon offMinor=8000 thresholdMinor=20000 + coupon offMinor=5000 thresholdMinor=15000
满 1000 减 100 元店铺券（已领取，可用） => coupon offMinor=10000 thresholdMinor=100000
确认收货返京东E卡50元 => cashback offMinor=5000
10元券 满100元可用 => coupon offMinor=1000 thresholdMinor=10000
满减券 200减30 => coupon thresholdMinor=20000 offMinor=3000
前1000件半价 => direct_reduction payRatio=0.5 quota=1000
店铺优惠券 ￥30 满299可用 => coupon offMinor=3000 thresholdMinor=29900
满199元可用20元优惠券 => coupon offMinor=2000 thresholdMinor=19900
抢满599减100神券 => coupon thresholdMinor=59900 offMinor=10000
前1小时5折 => direct_reduction payRatio=0.5
券199-20 => coupon thresholdMinor=19900 offMinor=2000
满200减30券 => coupon thresholdMinor=20000 offMinor=3000
领券减10元 => coupon offMinor=1000
领券满99减15 => coupon thresholdMinor=9900 offMinor=1500
10元无门槛券 => coupon offMinor=1000
无门槛优惠券5元 => coupon offMinor=500
店铺券满188减20 => coupon thresholdMinor=18800 offMinor=2000
平台券满500减50 => coupon thresholdMinor=50000 offMinor=5000
200-20券 => coupon thresholdMinor=20000 offMinor=2000
领50元优惠券 => coupon offMinor=5000
可领满99减10优惠券 => coupon thresholdMinor=9900 offMinor=1000
大额优惠券100元 => coupon offMinor=10000
优惠券满399元减40元 => coupon thresholdMinor=39900 offMinor=4000
领券立减15元 => coupon offMinor=1500
领券享8折 => coupon payRatio=0.8
9折券 => coupon payRatio=0.9
满300打8折券 => coupon thresholdMinor=30000 payRatio=0.8
券满59可减5 => coupon thresholdMinor=5900 offMinor=500
领劵满100-10 => coupon thresholdMinor=10000 offMinor=1000
品类券满1000减80 => coupon thresholdMinor=100000 offMinor=8000
【满99减5元券】 => coupon thresholdMinor=9900 offMinor=500
券：满1500减100 => coupon thresholdMinor=150000 offMinor=10000
下单领20元优惠券 => coupon offMinor=2000
3元店铺优惠券 => coupon offMinor=300
可用优惠券 => coupon
领券更优惠 => coupon
立减30元 => direct_reduction offMinor=3000
直降100元 => direct_reduction offMinor=10000
官方立减12% => direct_reduction percentOff=12
官方立减15%起 => direct_reduction percentOff=15
下单立减50 => direct_reduction offMinor=5000
超级立减20元 => direct_reduction offMinor=2000
限时直降500元 => direct_reduction offMinor=50000
拍下立减15元 => direct_reduction offMinor=1500
最高立减300元 => direct_reduction offMinor=30000 upTo=true
至高直降2000元 => direct_reduction offMinor=200000 upTo=true
全场5折 => direct_reduction payRatio=0.5
全场八折 => direct_reduction payRatio=0.8
限时8折 => direct_reduction payRatio=0.8
限时优惠20元 => direct_reduction offMinor=2000
8.5折 => direct_reduction payRatio=0.85
低至3折 => direct_reduction payRatio=0.3 upTo=true
全场低至5折起 => direct_reduction payRatio=0.5 upTo=true
3折起 => direct_reduction payRatio=0.3 upTo=true
全场半价 => direct_reduction payRatio=0.5
一律七折 => direct_reduction payRatio=0.7
新品9折 => direct_reduction payRatio=0.9
现货立减80元 => direct_reduction offMinor=8000
已优惠30元 => direct_reduction offMinor=3000
比活动前降50元 => direct_reduction offMinor=5000
前100名立减50元 => direct_reduction offMinor=5000 quota=100
前50名半价 => direct_reduction payRatio=0.5 quota=50
前10名免单 => direct_reduction payRatio=0 quota=10
直播间立减20元 => direct_reduction offMinor=2000
降价80元 => direct_reduction offMinor=8000
以旧换新最高抵800元 => direct_reduction offMinor=80000 upTo=true condition=trade-in
输入优惠码 SAVE100 减100元 => coupon code=SAVE100 offMinor=10000
支持 24 期免息分期 => installment periods=24
`))('%s', (label, want) => expect(rules(label, 'CNY', 'zh')).toBe(want));
});

describe('Chinese: campaigns, subsidies, people, payment', () => {
  it.each(rows(`
百亿补贴 已补200元 => platform_subsidy offMinor=20000
国补至高立省2000元 => gov_subsidy offMinor=200000 upTo=true
付定金100抵200，付尾款再减50，到手价1850 => presale_deposit depositMinor=10000 depositWorthMinor=20000 finalMinor=185000 tailOffMinor=5000
预售到手价¥899 => presale_deposit finalMinor=89900
100-499件 ¥8.50 => fixed_price minQty=100 priceMinor=850
3人团 ¥59 => fixed_price priceMinor=5900
plus到手价¥179 => fixed_price member=plus priceMinor=17900
云闪付62折 => payment_reduction payRatio=0.62
刷卡滿5000回饋5% => cashback percentOff=5 thresholdMinor=500000
6期零利率 => installment periods=6
付定金享立减40元 => presale_deposit offMinor=4000
百亿补贴 官方补贴¥800 => platform_subsidy offMinor=80000
国补至高减15% => gov_subsidy percentOff=15 upTo=true
定金¥20，尾款¥180 => presale_deposit depositMinor=2000
白条6期免息，约166.5元/期 => installment periods=6 amountMinor=16650
100积分抵1元 => points points=100 offMinor=100
下单赠积分 => points
入会立减5元 => member offMinor=500
首发价1999元 => fixed_price priceMinor=199900
限时秒杀 => flash_sale
秒杀 => flash_sale
整点秒杀 => flash_sale
今日秒杀 => flash_sale
聚划算 => flash_sale
限时特惠 => flash_sale
限时抢购 => flash_sale
品牌闪购 => flash_sale
限量秒杀1000件 => flash_sale quota=1000
限时折扣 => flash_sale
淘抢购 => flash_sale
百亿补贴 => platform_subsidy
百亿补贴立减200元 => platform_subsidy offMinor=20000
平台补贴50元 => platform_subsidy offMinor=5000
官方补贴15元 => platform_subsidy offMinor=1500
超级补贴 => platform_subsidy
品牌补贴减30元 => platform_subsidy offMinor=3000
官方加补20元 => platform_subsidy offMinor=2000
平台立补100元 => platform_subsidy offMinor=10000
国补15% => gov_subsidy percentOff=15
国补立减500元 => gov_subsidy offMinor=50000
国家补贴20% => gov_subsidy percentOff=20
政府补贴立减15% => gov_subsidy percentOff=15
享国补15%，最高减2000元 => gov_subsidy percentOff=15 capMinor=200000
国补至高减2000元 => gov_subsidy offMinor=200000 upTo=true
国家补贴 => gov_subsidy
政府补贴8折 => gov_subsidy payRatio=0.8
国补最高可省500元 => gov_subsidy offMinor=50000 upTo=true
定金10元抵30元 => presale_deposit depositMinor=1000 depositWorthMinor=3000
付定金50抵100 => presale_deposit depositMinor=5000 depositWorthMinor=10000
预付定金20元可抵40元 => presale_deposit depositMinor=2000 depositWorthMinor=4000
定金100膨胀200 => presale_deposit depositMinor=10000 depositWorthMinor=20000
定金100元，可抵150元，尾款立减30元 => presale_deposit depositMinor=10000 depositWorthMinor=15000 tailOffMinor=3000
付100定金抵200 => presale_deposit depositMinor=10000 depositWorthMinor=20000
付定金立减50元 => presale_deposit offMinor=5000
预售定金￥99 => presale_deposit depositMinor=9900
定金￥50 预售价￥999 => presale_deposit depositMinor=5000 finalMinor=99900
付尾款立减20元 => presale_deposit tailOffMinor=2000
定金翻倍，50抵100 => presale_deposit depositMinor=5000 depositWorthMinor=10000
定金可抵60元 => presale_deposit depositWorthMinor=6000
满299元送面膜一盒 => gift thresholdMinor=29900
下单即送保温杯 => gift minQty=1
买就送收纳袋 => gift minQty=1
赠运动水杯 => gift
满2件送帆布袋 => gift minQty=2
买2瓶赠洗脸巾 => gift minQty=2
前100名送手机壳 => gift quota=100
满199赠小样3件 => gift thresholdMinor=19900
购买即赠贴膜 => gift minQty=1
加赠正装一瓶 => gift
限量赠品 => gift
加1元换购 => exchange_purchase addMinor=100
+9.9元换购 => exchange_purchase addMinor=990
满99加5元换购 => exchange_purchase thresholdMinor=9900 addMinor=500
加10元得保温杯 => exchange_purchase addMinor=1000
加1元多1件 => exchange_purchase addMinor=100
超值换购 => exchange_purchase
加价购 => exchange_purchase
满100元加19.9元可换购 => exchange_purchase thresholdMinor=10000 addMinor=1990
返10元红包 => cashback offMinor=1000
满100返20 => cashback thresholdMinor=10000 offMinor=2000
满300返50元券 => cashback thresholdMinor=30000 offMinor=5000
晒单返现5元 => cashback offMinor=500
好评返3元 => cashback offMinor=300
确认收货返20元红包 => cashback offMinor=2000
返现5% => cashback percentOff=5
晒图送10元话费 => cashback offMinor=1000
新人立减5元 => new_user offMinor=500
新人首单立减10元 => new_user offMinor=1000
新客立减15 => new_user offMinor=1500
首单减8元 => new_user offMinor=800
新用户专享20元券 => new_user offMinor=2000
新会员专享满100减30 => new_user thresholdMinor=10000 offMinor=3000
首购优惠10元 => new_user offMinor=1000
新人礼包100元 => new_user offMinor=10000
首单9折 => new_user payRatio=0.9
新人价9.9元 => fixed_price priceMinor=990
88VIP 95折 => member member=88VIP payRatio=0.95
88VIP再享9.5折 => member member=88VIP payRatio=0.95
会员立减5元 => member member=会员 offMinor=500
PLUS会员享9折 => member member=PLUS payRatio=0.9
会员专享8折 => member member=会员 payRatio=0.8
88VIP消费券满1000减80 => member member=88VIP thresholdMinor=100000 offMinor=8000
粉丝专享立减10元 => member member=粉丝 offMinor=1000
超级会员再减20元 => member member=超级会员 offMinor=2000
PLUS专享价¥99 => fixed_price member=PLUS priceMinor=9900
会员价89元 => fixed_price member=会员 priceMinor=8900
微信支付立减5元 => payment_reduction offMinor=500
云闪付满100减20 => payment_reduction thresholdMinor=10000 offMinor=2000
招商银行信用卡满300减50 => payment_reduction thresholdMinor=30000 offMinor=5000
花呗支付减10元 => payment_reduction offMinor=1000
白条立减30 => payment_reduction offMinor=3000
支付宝随机立减 => payment_reduction
数字人民币满50减20 => payment_reduction thresholdMinor=5000 offMinor=2000
用支付宝付款再减8元 => payment_reduction offMinor=800
银联卡支付最高减88元 => payment_reduction offMinor=8800 upTo=true
可得100积分 => points points=100
赠送50积分 => points points=50
返200京豆 => points points=200
淘金币可抵3% => points percentOff=3
淘金币抵5元 => points offMinor=500
京豆可抵扣10元 => points offMinor=1000
下单得30积分 => points points=30
最高返500京豆 => points points=500 upTo=true
积分抵现5元 => points offMinor=500
12期免息 => installment periods=12
花呗6期免息 => installment periods=6
分3期免息 => installment periods=3
白条12期免息 => installment periods=12
支持24期分期 => installment periods=24
¥166.58×12期 => installment periods=12 amountMinor=16658
12期免息 每期83.25元 => installment periods=12 amountMinor=8325
最高12期免息 => installment periods=12 upTo=true
3期0利息 => installment periods=3
分期免息 => installment
包邮 => free_shipping
全国包邮 => free_shipping
满99包邮 => free_shipping thresholdMinor=9900
满59元免运费 => free_shipping thresholdMinor=5900
2件包邮 => free_shipping minQty=2
单件包邮 => free_shipping
顺丰包邮 => free_shipping
免运费 => free_shipping
满3件免邮 => free_shipping minQty=3
0元配送 => free_shipping
运费全免 => free_shipping
一口价99元 => fixed_price priceMinor=9900
抢购价¥59 => fixed_price priceMinor=5900
秒杀价19.9元 => fixed_price priceMinor=1990
特价9.9元 => fixed_price priceMinor=990
限时特价￥129 => fixed_price priceMinor=12900
活动价299元 => fixed_price priceMinor=29900
套餐价199元 => bundle_price priceMinor=19900
组合价￥88 => bundle_price priceMinor=8800
搭配价259元 => bundle_price priceMinor=25900
套装优惠价159元 => bundle_price priceMinor=15900
`))('%s', (label, want) => expect(rules(label, 'CNY', 'zh')).toBe(want));
});

describe('Chinese: several rules in one label', () => {
  it.each(rows(`
满300减50，每人限购2件 => full_reduction thresholdMinor=30000 offMinor=5000 + purchase_limit maxQty=2
官方立减15%，跨店满300减50 => direct_reduction percentOff=15 + full_reduction thresholdMinor=30000 offMinor=5000
立减20元 领券再减10元 => direct_reduction offMinor=2000 + coupon offMinor=1000
买2件9折，包邮 => qty_discount minQty=2 payRatio=0.9 percentOff=10 + free_shipping
第二件半价，赠运动水杯 => nth_discount nth=2 payRatio=0.5 + gift
12期免息|满99包邮|新人立减5元 => installment periods=12 + free_shipping thresholdMinor=9900 + new_user offMinor=500
下单立减30元；晒单返5元 => direct_reduction offMinor=3000 + cashback offMinor=500
券满199减20+店铺满300减30 => coupon thresholdMinor=19900 offMinor=2000 + full_reduction thresholdMinor=30000 offMinor=3000
`))('%s', (label, want) => expect(rules(label, 'CNY', 'zh')).toBe(want));
});

describe('Chinese: no promotion', () => {
  it.each(lines(`
满意度100%
限1500份
抢购价
不可与优惠券同享
本品不参加满减活动
部分地区不包邮
距结束2天
退货免运费
赠品以实物为准
PLUS DAY
多买多减
好评如潮
100%棉
好评率98%
月销1000+
已售2万件
1000+人付款
5000人收藏
库存99件
仅剩3件
7天无理由退换
退货包运费
送运费险
赠运费险
假一赔四
极速退款
正品保证
买贵必赔
30天价保
店铺评分4.9
热销榜第3名
全网销量第一
券后价
券后¥99
到手价
￥199.00
价格：¥299
原价399元
市场价￥599
专柜价1280元
尺码偏大
48小时内发货
预计3天后送达
次日达
现货速发
加入购物车
立即购买
立即抢购
点击领取
进店逛逛
全国联保
质保2年
两年质保
1年只换不修
三件套
两件装
500g*2袋
2瓶装
第3代
第二代升级
送货上门
送装一体
支持7天退货
运费：8元
快递费10元
配送费5元起
满X减Y
前n件x折
颜色：白色
参加评价1.2万条
关注店铺
分享给好友
新品上市
品牌直供
回头客2万
官方旗舰店
折叠屏手机
1件
不支持分期
`))('%s', (label) => expect(rules(label, 'CNY', 'zh')).toBe(''));
});
