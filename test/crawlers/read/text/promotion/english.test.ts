import { describe, expect, it } from 'vitest';
import { lines, rows, rules } from './support.ts';

describe('English: reductions of the price', () => {
  it.each(rows(`
20% off => direct_reduction percentOff=20
Ships free with $25 order => free_shipping thresholdMinor=2500
Pay in 3 with Klarna => installment periods=3
20 percent off => direct_reduction percentOff=20
Get 15% off today => direct_reduction percentOff=15
Take an extra 30% off clearance => direct_reduction percentOff=30
25% discount => direct_reduction percentOff=25
10% discount on this item => direct_reduction percentOff=10
Now 40% off => direct_reduction percentOff=40
Sitewide 20% off => direct_reduction percentOff=20
Enjoy 12.5% off your order => direct_reduction percentOff=12.5
SALE: 35% OFF => direct_reduction percentOff=35
-20% OFF => direct_reduction percentOff=20
Reduced by 30% => direct_reduction percentOff=30
Flat 50% off => direct_reduction percentOff=50
Additional 10% off at checkout => direct_reduction percentOff=10
Half price => direct_reduction percentOff=50
Up to 60% off => direct_reduction percentOff=60 upTo=true
Up to 60% off selected styles => direct_reduction percentOff=60 upTo=true
Save up to 45% => direct_reduction percentOff=45 upTo=true
Save up to $200 => direct_reduction offMinor=20000 upTo=true
Upto 70% Off => direct_reduction percentOff=70 upTo=true
As much as 25% off => direct_reduction percentOff=25 upTo=true
$10 off => direct_reduction offMinor=1000
Get $15 off => direct_reduction offMinor=1500
£5 discount => direct_reduction offMinor=500
Extra $20 off => direct_reduction offMinor=2000
Instant savings of $30 => direct_reduction offMinor=3000
$40 instant rebate => direct_reduction offMinor=4000
After $25 off => direct_reduction offMinor=2500
Save an extra $10 => direct_reduction offMinor=1000
Save an additional 5% => direct_reduction percentOff=5
Take $50 off at checkout => direct_reduction offMinor=5000
US$8.00 off => direct_reduction offMinor=800
10 USD off => direct_reduction offMinor=1000
$100 discount applied in cart => direct_reduction offMinor=10000
Price drop: $20 off => direct_reduction offMinor=2000
Up to $300 off with eligible trade-in => direct_reduction offMinor=30000 upTo=true condition=trade-in
Get $100 off when you trade in your old phone => direct_reduction offMinor=10000 condition=trade-in
Trade in and save up to $150 => direct_reduction offMinor=15000 upTo=true condition=trade-in
Get up to £200 trade-in credit => direct_reduction offMinor=20000 upTo=true condition=trade-in
20% off up to $50 => direct_reduction capMinor=5000 percentOff=20
30% off (max discount $15) => direct_reduction capMinor=1500 percentOff=30
`))('%s', (label, want) => expect(rules(label, 'USD', 'en')).toBe(want));
});

describe('English: from an amount on', () => {
  it.each(rows(`
Store Discount: Get $3.00 OFF Orders $39.00+ => full_reduction offMinor=300 thresholdMinor=3900
$10 off orders over $50 => full_reduction offMinor=1000 thresholdMinor=5000
Spend $100, get $20 off => full_reduction offMinor=2000 thresholdMinor=10000
Spend $100 save $20 => full_reduction offMinor=2000 thresholdMinor=10000
Save $15 when you spend $75 or more => full_reduction offMinor=1500 thresholdMinor=7500
$5 off your order of $30+ => full_reduction offMinor=500 thresholdMinor=3000
Save $10 on orders of $60 or more => full_reduction offMinor=1000 thresholdMinor=6000
£20 off when you spend £100 => full_reduction offMinor=2000 thresholdMinor=10000
Get $25 off purchases of $150+ => full_reduction offMinor=2500 thresholdMinor=15000
$30 off $200 => full_reduction offMinor=3000 thresholdMinor=20000
$30 off $200+ => full_reduction offMinor=3000 thresholdMinor=20000
US $4.00 off over US $39.00 => full_reduction offMinor=400 thresholdMinor=3900
Take $20 off a minimum purchase of $80 => full_reduction offMinor=2000 thresholdMinor=8000
$12 off (min. spend $90) => full_reduction offMinor=1200 thresholdMinor=9000
Spend £30 on participating items, save £10 => full_reduction offMinor=1000 thresholdMinor=3000
$15 OFF $100+ PURCHASE => full_reduction offMinor=1500 thresholdMinor=10000
Spend over £60 and receive £10 off => full_reduction offMinor=1000 thresholdMinor=6000
Extra $7 off with minimum order of $49 => full_reduction offMinor=700 thresholdMinor=4900
Orders over $100 get $15 off => full_reduction offMinor=1500 thresholdMinor=10000
$3 off on $29 => full_reduction offMinor=300 thresholdMinor=2900
Spend $50 or more and get $5 back => cashback offMinor=500 thresholdMinor=5000
$10 off every $50 => every_full_reduction offMinor=1000 thresholdMinor=5000 repeat=true
$10 off for every $100 spent => every_full_reduction offMinor=1000 thresholdMinor=10000 repeat=true
Get $20 off every $150 you spend => every_full_reduction offMinor=2000 thresholdMinor=15000 repeat=true
Save $5 for each $40 spent => every_full_reduction offMinor=500 thresholdMinor=4000 repeat=true
For every $100 you spend, get $10 off => every_full_reduction offMinor=1000 thresholdMinor=10000 repeat=true
£5 off per £25 spent => every_full_reduction offMinor=500 thresholdMinor=2500 repeat=true
Every $200 spent saves $30 => every_full_reduction offMinor=3000 thresholdMinor=20000 repeat=true
Save $25 on every $200 => every_full_reduction offMinor=2500 thresholdMinor=20000 repeat=true
15% off orders over $75 => full_discount percentOff=15 payRatio=0.85 thresholdMinor=7500
Spend $100, get 20% off => full_discount percentOff=20 payRatio=0.8 thresholdMinor=10000
Save 10% when you spend $50 => full_discount percentOff=10 payRatio=0.9 thresholdMinor=5000
Extra 10% off purchases above $200 => full_discount percentOff=10 payRatio=0.9 thresholdMinor=20000
20% off $100+ => full_discount percentOff=20 payRatio=0.8 thresholdMinor=10000
Get 25% off your order of $150 or more => full_discount percentOff=25 payRatio=0.75 thresholdMinor=15000
Spend £40 or more to save 15% => full_discount percentOff=15 payRatio=0.85 thresholdMinor=4000
30% off with a minimum purchase of $80 => full_discount percentOff=30 payRatio=0.7 thresholdMinor=8000
`))('%s', (label, want) => expect(rules(label, 'USD', 'en')).toBe(want));
});

describe('English: several pieces', () => {
  it.each(rows(`
Buy 2, get the 2nd at half price => nth_discount nth=2 payRatio=0.5
Get a second pair for 50% less => nth_discount nth=2 payRatio=0.5
Buy at least 2 items and save 15% => qty_discount minQty=2 payRatio=0.85 percentOff=15
3 for 4.99 => multibuy_price qty=3 totalMinor=499
3 for 2 - cheapest item free => buy_x_pay_y buy=3 pay=2
Buy 4 tires, get the 4th free => nth_discount nth=4 payRatio=0
Buy 2, save 10% => qty_discount minQty=2 percentOff=10 payRatio=0.9
Buy 2 get 10% off => qty_discount minQty=2 percentOff=10 payRatio=0.9
Buy 3 or more, save 15% => qty_discount minQty=3 percentOff=15 payRatio=0.85
Buy 2+ and save 5% => qty_discount minQty=2 percentOff=5 payRatio=0.95
Save 20% when you buy 3 => qty_discount minQty=3 percentOff=20 payRatio=0.8
Save 20% when you buy 3 or more => qty_discount minQty=3 percentOff=20 payRatio=0.8
20% off when you buy any 4 => qty_discount minQty=4 percentOff=20 payRatio=0.8
Extra 10% off 2 or more items => qty_discount minQty=2 percentOff=10 payRatio=0.9
Save 5% on 3 select items => qty_discount minQty=3 percentOff=5 payRatio=0.95
Buy two get 15% off => qty_discount minQty=2 percentOff=15 payRatio=0.85
Any 2 for 20% off => qty_discount minQty=2 percentOff=20 payRatio=0.8
Purchase 5 units and receive 8% off => qty_discount minQty=5 percentOff=8 payRatio=0.92
10% off 6 bottles or more => qty_discount minQty=6 percentOff=10 payRatio=0.9
25% off 6 or more bottles => qty_discount minQty=6 percentOff=25 payRatio=0.75
3+ items: 12% off => qty_discount minQty=3 percentOff=12 payRatio=0.88
Mix & match: buy 3, get 20% off => qty_discount minQty=3 percentOff=20 payRatio=0.8
Buy 2 save 5%, buy 3 save 10% => qty_discount minQty=2 percentOff=5 payRatio=0.95 + qty_discount minQty=3 percentOff=10 payRatio=0.9
Buy 2 for 10% off => qty_discount minQty=2 percentOff=10 payRatio=0.9
Buy more, save more: 10% off 2, 15% off 3 => qty_discount minQty=2 percentOff=10 payRatio=0.9 + qty_discount minQty=3 percentOff=15 payRatio=0.85
Volume pricing: 10+ save 10% => qty_discount minQty=10 percentOff=10 payRatio=0.9
Save up to 25% when you buy 3 => qty_discount minQty=3 percentOff=25 upTo=true
Buy 1 Get 1 50% off select shoes => buy_x_get_y buy=1 get=1 percentOff=50
Save $2 each when you buy 4 => qty_reduction minQty=4 offMinor=200
3 for 99p => multibuy_price qty=3 totalMinor=99
2-for-$20 => multibuy_price qty=2 totalMinor=2000
3 for $33 Mix & Match => multibuy_price qty=3 totalMinor=3300
2 for $6 with digital coupon => multibuy_price qty=2 totalMinor=600
99¢ each when you buy 10 => fixed_price minQty=10 priceMinor=99
Save 50¢ on 2 => qty_reduction minQty=2 offMinor=50
Buy 2 save $5 => qty_reduction minQty=2 offMinor=500
Save $3 when you buy 2 => qty_reduction minQty=2 offMinor=300
Buy 3 and get $10 off => qty_reduction minQty=3 offMinor=1000
$5 off when you buy 2 or more => qty_reduction minQty=2 offMinor=500
Save $4 on 4 items => qty_reduction minQty=4 offMinor=400
Buy any 3, save £2 => qty_reduction minQty=3 offMinor=200
Get $6 off any 2 => qty_reduction minQty=2 offMinor=600
Buy 5 or more items and save $20 => qty_reduction minQty=5 offMinor=2000
Buy 2 get $8 off => qty_reduction minQty=2 offMinor=800
Buy 1 get 1 free => buy_x_get_y buy=1 get=1 percentOff=100
Buy one, get one free => buy_x_get_y buy=1 get=1 percentOff=100
BOGO => buy_x_get_y buy=1 get=1 percentOff=100
BOGO Free => buy_x_get_y buy=1 get=1 percentOff=100
B1G1 => buy_x_get_y buy=1 get=1 percentOff=100
B2G1 free => buy_x_get_y buy=2 get=1 percentOff=100
Buy 3 get 1 free => buy_x_get_y buy=3 get=1 percentOff=100
Buy two get one free => buy_x_get_y buy=2 get=1 percentOff=100
Buy 2 items, get the third free => buy_x_get_y buy=2 get=1 percentOff=100
Buy any 3 and get 1 free => buy_x_get_y buy=3 get=1 percentOff=100
Buy 4, get 2 free => buy_x_get_y buy=4 get=2 percentOff=100
Purchase 5 bottles and receive 1 free => buy_x_get_y buy=5 get=1 percentOff=100
2+1 free => buy_x_get_y buy=2 get=1 percentOff=100
Get 1 free when you buy 3 => buy_x_get_y buy=3 get=1 percentOff=100
Buy one get one half price => buy_x_get_y buy=1 get=1 percentOff=50
BOGO 50% off => buy_x_get_y buy=1 get=1 percentOff=50
Buy 1, get 1 50% off => buy_x_get_y buy=1 get=1 percentOff=50
Buy one get one 25% off => buy_x_get_y buy=1 get=1 percentOff=25
Buy 2 get 1 at 50% off => buy_x_get_y buy=2 get=1 percentOff=50
Buy one, get the second at 40% off => buy_x_get_y buy=1 get=1 percentOff=40
Buy 1 get 2nd half off => buy_x_get_y buy=1 get=1 percentOff=50
BOGO half off => buy_x_get_y buy=1 get=1 percentOff=50
3 for 2 => buy_x_pay_y buy=3 pay=2
3 for the price of 2 => buy_x_pay_y buy=3 pay=2
Two for the price of one => buy_x_pay_y buy=2 pay=1
2 for 1 => buy_x_pay_y buy=2 pay=1
Two-for-one => buy_x_pay_y buy=2 pay=1
3-for-2 => buy_x_pay_y buy=3 pay=2
Buy 3, pay for 2 => buy_x_pay_y buy=3 pay=2
Buy 3 pay 2 => buy_x_pay_y buy=3 pay=2
Take 4 pay for only 3 => buy_x_pay_y buy=4 pay=3
Any 3 for 2 => buy_x_pay_y buy=3 pay=2
3 for 2 on all toys => buy_x_pay_y buy=3 pay=2
Get 3 for the price of 2 => buy_x_pay_y buy=3 pay=2
2 for $5 => multibuy_price qty=2 totalMinor=500
2 for $5.00 => multibuy_price qty=2 totalMinor=500
2/$5 => multibuy_price qty=2 totalMinor=500
Any 3 for £10 => multibuy_price qty=3 totalMinor=1000
Buy 2 for $30 => multibuy_price qty=2 totalMinor=3000
Mix & match any 4 for $20 => multibuy_price qty=4 totalMinor=2000
3 for only $12 => multibuy_price qty=3 totalMinor=1200
Buy any 2 for £7 => multibuy_price qty=2 totalMinor=700
5 pairs for $25 => multibuy_price qty=5 totalMinor=2500
Get 2 for $40 => multibuy_price qty=2 totalMinor=4000
10 for $10 => multibuy_price qty=10 totalMinor=1000
Two for £3 => multibuy_price qty=2 totalMinor=300
Pick 3 for $27 => multibuy_price qty=3 totalMinor=2700
Any two for £4.50 Clubcard Price => multibuy_price qty=2 totalMinor=450
2nd item half price => nth_discount nth=2 payRatio=0.5
Second half price => nth_discount nth=2 payRatio=0.5
2nd at half price => nth_discount nth=2 payRatio=0.5
50% off 2nd item => nth_discount nth=2 payRatio=0.5
50% off the second pair => nth_discount nth=2 payRatio=0.5
Get the second one 40% off => nth_discount nth=2 payRatio=0.6
Second unit at 70% off => nth_discount nth=2 payRatio=0.3
3rd item free => nth_discount nth=3 payRatio=0
Half price on your second item => nth_discount nth=2 payRatio=0.5
30% off your 2nd purchase item => nth_discount nth=2 payRatio=0.7
2nd for $1 => nth_price nth=2 priceMinor=100
Second item for $5 => nth_price nth=2 priceMinor=500
Get the 2nd one for just £1 => nth_price nth=2 priceMinor=100
3rd pair only $10 => nth_price nth=3 priceMinor=1000
Limit 2 per customer => purchase_limit maxQty=2
Limit 1 per order => purchase_limit maxQty=1
Limited to 3 per household => purchase_limit maxQty=3
Max 5 per customer => purchase_limit maxQty=5
Maximum of 4 units per person => purchase_limit maxQty=4
Maximum quantity: 10 => purchase_limit maxQty=10
Purchase limit: 2 => purchase_limit maxQty=2
Only 2 per customer => purchase_limit maxQty=2
Limit 6 => purchase_limit maxQty=6
Limit of 3 items per transaction => purchase_limit maxQty=3
2 per customer => purchase_limit maxQty=2
Minimum order quantity: 12 pieces => purchase_limit minQty=12
Min. order: 50 pcs => purchase_limit minQty=50
Buy 1 Free 1 => buy_x_get_y buy=1 get=1 percentOff=100
Buy 3 get free 1 => buy_x_get_y buy=3 get=1 percentOff=100
BOGO 60 => buy_x_get_y buy=1 get=1 percentOff=60
2 for 10%, 3 for 15% off => qty_discount minQty=2 payRatio=0.9 percentOff=10 + qty_discount minQty=3 payRatio=0.85 percentOff=15
`))('%s', (label, want) => expect(rules(label, 'USD', 'en')).toBe(want));
});

describe('English: coupons, members, payment', () => {
  it.each(rows(`
First purchase 20% off with code FIRST20 => new_user code=FIRST20 percentOff=20
Prime members: $17.49 => fixed_price priceMinor=1749
Subscribe & get 20% off => subscribe_save percentOff=20
$5 instant coupon => coupon offMinor=500
25% off. Use code: TAKE25. Ends 11/30 => coupon code=TAKE25 percentOff=25
Get 10% off when you sign up => new_user percentOff=10
Earn $5 in rewards => points offMinor=500
Insiders save 20% => member percentOff=20
$5 Target GiftCard when you buy 2 => cashback minQty=2 offMinor=500
Free $20 gift card with $100 purchase => cashback offMinor=2000 thresholdMinor=10000
Bonus: free case worth $29 => gift
20% off for My Waitrose members => member percentOff=20
Clip coupon: save 10% => coupon percentOff=10
Save 5% with coupon => coupon percentOff=5
Save $5.00 with coupon => coupon offMinor=500
Apply $15 coupon => coupon offMinor=1500
Save an extra 20% when you apply this coupon => coupon percentOff=20
Extra 8% off coupon applied at checkout => coupon percentOff=8
10% coupon => coupon percentOff=10
Coupon: $30 off => coupon offMinor=3000
$20 off coupon => coupon offMinor=2000
Clip this 15% off coupon => coupon percentOff=15
Redeem coupon for $5 off => coupon offMinor=500
$3 store coupon => coupon offMinor=300
Get a $10 voucher => coupon offMinor=1000
£5 voucher off your next shop => coupon offMinor=500
Coupon price: save 12% => coupon percentOff=12
Save extra with coupon => coupon
Store coupon US $2.00 off on US $20.00 => coupon offMinor=200 thresholdMinor=2000
$5 coupon on orders over $40 => coupon offMinor=500 thresholdMinor=4000
Coupon $10 off $99 => coupon offMinor=1000 thresholdMinor=9900
EXTRA 40% OFF SALE STYLES | Use code: EXTRA40 => coupon code=EXTRA40 percentOff=40
Get $5 off when you spend $25 with coupon => coupon offMinor=500 thresholdMinor=2500
Digital coupon: $1.00 off => coupon offMinor=100
Coupon code required: HOLIDAY25 - 25% off => coupon code=HOLIDAY25 percentOff=25
Save £1.50 with Nectar => member member=Nectar offMinor=150
Mail-in rebate $50 => cashback offMinor=5000
Receive a $10 Target GiftCard with purchase => cashback offMinor=1000
Only $16.67/mo. with 12 month financing => installment amountMinor=1667 periods=12
First Autoship order 35% off => subscribe_save percentOff=35
Save 5% today and on future deliveries with Autoship => subscribe_save percentOff=5
$13.49 w/ Subscribe & Save => subscribe_save priceMinor=1349
$10 off $79+ | Code: ALE10 => coupon code=ALE10 offMinor=1000 thresholdMinor=7900
Save 20% with Target Circle => member member=Circle percentOff=20
Buy 2 get 1 50% off with Circle => buy_x_get_y buy=2 get=1 percentOff=50
RedCard: save 5% => payment_reduction percentOff=5
Spend $40 get a $10 Target GiftCard on household essentials => cashback offMinor=1000 thresholdMinor=4000
Subscribe & Save: First delivery 25% off => subscribe_save percentOff=25
10% off with code SAVE10 => coupon code=SAVE10 percentOff=10
Use code SPRING20 for 20% off => coupon code=SPRING20 percentOff=20
Use code WELCOME to get $10 off => coupon code=WELCOME offMinor=1000
Code: EXTRA15 - 15% off => coupon code=EXTRA15 percentOff=15
Enter promo code TAKE5 at checkout and save $5 => coupon code=TAKE5 offMinor=500
25% off with promo code "SUMMER" => coupon code=SUMMER percentOff=25
With code: RUGS30 => coupon code=RUGS30
Promo code DEAL40 => coupon code=DEAL40
Extra 30% off sale with code EXTRA30 => coupon code=EXTRA30 percentOff=30
$20 off $100 with code FALL20 => coupon code=FALL20 offMinor=2000 thresholdMinor=10000
Save 15% on orders over $60 using code GO15 => coupon code=GO15 percentOff=15 thresholdMinor=6000
Apply code MOM at checkout for 10% off => coupon code=MOM percentOff=10
Coupon code NEW5: $5 off => coupon code=NEW5 offMinor=500
Take 40% off, code: FORTY => coupon code=FORTY percentOff=40
New customers get 10% off => new_user percentOff=10
New shoppers save $20 => new_user offMinor=2000
10% off your first order => new_user percentOff=10
$40 OFF your qualifying first order of $250+ => new_user offMinor=4000 thresholdMinor=25000
First order: save 15% => new_user percentOff=15
Get 20% off your first purchase => new_user percentOff=20
First-time buyers enjoy $5 off => new_user offMinor=500
New user bonus: $8 off => new_user offMinor=800
Sign up and get 10% off your first order => new_user percentOff=10
Welcome offer: 15% off => new_user percentOff=15
New app users save $10 on first order => new_user offMinor=1000
Save 10% on your first order with code HELLO10 => new_user code=HELLO10 percentOff=10
Join Prime to save $50 => member member=Prime offMinor=5000
Prime members save 10% => member member=Prime percentOff=10
Prime exclusive deal => member member=Prime
Members save an extra 5% => member percentOff=5
Extra 10% off for members => member percentOff=10
Members get $5 off => member offMinor=500
Save with W+ => member member=W+
Member-only deal: 20% off => member percentOff=20
Plus members: extra 15% off => member member=Plus percentOff=15
Loyalty members save up to 25% => member member=Loyalty percentOff=25 upTo=true
Prime Member Deal => member member=Prime
10% off with Prime => member member=Prime percentOff=10
Sign in as a member to save 10% => member percentOff=10
Members pay $4.99 => fixed_price priceMinor=499
Member price $12.99 => fixed_price priceMinor=1299
$7.49 with membership => fixed_price priceMinor=749
Clubcard Price £2.50 => fixed_price priceMinor=250
£3.00 Clubcard Price => fixed_price priceMinor=300
Prime price: $19.99 => fixed_price priceMinor=1999
Loyalty card price £1.75 => fixed_price priceMinor=175
Now only £3 => fixed_price priceMinor=300
Special price $49.99 => fixed_price priceMinor=4999
Sale price: $25 => fixed_price priceMinor=2500
Only £1 => fixed_price priceMinor=100
3% off when you use your store card => payment_reduction percentOff=3
Save 5% with your RedCard => payment_reduction percentOff=5
5% off with Visa cards => payment_reduction percentOff=5
$50 off with the Store Rewards Card => payment_reduction offMinor=5000
Pay with PayPal and save $10 => payment_reduction offMinor=1000
Get $60 off instantly upon approval for the Amazon Visa => payment_reduction offMinor=6000
10% instant discount on HDFC Bank credit cards => payment_reduction percentOff=10
Flat $20 off on American Express cards => payment_reduction offMinor=2000
Extra 5% off using Apple Pay => payment_reduction percentOff=5
Save 2% when paying by bank transfer => payment_reduction percentOff=2
Pay by debit card: 3% off => payment_reduction percentOff=3
5% Rewards => points percentOff=5
Earn 120 points => points points=120
Collect 250 Nectar points => points points=250
Get 50 bonus points => points points=50
+30 pts => points points=30
Earn up to 500 reward points => points points=500 upTo=true
152 pt (2%) => points points=152
Earn 1,200 loyalty points with this purchase => points points=1200
Extra 1% off with coins => points percentOff=1
2x points => points
Double points => points
10% cashback => cashback percentOff=10
Get 5% cash back => cashback percentOff=5
$20 cashback => cashback offMinor=2000
Up to 8% back in cash => cashback percentOff=8 upTo=true
Claim £30 cashback from the manufacturer => cashback offMinor=3000
$15 mail-in rebate => cashback offMinor=1500
Get $10 back when you spend $100 => cashback offMinor=1000 thresholdMinor=10000
Earn 3% cash back with this card => cashback percentOff=3
$50 gift card with purchase => cashback offMinor=5000
Free $10 gift card when you spend $50 => cashback offMinor=1000 thresholdMinor=5000
4 x $66.99 with no interest => installment periods=4 amountMinor=6699
4 interest-free payments of $24.99 => installment periods=4 amountMinor=2499
Pay in 4 => installment periods=4
Pay in 3 interest-free instalments of £20 => installment periods=3 amountMinor=2000
or 4 installments of $12.50 with Afterpay => installment periods=4 amountMinor=1250
$41.58/mo for 24 months => installment periods=24 amountMinor=4158
12 months special financing => installment periods=12
0% APR for 18 months => installment periods=18
Or 6 monthly payments of $30.00 => installment periods=6 amountMinor=3000
From $29.17/mo with Affirm => installment amountMinor=2917
$25.00 x 4 payments => installment periods=4 amountMinor=2500
Split into 4 payments of $15.75 => installment periods=4 amountMinor=1575
As low as $18/month with Klarna => installment amountMinor=1800
€2.66 with Subscribe & Save discount => subscribe_save priceMinor=266
Subscribe & Save 15% => subscribe_save percentOff=15
Save 5% with Subscribe and Save => subscribe_save percentOff=5
Subscribe and get 10% off => subscribe_save percentOff=10
Save up to 15% on repeat deliveries => subscribe_save percentOff=15 upTo=true
Autoship & save 35% on your first order => subscribe_save percentOff=35
10% off when you subscribe => subscribe_save percentOff=10
Subscribe for $17.99 => subscribe_save priceMinor=1799
5% off with auto-delivery => subscribe_save percentOff=5
Get 20% off your first subscription order => subscribe_save percentOff=20
`))('%s', (label, want) => expect(rules(label, /[£]/.test(label) ? 'GBP' : 'USD', 'en')).toBe(want));
});

describe('English: shipping, gifts, deals', () => {
  it.each(rows(`
Free shipping with code SHIPFREE => free_shipping code=SHIPFREE
Promo code FREESHIP for free shipping => free_shipping code=FREESHIP
FREE Shipping on 2+ => free_shipping minQty=2
Free shipping => free_shipping
FREE delivery => free_shipping
Free Shipping & Free Returns => free_shipping
Free shipping on orders over $50 => free_shipping thresholdMinor=5000
FREE SHIPPING over $35 => free_shipping thresholdMinor=3500
Free standard delivery when you spend £40 => free_shipping thresholdMinor=4000
Spend $25 for free shipping => free_shipping thresholdMinor=2500
Orders $49+ ship free => free_shipping thresholdMinor=4900
Orders over $75 qualify for free shipping => free_shipping thresholdMinor=7500
Free 2-day shipping => free_shipping
Free next-day delivery over £30 => free_shipping thresholdMinor=3000
Ships free => free_shipping
Ships for free => free_shipping
Shipping is free => free_shipping
Complimentary shipping on all orders => free_shipping
No delivery fee => free_shipping
Free UK delivery on orders of £60 or more => free_shipping thresholdMinor=6000
Get free shipping with $35 minimum order => free_shipping thresholdMinor=3500
$35+ free shipping => free_shipping thresholdMinor=3500
Delivery free over £20 => free_shipping thresholdMinor=2000
Enjoy free express shipping on orders above $100 => free_shipping thresholdMinor=10000
FREE SHIPPING $49+ => free_shipping thresholdMinor=4900
$0 shipping => free_shipping
Get it shipped free with orders over $25 => free_shipping thresholdMinor=2500
2 FREE samples with every order => gift freeQty=2
Comes with free earbuds => gift
FREE delivery Tue, Nov 25 on $35 of items shipped by Amazon => free_shipping thresholdMinor=3500
FREE mini with purchase of 2 => gift minQty=2
Free gift with purchase => gift
Free gift with orders over $60 => gift thresholdMinor=6000
Spend $50 and get a free gift => gift thresholdMinor=5000
Buy 2 and get a free tote => gift minQty=2
Buy 1, get a free case => gift minQty=1
Free sample with every order => gift
Includes a free charger => gift
Receive a free bag when you spend $75 => gift thresholdMinor=7500
Get a free mug with any 2 bags of coffee => gift minQty=2
Gift with purchase => gift
Bonus gift included => gift
Free travel pouch with purchase of $100 => gift thresholdMinor=10000
Lightning deal => flash_sale
Limited time deal => flash_sale
Limited-time offer => flash_sale
Flash sale => flash_sale
Deal of the Day => flash_sale
Today's deal => flash_sale
Early bird deal => flash_sale
Black Friday Deal => flash_sale
Cyber Monday deal => flash_sale
Daily Deal => flash_sale
24-hour flash deal => flash_sale
Ends in 02:13:45 Flash Deal => flash_sale
Today only: 30% off => direct_reduction percentOff=30
Flash deal: extra 15% off => flash_sale + direct_reduction percentOff=15
Pre-order deposit $50 => presale_deposit depositMinor=5000
Deposit: $20 => presale_deposit depositMinor=2000
Reserve now with $100 deposit => presale_deposit depositMinor=10000
Pay a $30 deposit today => presale_deposit depositMinor=3000
£10 pre-order deposit => presale_deposit depositMinor=1000
Bundle for $49.99 => bundle_price priceMinor=4999
Combo for $29.99 => bundle_price priceMinor=2999
Bundle price: $85 => bundle_price priceMinor=8500
Meal deal £3.90 => bundle_price priceMinor=390
Meal deal for £4 => bundle_price priceMinor=400
Set of both for $70 => bundle_price priceMinor=7000
Buy together for $59.98 => bundle_price priceMinor=5998
Add-on item => exchange_purchase
Add a case for $9.99 => exchange_purchase addMinor=999
Add this item for only $5 => exchange_purchase addMinor=500
Up to 25% off + free shipping => direct_reduction percentOff=25 upTo=true + free_shipping
20% off + free shipping on orders over $50 => direct_reduction percentOff=20 + free_shipping thresholdMinor=5000
Free shipping | 10% off with code TEN10 => free_shipping + coupon code=TEN10 percentOff=10
Buy 2 get 1 free, limit 3 per customer => buy_x_get_y buy=2 get=1 percentOff=100 + purchase_limit maxQty=3
Club price $7.99 => fixed_price priceMinor=799
New customer offer: $20 off $100 => new_user offMinor=2000 thresholdMinor=10000
10% off orders $50+ => full_discount thresholdMinor=5000 percentOff=10 payRatio=0.9
30% off & free gift => direct_reduction percentOff=30 + gift
Save 10% with coupon and free delivery => coupon percentOff=10 + free_shipping
Add-on deal from $1.90 => exchange_purchase addMinor=190
Gift with min. spend $50 => gift thresholdMinor=5000
$3.85 Meal Deal => bundle_price priceMinor=385
`))('%s', (label, want) => expect(rules(label, /[£]/.test(label) ? 'GBP' : 'USD', 'en')).toBe(want));
});

describe('English: no promotion', () => {
  it.each(lines(`
Model 3/4.99
Ages 3 for 5.00 and up
Pack of 12
Free returns
Free Wi-Fi
30% more free
Bonus pack 20% extra free
Free shipping not available
Cannot be combined with other offers
Not valid with coupon codes
Excludes sale items
Up to 10 hours battery
Up to 20% faster
10% alcohol
Representative 29.9% APR
Price includes 20% VAT
List: $50 You Save: 40%
2 for sharing
$19.99 $29.99
£45.00 £60.00
$24.99 with card
8.5 x 11 inches
Covers 5 x 12, 3-pack
Tray 44 x 21 cm
Stainless steel 18/10 €32.90
Trimmers 8 cut
Free pickup
Free store pickup
Final price after coupon $12.99
Roll back $19.97
While supplies last
-30%
Free 30-day returns
Free cancellation
Save to wishlist
Save for later
Save this item
100% cotton
100% satisfaction guaranteed
98% positive feedback
95% of customers recommend this
Buy now
Buy it now
Add to cart
Buy with confidence
2 year warranty
Includes 1-year limited warranty
12 months warranty
$19.99
Was $29.99
From $159.00
List price: $99.99
RRP £45.00
4.5 out of 5 stars
1,234 ratings
Ships in 2 days
Ships from Amazon
Delivery in 3-5 days
Arrives by Friday
In stock
Only 3 left in stock - order soon
Only 2 left
5 in stock
100+ bought in past month
1,000+ sold
23 people are watching this
12 sold in last 24 hours
Best seller
#1 Best Seller in Kitchen
Amazon's Choice
Top rated
Price match guarantee
30-day money-back guarantee
Easy returns within 30 days
Secure payment
We accept Visa and Mastercard
or Best Offer
Shipping: $5.99
+ $4.99 shipping
Delivery £3.50
$3.99 delivery
You save: $10.00 (20%)
Save $41 (27%)
SAVE $60.99
(80% off)
30-40% off all robes
Pack of 3
2-pack
3 for adults
Set of 2
Size 2 for ages 3 to 4
Contains 20% real fruit juice
50% recycled polyester
Battery 80% charged in 30 minutes
Sign in
New customer? Start here
Gift wrapping available
Gift card
This item is a gift
Subscribe to our newsletter
Earn your badge
Compare prices
See all buying options
Get it by tomorrow
Free size
Sugar free
BPA free
4K display with 144 Hz
12 points of articulation
Tax included
Sold by Example Store
Sold and shipped by Example Store
No minimum order
Question? Call 1-800-555-0100
Rated 4.8 by 2,310 buyers
`))('%s', (label) => expect(rules(label, 'USD', 'en')).toBe(''));
});
