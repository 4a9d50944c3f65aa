import { describe, expect, it } from 'vitest';
import { lines, rows, rules } from './support.ts';

describe('German', () => {
  it.each(rows(`
Ab 3 Stück je 4,99 € => fixed_price minQty=3 priceMinor=499
3 kaufen, 2 bezahlen => buy_x_pay_y buy=3 pay=2
Clubpreis 3,99 € => fixed_price priceMinor=399
Rabatt: 15% => direct_reduction percentOff=15
Lieferung gratis ab 49€ => free_shipping thresholdMinor=4900
Gratis Geschenk ab 60 € => gift thresholdMinor=6000
20 % Rabatt => direct_reduction percentOff=20
Versand gratis ab 20 € => free_shipping thresholdMinor=2000
In 3 Raten zahlen => installment periods=3
Промокод ОСЕНЬ — скидка 10% => coupon code=ОСЕНЬ percentOff=10
15% con el código OTOÑO => coupon code=OTOÑO percentOff=15
5 € Gutschein ab 40 € Bestellwert => coupon offMinor=500 thresholdMinor=4000
10 % Gutschein ab 40 € => coupon percentOff=10 thresholdMinor=4000
10€ de coupon dès 50€ => coupon offMinor=1000 thresholdMinor=5000
Rabat 30 zł przy zakupach za min. 200 zł => full_reduction offMinor=3000 thresholdMinor=20000
20% sparen => direct_reduction percentOff=20
Sie sparen beim Kauf von 2 Stück 10% => qty_discount minQty=2 percentOff=10 payRatio=0.9
Bis zu 50 % reduziert => direct_reduction percentOff=50 upTo=true
Spare 10 € => direct_reduction offMinor=1000
10 € Rabatt ab 50 € => full_reduction offMinor=1000 thresholdMinor=5000
10 € Rabatt ab einem Einkaufswert von 50 € => full_reduction offMinor=1000 thresholdMinor=5000
Ab 100 € Einkaufswert 20 € sparen => full_reduction offMinor=2000 thresholdMinor=10000
15 % Rabatt ab 75 € Bestellwert => full_discount percentOff=15 payRatio=0.85 thresholdMinor=7500
5 € Rabatt je 50 € Einkauf => every_full_reduction offMinor=500 thresholdMinor=5000 repeat=true
10 % Rabatt mit Code SPAR10 => coupon code=SPAR10 percentOff=10
Mit dem Code HERBST 15 % sparen => coupon code=HERBST percentOff=15
Gutscheincode: WINTER20 => coupon code=WINTER20
5 % Coupon => coupon percentOff=5
Spare 5 % mit Coupon => coupon percentOff=5
5 € Gutschein => coupon offMinor=500
3 für 2 => buy_x_pay_y buy=3 pay=2
Nimm 3, zahl 2 => buy_x_pay_y buy=3 pay=2
Kaufe 2, erhalte 1 gratis => buy_x_get_y buy=2 get=1 percentOff=100
2+1 gratis => buy_x_get_y buy=2 get=1 percentOff=100
2 für 5 € => multibuy_price qty=2 totalMinor=500
3 Stück für 10,00 € => multibuy_price qty=3 totalMinor=1000
Der 2. Artikel zum halben Preis => nth_discount nth=2 payRatio=0.5
50 % auf den zweiten Artikel => nth_discount nth=2 payRatio=0.5
Ab 2 Stück 10 % Rabatt => qty_discount minQty=2 percentOff=10 payRatio=0.9
10 % Rabatt beim Kauf von 3 Artikeln => qty_discount minQty=3 percentOff=10 payRatio=0.9
Kostenloser Versand => free_shipping
Gratis Versand ab 29 € => free_shipping thresholdMinor=2900
Versandkostenfrei ab 50 Euro => free_shipping thresholdMinor=5000
Ab 39 € versandkostenfrei => free_shipping thresholdMinor=3900
Blitzangebot => flash_sale
Befristetes Angebot => flash_sale
Nur heute: 20 % Rabatt => direct_reduction percentOff=20
12 Raten à 29,90 € => installment periods=12 amountMinor=2990
0 % Finanzierung mit 24 Monatsraten => installment periods=24
Neukunden erhalten 10 € Rabatt => new_user offMinor=1000
10 % auf Ihre erste Bestellung => new_user percentOff=10
Prime-Mitglieder sparen 15 % => member member=Prime percentOff=15
Gratis-Geschenk ab 40 € => gift thresholdMinor=4000
Max. 3 Stück pro Kunde => purchase_limit maxQty=3
50 € Cashback => cashback offMinor=5000
120 Bonuspunkte => points points=120
Spar-Abo: 10 % sparen => subscribe_save percentOff=10
2,99 € im Spar-Abo => subscribe_save priceMinor=299
Anzahlung 50 € => presale_deposit depositMinor=5000
5 % Rabatt bei Zahlung mit PayPal => payment_reduction percentOff=5
10-fach Punkte => points
200 Extra-Punkte => points points=200
2 Stück nur 5,00 € => multibuy_price qty=2 totalMinor=500
3 Stück 20% Rabatt => qty_discount minQty=3 payRatio=0.8 percentOff=20
5 € Gutschein für Ihre erste Bestellung => new_user offMinor=500
20€ Willkommensrabatt => new_user offMinor=2000
Mit Kundenkarte 5% günstiger => payment_reduction percentOff=5
20fach Payback Punkte => points
15% auf das gesamte Sortiment => direct_reduction percentOff=15
`))('%s', (label, want) => expect(rules(label, 'EUR', 'de')).toBe(want));
});

describe('French', () => {
  it.each(rows(`
2 produits achetés, le 3ème offert => buy_x_get_y buy=2 get=1 percentOff=100
Prix membre 12,99 € => fixed_price priceMinor=1299
Soldes jusqu'à -70% => direct_reduction percentOff=70 upTo=true
-20% sur tout le site => direct_reduction percentOff=20
5% remboursés en cashback => cashback percentOff=5
20 % de réduction => direct_reduction percentOff=20
Remise immédiate de 30 € => direct_reduction offMinor=3000
Pour 2 achetés, le 3ème est gratuit => buy_x_get_y buy=2 get=1 percentOff=100
-30 % de remise => direct_reduction percentOff=30
Jusqu'à 50 % de réduction => direct_reduction percentOff=50 upTo=true
Économisez 10 € => direct_reduction offMinor=1000
10 € de remise dès 50 € d'achat => full_reduction offMinor=1000 thresholdMinor=5000
10€ offerts pour 60€ d'achat => full_reduction offMinor=1000 thresholdMinor=6000
15 % de réduction à partir de 80 € => full_discount percentOff=15 payRatio=0.85 thresholdMinor=8000
10 € de remise tous les 100 € => every_full_reduction offMinor=1000 thresholdMinor=10000 repeat=true
10 % avec le code PROMO10 => coupon code=PROMO10 percentOff=10
Code promo : NOEL15 => coupon code=NOEL15
Coupon de 5 € => coupon offMinor=500
Économisez 5 % avec coupon => coupon percentOff=5
3 pour 2 => buy_x_pay_y buy=3 pay=2
3 achetés = 2 payés => buy_x_pay_y buy=3 pay=2
2 achetés, le 3e offert => buy_x_get_y buy=2 get=1 percentOff=100
2 achetés = 1 offert => buy_x_get_y buy=2 get=1 percentOff=100
2+1 offert => buy_x_get_y buy=2 get=1 percentOff=100
2 pour 5 € => multibuy_price qty=2 totalMinor=500
Le 2ème à moitié prix => nth_discount nth=2 payRatio=0.5
-50 % sur le 2e article => nth_discount nth=2 payRatio=0.5
2e à -60 % => nth_discount nth=2 payRatio=0.4
-10 % dès 2 articles achetés => qty_discount minQty=2 percentOff=10 payRatio=0.9
Livraison gratuite => free_shipping
Livraison offerte dès 49 € => free_shipping thresholdMinor=4900
Frais de port offerts à partir de 60 € d'achat => free_shipping thresholdMinor=6000
Vente flash => flash_sale
Offre à durée limitée => flash_sale
Payez en 4 fois sans frais => installment periods=4
4 x 25,00 € sans frais => installment periods=4 amountMinor=2500
-10 % sur votre première commande => new_user percentOff=10
Nouveaux clients : 15 € offerts => new_user offMinor=1500
Cadeau offert dès 50 € d'achat => gift thresholdMinor=5000
Limité à 2 par client => purchase_limit maxQty=2
20 € remboursés => cashback offMinor=2000
Gagnez 100 points de fidélité => points points=100
Prévoyez et économisez 10 % => subscribe_save percentOff=10
Acompte de 100 € => presale_deposit depositMinor=10000
-15€ dès 100€ d'achats avec le code NOEL15 => coupon code=NOEL15 offMinor=1500 thresholdMinor=10000
Code HIVER : -10% dès 50€ d'achat => coupon code=HIVER percentOff=10 thresholdMinor=5000
-20% sur tous les accessoires de voyage de la saison ce week-end ! => direct_reduction percentOff=20
Cagnottez 5€ => cashback offMinor=500
-10% pour les nouveaux clients => new_user percentOff=10
Jusqu'à -70% sur une sélection => direct_reduction percentOff=70 upTo=true
Offre flash : -40% => flash_sale percentOff=40
`))('%s', (label, want) => expect(rules(label, 'EUR', 'fr')).toBe(want));
});

describe('Spanish', () => {
  it.each(rows(`
15% dto. en 2 unidades => qty_discount minQty=2 payRatio=0.85 percentOff=15
Hasta 12 MSI => installment periods=12 upTo=true
Regalo por compras superiores a 50€ => gift thresholdMinor=5000
Cupón: AHORRA10 => coupon code=AHORRA10
Puntos dobles => points
Ahorra 15% al comprar 2 => qty_discount minQty=2 payRatio=0.85 percentOff=15
20% de descuento => direct_reduction percentOff=20
Cupón de 10€ en compras de más de 60€ => coupon offMinor=1000 thresholdMinor=6000
Hasta -40% => direct_reduction percentOff=40 upTo=true
20% dto. => direct_reduction percentOff=20
Hasta 50% de descuento => direct_reduction percentOff=50 upTo=true
Ahorra 10 € => direct_reduction offMinor=1000
10 € de descuento en compras superiores a 50 € => full_reduction offMinor=1000 thresholdMinor=5000
15% de descuento a partir de 80 € => full_discount percentOff=15 payRatio=0.85 thresholdMinor=8000
5 € de descuento por cada 50 € => every_full_reduction offMinor=500 thresholdMinor=5000 repeat=true
10% con el código HOLA10 => coupon code=HOLA10 percentOff=10
Cupón de 5 € => coupon offMinor=500
Aplica el cupón del 10% => coupon percentOff=10
3x2 => buy_x_pay_y buy=3 pay=2
Lleva 3 y paga 2 => buy_x_pay_y buy=3 pay=2
Compra 2 y llévate 1 gratis => buy_x_get_y buy=2 get=1 percentOff=100
2 por 5 € => multibuy_price qty=2 totalMinor=500
2ª unidad al 50% => nth_discount nth=2 payRatio=0.5
Segunda unidad a mitad de precio => nth_discount nth=2 payRatio=0.5
2ª unidad -70% => nth_discount nth=2 payRatio=0.3
Compra 2 y ahorra 10% => qty_discount minQty=2 percentOff=10 payRatio=0.9
Envío gratis => free_shipping
Envío gratis en pedidos superiores a 30 € => free_shipping thresholdMinor=3000
Envíos gratis a partir de 49 € => free_shipping thresholdMinor=4900
Oferta flash => flash_sale
Oferta por tiempo limitado => flash_sale
12 meses sin intereses => installment periods=12
12 cuotas sin interés de $ 1.999 => installment periods=12 amountMinor=199900
10% en tu primera compra => new_user percentOff=10
Regalo gratis por compras de 60 € => gift thresholdMinor=6000
Máximo 2 por cliente => purchase_limit maxQty=2
Gana 100 puntos => points points=100
Suscríbete y ahorra 5% => subscribe_save percentOff=5
10% de cashback => cashback percentOff=10
Compra 2 y llévate el tercero gratis => buy_x_get_y buy=2 get=1 percentOff=100
Código BIENVENIDA: 10% en tu primera compra => new_user code=BIENVENIDA percentOff=10
Por la compra de 2, 20% de descuento => qty_discount minQty=2 payRatio=0.8 percentOff=20
Compra mínima €50 y obtén €10 de descuento => full_reduction offMinor=1000 thresholdMinor=5000
15% OFF pagando con Mercado Pago => payment_reduction percentOff=15
`))('%s', (label, want) => expect(rules(label, label.includes('$') ? 'ARS' : 'EUR', 'es')).toBe(want));
});

describe('Italian, Portuguese, Polish, Dutch', () => {
  it.each(rows(`
Compri 3 paghi 2 => buy_x_pay_y buy=3 pay=2
Przy zakupie 3 szt. -20% => qty_discount minQty=3 payRatio=0.8 percentOff=20
Kod JESIEN15 -15% => coupon code=JESIEN15 percentOff=15
Il terzo è gratis => nth_discount nth=3 payRatio=0
Prezzo soci 3,99 € => fixed_price priceMinor=399
Taniej o 20 zł => direct_reduction offMinor=2000
2 voor 5,- => multibuy_price qty=2 totalMinor=500
€ 5,- korting => direct_reduction offMinor=500
Bij aankoop van 2: gratis tas => gift minQty=2
Combo por R$ 99 => bundle_price priceMinor=9900
-30% sul secondo prodotto => nth_discount nth=2 payRatio=0.7
3 al prezzo di 2 => buy_x_pay_y buy=3 pay=2
Rabat do -40% => direct_reduction percentOff=40 upTo=true
3 voor 4.99 => multibuy_price qty=3 totalMinor=499
4 halen = 3 betalen => buy_x_pay_y buy=4 pay=3
Il secondo a metà prezzo => nth_discount nth=2 payRatio=0.5
10€ di sconto su una spesa minima di 50€ => full_reduction offMinor=1000 thresholdMinor=5000
10% OFF com o cupom BEMVINDO10 => coupon code=BEMVINDO10 percentOff=10
-20% na wszystko => direct_reduction percentOff=20
Bij 2 stuks 15% korting => qty_discount minQty=2 payRatio=0.85 percentOff=15
20% di sconto => direct_reduction percentOff=20
Sconto del 20% => direct_reduction percentOff=20
Fino al 50% di sconto => direct_reduction percentOff=50 upTo=true
Risparmia 10 € => direct_reduction offMinor=1000
10 € di sconto su ordini superiori a 50 € => full_reduction offMinor=1000 thresholdMinor=5000
10% di sconto con il codice CIAO10 => coupon code=CIAO10 percentOff=10
Coupon 5% => coupon percentOff=5
Prendi 3 paghi 2 => buy_x_pay_y buy=3 pay=2
Acquista 2 e ricevi 1 gratis => buy_x_get_y buy=2 get=1 percentOff=100
2 a 5 € => multibuy_price qty=2 totalMinor=500
Secondo pezzo a metà prezzo => nth_discount nth=2 payRatio=0.5
Spedizione gratuita da 49 € => free_shipping thresholdMinor=4900
Spedizione gratis per ordini superiori a 30 € => free_shipping thresholdMinor=3000
Offerta lampo => flash_sale
3 rate da 33,30 € senza interessi => installment periods=3 amountMinor=3330
10% sul primo ordine => new_user percentOff=10
Omaggio con una spesa di 40 € => gift thresholdMinor=4000
Massimo 3 per cliente => purchase_limit maxQty=3
20% de desconto => direct_reduction percentOff=20
Até 50% off => direct_reduction percentOff=50 upTo=true
R$ 20 de desconto em compras acima de R$ 100 => full_reduction offMinor=2000 thresholdMinor=10000
Cupom de R$ 10 => coupon offMinor=1000
Cupom PRIMEIRA10: 10% off => coupon code=PRIMEIRA10 percentOff=10
10% OFF no Pix => payment_reduction percentOff=10
5% de desconto à vista no boleto => payment_reduction percentOff=5
Leve 3 pague 2 => buy_x_pay_y buy=3 pay=2
Compre 1 leve 2 => buy_x_get_y buy=1 get=1 percentOff=100
2ª unidade com 50% de desconto => nth_discount nth=2 payRatio=0.5
Frete grátis => free_shipping
Frete grátis acima de R$ 79 => free_shipping thresholdMinor=7900
Portes grátis a partir de 30 € => free_shipping thresholdMinor=3000
10x de R$ 29,90 sem juros => installment periods=10 amountMinor=2990
em até 12x sem juros => installment periods=12
Oferta relâmpago => flash_sale
10% na primeira compra => new_user percentOff=10
-20% rabatu => direct_reduction percentOff=20
Rabat 10% => direct_reduction percentOff=10
20 zł taniej => direct_reduction offMinor=2000
10% taniej przy zakupie 2 sztuk => qty_discount minQty=2 percentOff=10 payRatio=0.9
Druga sztuka za pół ceny => nth_discount nth=2 payRatio=0.5
Druga sztuka -50% => nth_discount nth=2 payRatio=0.5
Kup 2, trzeci gratis => buy_x_get_y buy=2 get=1 percentOff=100
3 w cenie 2 => buy_x_pay_y buy=3 pay=2
Darmowa dostawa => free_shipping
Darmowa dostawa od 99 zł => free_shipping thresholdMinor=9900
10 rat 0% => installment periods=10
Rabat 10% z kodem LATO10 => coupon code=LATO10 percentOff=10
20% korting => direct_reduction percentOff=20
Tot 50% korting => direct_reduction percentOff=50 upTo=true
€ 10 korting bij besteding vanaf € 50 => full_reduction offMinor=1000 thresholdMinor=5000
10% korting met code HERFST10 => coupon code=HERFST10 percentOff=10
1+1 gratis => buy_x_get_y buy=1 get=1 percentOff=100
2e halve prijs => nth_discount nth=2 payRatio=0.5
Tweede halve prijs => nth_discount nth=2 payRatio=0.5
2 voor € 5 => multibuy_price qty=2 totalMinor=500
3 halen 2 betalen => buy_x_pay_y buy=3 pay=2
2 stuks voor 3,99 € => multibuy_price qty=2 totalMinor=399
Gratis verzending vanaf € 20 => free_shipping thresholdMinor=2000
Dagdeal => flash_sale
Maximaal 2 per klant => purchase_limit maxQty=2
Compra 2, il terzo è gratis => buy_x_get_y buy=2 get=1 percentOff=100
1+1=3 => buy_x_get_y buy=2 get=1 percentOff=100
`))('%s', (label, want) => expect(rules(label, label.includes('R$') || /Pix|boleto/.test(label) ? 'BRL' : label.includes('zł') ? 'PLN' : 'EUR')).toBe(want));
});

describe('Japanese and Chinese in long characters', () => {
  it.each(rows(`
2足目半額 => nth_discount nth=2 payRatio=0.5
3個以上で1個あたり900円 => fixed_price minQty=3 priceMinor=900
2,000円以上ご購入で200円OFFクーポン => coupon offMinor=200 thresholdMinor=2000
5,000円以上のお買い上げで500円引き => full_reduction offMinor=500 thresholdMinor=5000
定期おトク便 最大15%OFF => subscribe_save percentOff=15 upTo=true
20%OFF => direct_reduction percentOff=20
2枚セットで20%OFF => qty_discount minQty=2 percentOff=20 payRatio=0.8
半額クーポン => coupon percentOff=50
ポイント10%還元 => points percentOff=10
3点以上購入で送料無料 => free_shipping minQty=3
最大2,000円OFFクーポン => coupon offMinor=2000 upTo=true
新規会員登録で500円クーポンプレゼント => new_user offMinor=500
20%オフ => direct_reduction percentOff=20
最大50%OFF => direct_reduction percentOff=50 upTo=true
500円OFF => direct_reduction offMinor=500
1,000円引き => direct_reduction offMinor=1000
半額 => direct_reduction percentOff=50
5,000円以上で500円OFF => full_reduction offMinor=500 thresholdMinor=5000
3,000円以上のご購入で10%OFF => full_discount percentOff=10 payRatio=0.9 thresholdMinor=3000
2点以上で10%OFF => qty_discount minQty=2 percentOff=10 payRatio=0.9
2点購入で15%OFF => qty_discount minQty=2 percentOff=15 payRatio=0.85
3点まとめ買いで500円OFF => qty_reduction minQty=3 offMinor=500
2点目半額 => nth_discount nth=2 payRatio=0.5
2つ目が50%OFF => nth_discount nth=2 payRatio=0.5
よりどり3点で1,000円 => multibuy_price qty=3 totalMinor=1000
2個で500円 => multibuy_price qty=2 totalMinor=500
2個買うと1個無料 => buy_x_get_y buy=2 get=1 percentOff=100
1つ買うと1つ無料 => buy_x_get_y buy=1 get=1 percentOff=100
クーポンで10%OFF => coupon percentOff=10
500円OFFクーポン => coupon offMinor=500
クーポンコード: SAVE500 => coupon code=SAVE500
5%OFFクーポン配布中 => coupon percentOff=5
タイムセール => flash_sale
数量限定タイムセール => flash_sale
送料無料 => free_shipping
3,980円以上で送料無料 => free_shipping thresholdMinor=3980
3,980円以上送料無料 => free_shipping thresholdMinor=3980
36ポイント(5%) => points points=36
100ポイント還元 => points points=100
ポイント5倍 => points
10%ポイント還元 => points percentOff=10
10%還元 => cashback percentOff=10
1,000円キャッシュバック => cashback offMinor=1000
定期おトク便で10%OFF => subscribe_save percentOff=10
初回限定500円OFF => new_user offMinor=500
会員限定10%OFF => member member=会員 percentOff=10
お一人様2点まで => purchase_limit maxQty=2
お1人様1個限り => purchase_limit maxQty=1
12回払い => installment periods=12
予約金5,000円 => presale_deposit depositMinor=5000
特別価格1,980円 => fixed_price priceMinor=1980
`))('%s', (label, want) => expect(rules(label, 'JPY', 'ja')).toBe(want));
  it.each(rows(`
滿千折百 => full_reduction thresholdMinor=100000 offMinor=10000
滿1000元折100元 => full_reduction thresholdMinor=100000 offMinor=10000
滿3件8折 => qty_discount minQty=3 payRatio=0.8 percentOff=20
買一送一 => buy_x_get_y buy=1 get=1 percentOff=100
第二件半價 => nth_discount nth=2 payRatio=0.5
全館免運 => free_shipping
滿490免運 => free_shipping thresholdMinor=49000
現折200元 => direct_reduction offMinor=20000
每人限購2件 => purchase_limit maxQty=2
任選3件999元 => multibuy_price qty=3 totalMinor=99900
6期0利率 => installment periods=6
限時秒殺 => flash_sale
領券折50元 => coupon offMinor=5000
會員價$299 => fixed_price member=会员 priceMinor=29900
`))('%s', (label, want) => expect(rules(label, 'TWD', 'zh-TW')).toBe(want));
});

describe('other languages: no promotion', () => {
  it.each(lines(`
Nur noch 2 auf Lager
Kostenlose Rückgabe
30 Tage Rückgaberecht
2 Jahre Garantie
100 % Baumwolle
inkl. 19 % MwSt.
zzgl. 4,95 € Versand
Lieferung in 2-3 Tagen
Bestseller Nr. 1
Jetzt kaufen
Retours gratuits
Satisfait ou remboursé
100 % coton
Plus que 3 en stock
Livraison : 4,99 €
Livré en 48 h
Garantie 2 ans
4,5 sur 5 étoiles
Devoluciones gratis
100% algodón
Solo quedan 3
Envío: 3,99 €
IVA incluido
Garantía de 3 años
100% cotone
Reso gratuito
Garanzia 24 mesi
Solo 2 rimasti
Algodão 100%
Devolução grátis
Frete: R$ 19,90
12 meses de garantia
Gwarancja 24 miesiące
Darmowy zwrot
Wysyłka 9,99 zł
Gratis retourneren
Op voorraad
2 jaar garantie
在庫あり
残り2点
送料500円
税込1,980円
綿100%
返品無料
レビュー1,200件
`))('%s', (label) => expect(rules(label, /[ぁ-んァ-ヶ]|円/.test(label) ? 'JPY' : 'EUR')).toBe(''));
});
