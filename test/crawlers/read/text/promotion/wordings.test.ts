import { describe, expect, it } from 'vitest';
import { lines, rows, rules } from './support.ts';

/* Wordings of shops that no grammar was written from, and languages that only have a small one. */

describe('English, further wordings', () => {
  it.each(rows(`
1/3 off => direct_reduction percentOff=33.33
Save 1/3 => direct_reduction percentOff=33.33
Save a third on selected toys => direct_reduction percentOff=33.33
2/3 off clearance => direct_reduction percentOff=66.67
Half price => direct_reduction percentOff=50
1/2 price => direct_reduction percentOff=50
Better than half price => direct_reduction percentOff=50
Buy one, get one half price => buy_x_get_y buy=1 get=1 percentOff=50
Buy 1 get 2nd half price => buy_x_get_y buy=1 get=1 percentOff=50
BOGO 50% => buy_x_get_y buy=1 get=1 percentOff=50
BOGO 50% off => buy_x_get_y buy=1 get=1 percentOff=50
BOGOHO => buy_x_get_y buy=1 get=1 percentOff=50
BOGO 1/2 off => buy_x_get_y buy=1 get=1 percentOff=50
BOGO free => buy_x_get_y buy=1 get=1 percentOff=100
BOGOF => buy_x_get_y buy=1 get=1 percentOff=100
Buy 1 Get 1 => buy_x_get_y buy=1 get=1 percentOff=100
Buy 2 get 1 free => buy_x_get_y buy=2 get=1 percentOff=100
Buy two get one free on all candles => buy_x_get_y buy=2 get=1 percentOff=100
Buy 2, Get the 3rd Free => buy_x_get_y buy=2 get=1 percentOff=100
Buy 3 Get 4th FREE! => buy_x_get_y buy=3 get=1 percentOff=100
Buy 2 Get 1 50% Off => buy_x_get_y buy=2 get=1 percentOff=50
Buy One Get One 40% Off => buy_x_get_y buy=1 get=1 percentOff=40
Buy any 2, get 1 free. Cheapest item free. => buy_x_get_y buy=2 get=1 percentOff=100
Get 1 free when you buy 2 => buy_x_get_y buy=2 get=1 percentOff=100
2 + 1 free => buy_x_get_y buy=2 get=1 percentOff=100
Mix & match: buy 3 get cheapest free => buy_x_get_y buy=3 get=1 percentOff=100
3 for the price of 2 => buy_x_pay_y buy=3 pay=2
3 for 2 on all skincare => buy_x_pay_y buy=3 pay=2
3 for 2 => buy_x_pay_y buy=3 pay=2
Any 3 for 2 mix and match => buy_x_pay_y buy=3 pay=2
2 for 1 => buy_x_pay_y buy=2 pay=1
4 for 3 across haircare => buy_x_pay_y buy=4 pay=3
Buy 3 for the price of 2 - cheapest item free => buy_x_pay_y buy=3 pay=2
2 for £5 => multibuy_price qty=2 totalMinor=500
Any 2 for £5 => multibuy_price qty=2 totalMinor=500
Any 2 for £5 Clubcard Price - selected 150g => multibuy_price qty=2 totalMinor=500
2 for £3.50 => multibuy_price qty=2 totalMinor=350
3 for $10 => multibuy_price qty=3 totalMinor=1000
Buy 2 for £18 => multibuy_price qty=2 totalMinor=1800
5 for $27.50 panties => multibuy_price qty=5 totalMinor=2750
Pick any 3 for €10 => multibuy_price qty=3 totalMinor=1000
3/$5 => multibuy_price qty=3 totalMinor=500
10 for $10 => multibuy_price qty=10 totalMinor=1000
Mix & Match 6 for $60 => multibuy_price qty=6 totalMinor=6000
Spend $50 save $10 => full_reduction offMinor=1000 thresholdMinor=5000
Spend £40, save £10 => full_reduction offMinor=1000 thresholdMinor=4000
Spend $100, get $20 off => full_reduction offMinor=2000 thresholdMinor=10000
Save $20 when you spend $100 => full_reduction offMinor=2000 thresholdMinor=10000
$20 off orders over $100 => full_reduction offMinor=2000 thresholdMinor=10000
$20 off $100+ => full_reduction offMinor=2000 thresholdMinor=10000
$10 off your $50 purchase => full_reduction offMinor=1000 thresholdMinor=5000
Get £15 off when you spend £75 or more => full_reduction offMinor=1500 thresholdMinor=7500
Save £5 when you spend £30 on Nivea => full_reduction offMinor=500 thresholdMinor=3000
Spend $75, save 15%; spend $150, save 25% => full_discount payRatio=0.85 percentOff=15 thresholdMinor=7500 + full_discount payRatio=0.75 percentOff=25 thresholdMinor=15000
15% off $75+, 20% off $100+ => full_discount payRatio=0.85 percentOff=15 thresholdMinor=7500 + full_discount payRatio=0.8 percentOff=20 thresholdMinor=10000
20% off orders over $100 => full_discount payRatio=0.8 percentOff=20 thresholdMinor=10000
Take 20% off when you spend $150+ => full_discount payRatio=0.8 percentOff=20 thresholdMinor=15000
Extra 15% off with code SAVE15 => coupon code=SAVE15 percentOff=15
Extra 15% off with code: SAVE15 => coupon code=SAVE15 percentOff=15
Use code SAVE15 for an extra 15% off => coupon code=SAVE15 percentOff=15
Use code WELCOME10 at checkout for 10% off => coupon code=WELCOME10 percentOff=10
20% off sitewide. Code: SPRING20 => coupon code=SPRING20 percentOff=20
Get 25% off with promo code FALL25 at checkout => coupon code=FALL25 percentOff=25
$15 off with code TAKE15 => coupon code=TAKE15 offMinor=1500
Enter code FREESHIP at checkout => coupon code=FREESHIP
Take an extra 30% off sale styles with code EXTRA30 => coupon code=EXTRA30 percentOff=30
Save 5% with voucher => coupon percentOff=5
Apply 10% coupon => coupon percentOff=10
Apply $5 coupon Shop items => coupon offMinor=500
Save an extra 20% with coupon => coupon percentOff=20
Clip to save $3.00 => coupon offMinor=300
Clip coupon: save $2.50 on 2 => coupon offMinor=250
$2 off digital coupon => coupon offMinor=200
Coupon: 8% off => coupon percentOff=8
Collect £5 voucher => coupon offMinor=500
£3 off voucher on orders over £15 => coupon offMinor=300 thresholdMinor=1500
20% off => direct_reduction percentOff=20
20% OFF today only => direct_reduction percentOff=20
Save 20% => coupon percentOff=20
Save 20% today => direct_reduction percentOff=20
Up to 40% off sitewide => direct_reduction percentOff=40 upTo=true
Up to 70% off => direct_reduction percentOff=70 upTo=true
Extra 20% off sale => direct_reduction percentOff=20
Extra 40% off clearance => direct_reduction percentOff=40
Take 25% off => direct_reduction percentOff=25
Enjoy 10% off everything => direct_reduction percentOff=10
Get 30% off full-price styles => direct_reduction percentOff=30
25% off applied in cart => direct_reduction percentOff=25
Additional 10% off at checkout => direct_reduction percentOff=10
$50 off => direct_reduction offMinor=5000
Save $50 instantly => direct_reduction offMinor=5000
$100 instant savings => direct_reduction offMinor=10000
£50 off in basket => direct_reduction offMinor=5000
Price drop: save £20 => direct_reduction offMinor=2000
Save 20% when you subscribe => subscribe_save percentOff=20
Subscribe & Save 15% => subscribe_save percentOff=15
Subscribe and save 10% on every order => subscribe_save percentOff=10
Save 35% on your first Autoship order => subscribe_save percentOff=35
Save 5% on repeat deliveries => subscribe_save percentOff=5
Autoship & Save 5% => subscribe_save percentOff=5
Deliver every 30 days & save 15% => subscribe_save percentOff=15
$23.99 with Subscribe & Save => subscribe_save priceMinor=2399
Buy 2 and save 10% => qty_discount minQty=2 payRatio=0.9 percentOff=10
Buy 2, save 10%. Buy 3, save 15%. => qty_discount minQty=2 payRatio=0.9 percentOff=10 + qty_discount minQty=3 payRatio=0.85 percentOff=15
Buy 3 or more and save 15% => qty_discount minQty=3 payRatio=0.85 percentOff=15
Save 25% when you buy 4 or more bottles => qty_discount minQty=4 payRatio=0.75 percentOff=25
25% off when you buy 6 or more => qty_discount minQty=6 payRatio=0.75 percentOff=25
Mix 6 or more and save 10% => qty_discount minQty=6 payRatio=0.9 percentOff=10
10% off 3 or more => qty_discount minQty=3 payRatio=0.9 percentOff=10
2+ items: 10% off => qty_discount minQty=2 payRatio=0.9 percentOff=10
Buy 2 get 20% off => qty_discount minQty=2 payRatio=0.8 percentOff=20
Add 2 to cart, get 15% off => qty_discount minQty=2 payRatio=0.85 percentOff=15
Buy 2, save £5 => qty_reduction minQty=2 offMinor=500
Buy 2 and get $10 off => qty_reduction minQty=2 offMinor=1000
Save $10 when you buy 2 => qty_reduction minQty=2 offMinor=1000
Save $3 on 5 participating items => qty_reduction minQty=5 offMinor=300
2nd item 50% off => nth_discount nth=2 payRatio=0.5
50% off 2nd item => nth_discount nth=2 payRatio=0.5
2nd pair half price => nth_discount nth=2 payRatio=0.5
Second item free => nth_discount nth=2 payRatio=0
Get your 2nd for £1 => nth_price nth=2 priceMinor=100
2nd one for $1 => nth_price nth=2 priceMinor=100
Free shipping => free_shipping
Free delivery => free_shipping
Free shipping on orders over $50 => free_shipping thresholdMinor=5000
Free shipping over $35 => free_shipping thresholdMinor=3500
Free UK delivery on orders over £40 => free_shipping thresholdMinor=4000
FREE Next Day Delivery when you spend £25 => free_shipping thresholdMinor=2500
Spend $49 for free shipping => free_shipping thresholdMinor=4900
Orders over €99 ship free => free_shipping thresholdMinor=9900
Free 2-day shipping with $35 purchase => free_shipping thresholdMinor=3500
Free shipping & returns => free_shipping
Complimentary shipping => free_shipping
Free gift with purchase => gift
Free gift with orders over $75 => gift thresholdMinor=7500
Free tote bag when you spend £50 => gift thresholdMinor=5000
Spend $100 and get a free tote => gift thresholdMinor=10000
Includes free case => gift
+ Free mystery gift => gift
Receive a complimentary mini mascara with any $60 purchase => gift thresholdMinor=6000
4 interest-free payments of $12.50 => installment amountMinor=1250 periods=4
4 payments of $12.50 with Klarna => installment amountMinor=1250 periods=4
or 4 x $12.50 with Afterpay => installment amountMinor=1250 periods=4
Pay in 3 with PayPal => installment periods=3
Pay in 4 interest-free installments => installment periods=4
12 months interest free => installment periods=12
0% APR for 12 months => installment periods=12
$20.79/mo for 24 months => installment amountMinor=2079 periods=24
15% off your first order => new_user percentOff=15
Get 10% off your first purchase when you sign up => new_user percentOff=10
New customers save 20% => new_user percentOff=20
Sign up and get 15% off your first order with code NEW15 => new_user code=NEW15 percentOff=15
£10 off your first order => new_user offMinor=1000
Members save 10% => member percentOff=10
Members get 20% off => member percentOff=20
Clubcard price £2.50 => fixed_price priceMinor=250
£2.50 Clubcard Price => fixed_price priceMinor=250
Member price: $19.99 => fixed_price priceMinor=1999
$17.99 for members => fixed_price priceMinor=1799
Join free to save 15% => member percentOff=15
Rewards members earn 2x points => points
Earn 120 points => points points=120
Collect 45 Nectar points => points points=45
Earn 5% back in rewards => points percentOff=5
Double points => points
$20 cash back => cashback offMinor=2000
3% cashback => cashback percentOff=3
Get a $10 gift card when you spend $50 => cashback offMinor=1000 thresholdMinor=5000
$50 mail-in rebate => cashback offMinor=5000
5% off with RedCard => payment_reduction percentOff=5
Pay with PayPal and get $5 off => payment_reduction offMinor=500
10% Instant Discount with HDFC Bank Credit Cards => payment_reduction percentOff=10
Get 5% back with the store card => cashback percentOff=5
Limit 2 per customer => purchase_limit maxQty=2
Max 5 per order => purchase_limit maxQty=5
Limit 1 => purchase_limit maxQty=1
Lightning Deal => flash_sale
Limited time deal => flash_sale
Flash sale => flash_sale
Deal of the Day => flash_sale
Black Friday Deal => flash_sale
Meal deal £3.90 => bundle_price priceMinor=390
Bundle for $29.99 => bundle_price priceMinor=2999
Buy all three for $75 => multibuy_price qty=3 totalMinor=7500
Save $15 on orders of $75 or more => full_reduction offMinor=1500 thresholdMinor=7500
Spend £60 and save £10 on Clinique => full_reduction offMinor=1000 thresholdMinor=6000
$5 off $25 grocery pickup order => full_reduction offMinor=500 thresholdMinor=2500
10% off £50, 15% off £100, 20% off £150 => full_discount payRatio=0.9 percentOff=10 thresholdMinor=5000 + full_discount payRatio=0.85 percentOff=15 thresholdMinor=10000 + full_discount payRatio=0.8 percentOff=20 thresholdMinor=15000
Get $10 off for every $50 you spend => every_full_reduction offMinor=1000 repeat=true thresholdMinor=5000
Buy More Save More: 2 for 10% off, 3 for 15% off => qty_discount minQty=2 payRatio=0.9 percentOff=10 + qty_discount minQty=3 payRatio=0.85 percentOff=15
Save 10% on 2 => qty_discount minQty=2 payRatio=0.9 percentOff=10
Save 15% when buying 3+ => qty_discount minQty=3 payRatio=0.85 percentOff=15
Buy 4 for 20% off => qty_discount minQty=4 payRatio=0.8 percentOff=20
Any 4+ save 25% => qty_discount minQty=4 payRatio=0.75 percentOff=25
Buy a case of 12 and save 10% => qty_discount minQty=12 payRatio=0.9 percentOff=10
3+ £8.99 each => fixed_price minQty=3 priceMinor=899
$12.99 ea. when you buy 2 => fixed_price minQty=2 priceMinor=1299
Buy 2, get the 3rd half off => buy_x_get_y buy=2 get=1 percentOff=50
Buy one get one free on selected sunglasses => buy_x_get_y buy=1 get=1 percentOff=100
Buy 5 get 1 free mix & match => buy_x_get_y buy=5 get=1 percentOff=100
Buy 1, Get 1 60% off => buy_x_get_y buy=1 get=1 percentOff=60
Purchase 2 and receive a third free => buy_x_get_y buy=2 get=1 percentOff=100
B1G1 Free => buy_x_get_y buy=1 get=1 percentOff=100
B2G1 50% off => buy_x_get_y buy=2 get=1 percentOff=50
Pay for 2, take home 3 => buy_x_pay_y buy=3 pay=2
Get 3 for the price of 2 => buy_x_pay_y buy=3 pay=2
3for2 => buy_x_pay_y buy=3 pay=2
Only £1 each or 6 for £5 => multibuy_price qty=6 totalMinor=500
2 / $30 => multibuy_price qty=2 totalMinor=3000
2 FOR $30 => multibuy_price qty=2 totalMinor=3000
Any 2 Dresses for $60 => multibuy_price qty=2 totalMinor=6000
7/$35 undies => multibuy_price qty=7 totalMinor=3500
4 for £10 or £3 each => multibuy_price qty=4 totalMinor=1000
Extra 25% off with code FRIENDS => coupon code=FRIENDS percentOff=25
25% off everything with code: VIP25 (ends Sunday) => coupon code=VIP25 percentOff=25
15% OFF · CODE: FIRST15 => coupon code=FIRST15 percentOff=15
Sale on sale! Extra 20% off. Use EXTRA20 => coupon code=EXTRA20 percentOff=20
Use EXTRA20 for 20% off => coupon code=EXTRA20 percentOff=20
Code SUN10 = 10% off => coupon code=SUN10 percentOff=10
Get £20 off with voucher code TWENTY => coupon code=TWENTY offMinor=2000
Coupon price: $23.99 => coupon offMinor=2399
Save extra 8% with coupon => coupon percentOff=8
$4.00 coupon => coupon offMinor=400
Digital coupon: $1.50 off => coupon offMinor=150
Tick the box to save 10% => coupon percentOff=10
20% voucher applied at checkout => coupon percentOff=20
Members: extra 10% off => member percentOff=10
Exclusive: members save 15% => member percentOff=15
With Prime: 20% off => member member=Prime percentOff=20
$8.49 with loyalty card => fixed_price priceMinor=849
Was £30, now £15 with Nectar => fixed_price priceMinor=1500
Bonus card price €2.49 => fixed_price priceMinor=249
20% off for new customers => new_user percentOff=20
First order? Take 15% off => new_user percentOff=15
Text JOIN to get 10% off your first order => new_user percentOff=10
Sign up for emails & get 10% off => new_user percentOff=10
Ships free => free_shipping
Free Delivery over £30 (UK mainland) => free_shipping thresholdMinor=3000
Free standard shipping on all orders $75+ => free_shipping thresholdMinor=7500
Free shipping with $50 purchase => free_shipping thresholdMinor=5000
Spend £20 more for free delivery => free_shipping thresholdMinor=2000
FREE mascara with any 2 items => gift minQty=2
Gift with purchase: choose a free mini with $40 order => gift + gift thresholdMinor=4000
Free 3-piece gift when you spend $65+ => gift thresholdMinor=6500
Receive a free candle with every order over £50 => gift thresholdMinor=5000
3 months free Apple Music => gift
5% cashback with card => cashback percentOff=5
$25 e-gift card with purchase => cashback offMinor=2500
Earn 3X points => points
Earn 10 points per $1 => points points=10
Get 500 bonus points => points points=500
Pay over 6 months, 0% interest => installment periods=6
24 monthly payments of $41.62 => installment amountMinor=4162 periods=24
From £12.50/month for 24 months => installment amountMinor=1250 periods=24
Split into 4 payments of $20 => installment amountMinor=2000 periods=4
Max. 3 per customer => purchase_limit maxQty=3
Limit of 4 => purchase_limit maxQty=4
Minimum order 6 units => purchase_limit minQty=6
Save 10% with autoship => subscribe_save percentOff=10
Subscribe for 15% off => subscribe_save percentOff=15
Subscription: 20% off first, 10% off recurring => subscribe_save percentOff=20 + direct_reduction percentOff=10
Weekend sale => flash_sale
24-hour flash sale: 30% off => flash_sale + direct_reduction percentOff=30
Cyber Monday: 50% off everything => direct_reduction percentOff=50
Student discount 10% => direct_reduction percentOff=10
NHS discount: 15% off => direct_reduction percentOff=15
Now 30% off => direct_reduction percentOff=30
30% discount => direct_reduction percentOff=30
Discount: $5.00 => direct_reduction offMinor=500
$5 discount at checkout => direct_reduction offMinor=500
Instant rebate $40 => direct_reduction offMinor=4000
Save up to £200 => direct_reduction offMinor=20000 upTo=true
Save £30 when you trade in => direct_reduction condition=trade-in offMinor=3000
Clearance: further 10% off => direct_reduction percentOff=10
Earn 300 Scene+ points => points points=300
100 Scene+ PTS when you buy 2 => points minQty=2 points=100
PC Optimum 6,000 pts => points points=6000
Spend $20, earn 3,000 points => points points=3000 thresholdMinor=2000
Collect 2000 points when you spend $50 => points points=2000 thresholdMinor=5000
Buy 3 earn 750 bonus points => points minQty=3 points=750
Spend $30 get $10 SuperBucks Rewards => cashback offMinor=1000 thresholdMinor=3000
5% off every day with your RedCard => payment_reduction percentOff=5
10% instant discount up to $25 on HDFC credit card => payment_reduction capMinor=2500 percentOff=10
Enter HELLO15 at checkout for 15% off your first order => new_user code=HELLO15 percentOff=15
8% cashback capped at $5 => cashback capMinor=500 percentOff=8
No cost EMI starting from $24.99/month => installment amountMinor=2499
EMI from $8.33/month => installment amountMinor=833
EMI available => installment
Extra 10% off at checkout with TAKE10 => coupon code=TAKE10 percentOff=10
Redeem 500 points for $5 off => points offMinor=500 points=500
$100+ 15% off => full_discount payRatio=0.85 percentOff=15 thresholdMinor=10000
Buy 5-9: 5% off => qty_discount minQty=5 payRatio=0.95 percentOff=5
10-24 pcs: $4.50 each => fixed_price minQty=10 priceMinor=450
Case of 6: save 10% => qty_discount minQty=6 payRatio=0.9 percentOff=10
Buy any three, cheapest free => buy_x_get_y buy=3 get=1 percentOff=100
Cheapest item free when you buy 3 => buy_x_get_y buy=3 get=1 percentOff=100
12 months 0% finance => installment periods=12
As low as $15/mo => installment amountMinor=1500
2-for-1 tickets => buy_x_pay_y buy=2 pay=1
Extra 15% off your purchase with Macy's Card => payment_reduction percentOff=15
Save 20% with Auto Delivery => subscribe_save percentOff=20
From $19/mo or 0% APR => installment amountMinor=1900
Add 3 to cart, get the cheapest free => buy_x_get_y buy=3 get=1 percentOff=100
`))('%s', (label, want) => {
    expect(rules(label, 'USD', 'en')).toBe(want);
  });
});

describe('Korean, further wordings', () => {
  it.each(rows(`
2개 사면 20% 할인 => qty_discount minQty=2 payRatio=0.8 percentOff=20
첫 구매 5,000원 할인 => new_user offMinor=5000
1+1 => buy_x_get_y buy=1 get=1 percentOff=100
2+1 행사 => buy_x_get_y buy=2 get=1 percentOff=100
무료배송 => free_shipping
30,000원 이상 무료배송 => free_shipping thresholdMinor=30000
20% 할인 => direct_reduction percentOff=20
최대 50% 할인 => direct_reduction percentOff=50 upTo=true
5,000원 할인쿠폰 => coupon offMinor=5000
10% 쿠폰 => coupon percentOff=10
5만원 이상 구매 시 5,000원 할인 => full_reduction offMinor=5000 thresholdMinor=50000
두번째 상품 50% 할인 => nth_discount nth=2 payRatio=0.5
신규회원 3,000원 할인 => new_user offMinor=3000
최대 6개월 무이자 할부 => installment periods=6 upTo=true
100 포인트 적립 => points points=100
2% 적립 => points percentOff=2
사은품 증정 => gift
2개 구매시 10% 할인 => qty_discount minQty=2 payRatio=0.9 percentOff=10
카드 할인 5% => payment_reduction percentOff=5
타임세일 => flash_sale
오늘의 특가 => flash_sale
1인당 2개 한정 => purchase_limit maxQty=2
`))('%s', (label, want) => {
    expect(rules(label, 'KRW', 'ko')).toBe(want);
  });
});

describe('Swedish, further wordings', () => {
  it.each(rows(`
3 för 2 => buy_x_pay_y buy=3 pay=2
Fri frakt över 499 kr => free_shipping thresholdMinor=49900
Köp 2 få 20% rabatt => qty_discount minQty=2 payRatio=0.8 percentOff=20
20% rabatt med kod SOMMAR20 => coupon code=SOMMAR20 percentOff=20
Ta 3 betala för 2 => buy_x_pay_y buy=3 pay=2
`))('%s', (label, want) => {
    expect(rules(label, 'SEK', 'sv')).toBe(want);
  });
});

describe('Norwegian, further wordings', () => {
  it.each(rows(`
3 for 2 => buy_x_pay_y buy=3 pay=2
Fri frakt over 599 kr => free_shipping thresholdMinor=59900
`))('%s', (label, want) => {
    expect(rules(label, 'NOK', 'nb')).toBe(want);
  });
});

describe('Czech, further wordings', () => {
  it.each(rows(`
Doprava zdarma nad 1000 Kč => free_shipping thresholdMinor=100000
Sleva 20 % s kódem LETO20 => coupon code=LETO20 percentOff=20
2+1 zdarma => buy_x_get_y buy=2 get=1 percentOff=100
`))('%s', (label, want) => {
    expect(rules(label, 'CZK', 'cs')).toBe(want);
  });
});

describe('Russian, further wordings', () => {
  it.each(rows(`
Скидка 20% по промокоду LETO20 => coupon code=LETO20 percentOff=20
Бесплатная доставка от 2000 ₽ => free_shipping thresholdMinor=200000
3 по цене 2 => buy_x_pay_y buy=3 pay=2
Скидка до 50% => direct_reduction percentOff=50 upTo=true
Вторая вещь за полцены => nth_discount nth=2 payRatio=0.5
`))('%s', (label, want) => {
    expect(rules(label, 'RUB', 'ru')).toBe(want);
  });
});

describe('Turkish, further wordings', () => {
  it.each(rows(`
3 al 2 öde => buy_x_pay_y buy=3 pay=2
Kargo bedava => free_shipping
500 TL üzeri kargo bedava => free_shipping thresholdMinor=50000
Sepette %20 indirim => direct_reduction percentOff=20
`))('%s', (label, want) => {
    expect(rules(label, 'TRY', 'tr')).toBe(want);
  });
});

describe('Chinese, further wordings', () => {
  it.each(rows(`
满300减50 => full_reduction offMinor=5000 thresholdMinor=30000
跨店每满300减50 => every_full_reduction offMinor=5000 repeat=true thresholdMinor=30000
每满200减30，上不封顶 => every_full_reduction offMinor=3000 repeat=true thresholdMinor=20000
满2件8折 => qty_discount minQty=2 payRatio=0.8 percentOff=20
2件85折 => qty_discount minQty=2 payRatio=0.85 percentOff=15
满3件7.5折 => qty_discount minQty=3 payRatio=0.75 percentOff=25
买2件打9折 => qty_discount minQty=2 payRatio=0.9 percentOff=10
第二件半价 => nth_discount nth=2 payRatio=0.5
第2件0元 => nth_discount nth=2 payRatio=0
第二件1元 => nth_price nth=2 priceMinor=100
第3件5折 => nth_discount nth=3 payRatio=0.5
买一送一 => buy_x_get_y buy=1 get=1 percentOff=100
买2送1 => buy_x_get_y buy=2 get=1 percentOff=100
买3付2 => buy_x_pay_y buy=3 pay=2
任选3件99元 => multibuy_price qty=3 totalMinor=9900
99元3件 => multibuy_price qty=3 totalMinor=9900
199元任选2件 => multibuy_price qty=2 totalMinor=19900
领券立减20元 => coupon offMinor=2000
领券满199减30 => coupon offMinor=3000 thresholdMinor=19900
券满99减10 => coupon offMinor=1000 thresholdMinor=9900
店铺优惠券满299减20 => coupon offMinor=2000 thresholdMinor=29900
10元无门槛券 => coupon offMinor=1000
满100可用5元券 => coupon offMinor=500 thresholdMinor=10000
9折券 => coupon payRatio=0.9
限时直降200元 => direct_reduction offMinor=20000
立减50 => direct_reduction offMinor=5000
下单立减100元 => direct_reduction offMinor=10000
官方立减15% => direct_reduction percentOff=15
全场8折 => direct_reduction payRatio=0.8
限时8.8折 => direct_reduction payRatio=0.88
全场低至5折 => direct_reduction payRatio=0.5 upTo=true
限时秒杀 => flash_sale
聚划算 => flash_sale
定金100抵200 => presale_deposit depositMinor=10000 depositWorthMinor=20000
付定金50元，尾款立减100元 => presale_deposit depositMinor=5000 tailOffMinor=10000
百亿补贴 => platform_subsidy
国补立减20% => gov_subsidy percentOff=20
国家补贴至高减2000元 => gov_subsidy offMinor=200000 upTo=true
政府补贴15%，最高减1500 => gov_subsidy capMinor=150000 percentOff=15
新人立减5元 => new_user offMinor=500
新用户首单减10元 => new_user offMinor=1000
88VIP享95折 => member member=88VIP payRatio=0.95
PLUS会员再享9.5折 => member member=PLUS payRatio=0.95
会员价¥99 => fixed_price member=会员 priceMinor=9900
支付宝支付立减5元 => payment_reduction offMinor=500
云闪付满100减10 => payment_reduction offMinor=1000 thresholdMinor=10000
花呗分期12期免息 => installment periods=12
6期免息 => installment periods=6
包邮 => free_shipping
满99元包邮 => free_shipping thresholdMinor=9900
顺丰包邮 => free_shipping
限购2件 => purchase_limit maxQty=2
每人限购5件 => purchase_limit maxQty=5
2件起售 => purchase_limit minQty=2
加1元换购 => exchange_purchase addMinor=100
满199加9.9元换购 => exchange_purchase addMinor=990 thresholdMinor=19900
下单送赠品 => gift minQty=1
满299送保温杯 => gift thresholdMinor=29900
返10元红包 => cashback offMinor=1000
好评返现5元 => cashback offMinor=500
可得50积分 => points points=50
淘金币可抵3.5元 => points offMinor=350
滿千送百 => gift thresholdMinor=100000
滿1000折100 => full_reduction offMinor=10000 thresholdMinor=100000
任選2件9折 => qty_discount minQty=2 payRatio=0.9 percentOff=10
全館免運 => free_shipping
滿499免運 => free_shipping thresholdMinor=49900
買一送一 => buy_x_get_y buy=1 get=1 percentOff=100
結帳再9折 => direct_reduction payRatio=0.9
付2得3 => buy_x_get_y buy=2 get=1 percentOff=100
建行信用卡每满300减30 => payment_reduction offMinor=3000 repeat=true thresholdMinor=30000
国补价立省500 => gov_subsidy offMinor=50000
付定金99立减100 => presale_deposit depositMinor=9900 offMinor=10000
满2000送200 => cashback offMinor=20000 thresholdMinor=200000
信用卡最高6%回饋 => cashback percentOff=6 upTo=true
`))('%s', (label, want) => {
    expect(rules(label, 'CNY', 'zh')).toBe(want);
  });
});

describe('English, none', () => {
  it.each(lines(`
Ends in 02:13:45
Only 3 left
Best seller
100+ bought in past month
Shipping: $4.99
You save $10.00 (20%)
Save $10.00 (20%)
Rated 4.8 out of 5
30-day returns
1-year warranty
Price match guarantee
100% cotton
In stock
Ships in 24 hours
Was $50.00 Now $40.00
New arrival
Final sale
SALE
2-pack
Pack of 3
Made with 50% recycled polyester
3 colours available
SPF 50
Non-members pay $24.99
Free returns within 30 days
Free gift wrap
One-time purchase $29.99
Reduced to clear
Only 2 left at this price
20 people are viewing this
Made of 80% wool, 20% nylon
4.5 stars (120 reviews)
Delivery from £3.99
Pack of 2 for sensitive skin
3 for you
Size 2 for kids
Delivery now only £1.99
Half price delivery
50% off shipping
£2 off standard delivery
`))('%s', (label) => {
    expect(rules(label, 'USD', 'en')).toBe('');
  });
});
