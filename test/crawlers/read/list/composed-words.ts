/** How shops of one country write amounts, and the words they put beside them. Data only. */
export interface Shop {
  readonly language: string;
  readonly currency: string;
  readonly sign: string;
  readonly before: boolean;
  readonly gap: string;
  readonly decimal: string;
  readonly group: string;
  readonly digits: 0 | 2;
  /** Each holds `#` where an amount stands. */
  readonly was: readonly string[];
  readonly now: readonly string[];
  readonly from: string;
  readonly save: string;
  readonly member: string;
  readonly unit: readonly string[];
  readonly parts: string;
  readonly coupon: string;
  readonly shipping: string;
  readonly free: string;
  readonly lowest: string;
  readonly rated: string;
  readonly sold: string;
  readonly title: string;
}

const EURO = { currency: 'EUR', sign: '€', before: false, gap: ' ', decimal: ',', group: '.', digits: 2 } as const;

export const SHOPS: readonly Shop[] = [
  { language: 'en-US', currency: 'USD', sign: '$', before: true, gap: '', decimal: '.', group: ',', digits: 2, was: ['Was #', 'List: #', 'Original price: #', 'Reg. #', '#'], now: ['Now #', 'Current price: #', 'Sale #', '#'], from: 'From #', save: 'Save #', member: 'Member price #', unit: ['(#/oz)', '# per lb', '#/100 ct'], parts: 'or 4 interest-free payments of #', coupon: 'Save # with coupon', shipping: '+ # shipping', free: 'Free shipping over #', lowest: 'Lowest price in 30 days: #', rated: '4.5 out of 5 stars', sold: '2K+ bought in past month', title: 'Garden hose 50 ft with 7 nozzles' },
  { language: 'de-DE', ...EURO, was: ['statt #', 'UVP #', 'Ursprünglich: #', 'war #', '#'], now: ['jetzt #', 'Aktueller Preis: #', 'nur #', '#'], from: 'ab #', save: 'Sie sparen #', member: 'Mitgliederpreis #', unit: ['(# / kg)', '1 l = #', '#/100 g', 'Grundpreis: # pro kg'], parts: 'oder 12 Raten von #', coupon: '# Rabatt mit Gutschein', shipping: 'zzgl. # Versand', free: 'Gratisversand ab #', lowest: 'Niedrigster Preis der letzten 30 Tage: #', rated: '4,5 von 5 Sternen', sold: '120+ verkauft', title: 'Bohrmaschine 18 V mit 2 Akkus' },
  { language: 'fr-FR', ...EURO, group: ' ', was: ['au lieu de #', 'Prix d’origine : #', 'avant #', '#'], now: ['Prix actuel : #', 'maintenant #', '#'], from: 'à partir de #', save: 'Économisez #', member: 'Prix membre #', unit: ['(# / kg)', '#/L', 'soit # le kg'], parts: 'ou 4 x #', coupon: '# de remise avec le coupon', shipping: '+ # de livraison', free: 'Livraison offerte dès #', lowest: 'Prix le plus bas des 30 derniers jours : #', rated: '4,5 sur 5', sold: '120 vendus', title: 'Aspirateur 3 en 1 de 600 W' },
  { language: 'it-IT', ...EURO, was: ['invece di #', 'Prezzo originale: #', 'prima #', '#'], now: ['ora #', 'Prezzo attuale: #', '#'], from: 'da #', save: 'Risparmi #', member: 'Prezzo soci #', unit: ['(# / kg)', '# al kg', '#/l'], parts: 'o 3 rate da #', coupon: '# di sconto con coupon', shipping: '+ # di spedizione', free: 'Spedizione gratuita da #', lowest: 'Prezzo più basso degli ultimi 30 giorni: #', rated: '4,5 su 5', sold: '120 venduti', title: 'Pentola da 24 cm in acciaio 18/10' },
  { language: 'nl-NL', ...EURO, before: true, was: ['van #', 'Adviesprijs #', 'was #', '#'], now: ['nu #', 'voor #', 'Huidige prijs: #', '#'], from: 'vanaf #', save: 'Je bespaart #', member: 'Ledenprijs #', unit: ['(# per kg)', '# / liter', '#/100 g'], parts: 'of 3 termijnen van #', coupon: '# korting met coupon', shipping: '+ # verzendkosten', free: 'Gratis verzending vanaf #', lowest: 'Laagste prijs in 30 dagen: #', rated: '4,5 van de 5 sterren', sold: '120 verkocht', title: 'Lamp 40 cm met 3 standen' },
  { language: 'en-GB', currency: 'GBP', sign: '£', before: true, gap: '', decimal: '.', group: ',', digits: 2, was: ['Was #', 'RRP #', 'Original price #', '#'], now: ['Now #', 'Price #', 'only #', '#'], from: 'From #', save: 'Save #', member: 'Clubcard price #', unit: ['(#/kg)', '# per litre', '#/100ml'], parts: 'or 3 payments of #', coupon: '# off with voucher', shipping: '+ # delivery', free: 'Free delivery over #', lowest: 'Lowest price in the last 30 days: #', rated: '4.5 out of 5 stars', sold: '120 sold', title: 'Kettle 1.7 L 3000 W in grey' },
  { language: 'pl-PL', currency: 'PLN', sign: 'zł', before: false, gap: ' ', decimal: ',', group: ' ', digits: 2, was: ['Cena regularna: #', 'było #', 'Poprzednia cena: #', '#'], now: ['teraz #', 'Cena: #', '#'], from: 'od #', save: 'Oszczędzasz #', member: 'Cena dla klubowiczów #', unit: ['(# / kg)', '#/l', '# za kg'], parts: 'lub 10 rat po #', coupon: 'Kupon -#', shipping: '+ # dostawa', free: 'Darmowa dostawa od #', lowest: 'Najniższa cena z 30 dni: #', rated: '4,5 na 5', sold: '120 osób kupiło', title: 'Rower 28 cali z 7 biegami' },
  { language: 'sv-SE', currency: 'SEK', sign: 'kr', before: false, gap: ' ', decimal: ',', group: ' ', digits: 2, was: ['Ord. pris #', 'Tidigare pris #', 'Förr #', '#'], now: ['Nu #', 'Pris #', '#'], from: 'från #', save: 'Spara #', member: 'Medlemspris #', unit: ['(# / kg)', 'Jmf-pris #/l', '#/st'], parts: 'eller 12 delbetalningar om #', coupon: '# rabatt med kupong', shipping: '+ # frakt', free: 'Fri frakt över #', lowest: 'Lägsta pris senaste 30 dagarna: #', rated: '4,5 av 5', sold: '120 sålda', title: 'Skruvdragare 12 V med 2 batterier' },
  { language: 'ja-JP', currency: 'JPY', sign: '円', before: false, gap: '', decimal: '.', group: ',', digits: 0, was: ['定価 #', '通常価格 #', '参考価格: #', '#'], now: ['販売価格 #', '特価 #', '#'], from: '#〜', save: '#お得', member: '会員価格 #', unit: ['(100gあたり#)', '(# / kg)', '1個あたり #'], parts: '月々 # × 12回', coupon: '#OFFクーポン', shipping: '送料 #', free: '#以上で送料無料', lowest: '過去30日の最低価格 #', rated: '5つ星のうち4.5', sold: '120個販売', title: '充電器 65W 3ポート 100cmケーブル付' },
  { language: 'zh-CN', currency: 'CNY', sign: '¥', before: true, gap: '', decimal: '.', group: '', digits: 2, was: ['原价 #', '市场价 #', '吊牌价：#', '#'], now: ['现价 #', '促销价 #', '#'], from: '#起', save: '立省#', member: '会员价 #', unit: ['(#/kg)', '#/100g', '折合#/斤'], parts: '分期 # x 12期', coupon: '领券减#', shipping: '运费 #', free: '满#包邮', lowest: '30天最低价 #', rated: '4.5分', sold: '月销 1200+', title: '保温杯 500ml 不锈钢 2只装' },
  { language: 'en-IN', currency: 'INR', sign: '₹', before: true, gap: '', decimal: '.', group: ',', digits: 0, was: ['M.R.P: #', 'MRP #', 'Was #', '#'], now: ['Offer price #', 'Deal #', '#'], from: 'From #', save: 'Save #', member: 'Member price #', unit: ['(#/kg)', '# per litre', '#/100 g'], parts: 'EMI from #/month', coupon: 'Save # with coupon', shipping: '+ # delivery', free: 'Free delivery above #', lowest: 'Lowest price in 30 days: #', rated: '4.5 out of 5 stars', sold: '2K+ bought in past month', title: 'Mixer grinder 750 W with 3 jars' },
  { language: 'pt-BR', currency: 'BRL', sign: 'R$', before: true, gap: ' ', decimal: ',', group: '.', digits: 2, was: ['De: #', 'de #', 'Preço original: #', '#'], now: ['por #', 'Por: #', 'Preço atual: #', '#'], from: 'a partir de #', save: 'Economize #', member: 'Preço para membros #', unit: ['(#/kg)', '# por litro', '#/100 g'], parts: 'ou 10x de # sem juros', coupon: '# de desconto com cupom', shipping: '+ # de frete', free: 'Frete grátis acima de #', lowest: 'Menor preço em 30 dias: #', rated: '4,5 de 5', sold: '+120 vendidos', title: 'Ventilador 40 cm com 3 velocidades' },
  { language: 'ko-KR', currency: 'KRW', sign: '원', before: false, gap: '', decimal: '.', group: ',', digits: 0, was: ['정가 #', '정상가 #', '#'], now: ['할인가 #', '판매가 #', '#'], from: '#부터', save: '# 할인', member: '회원가 #', unit: ['(100g당 #)', '(10ml당 #)', '1개당 #'], parts: '월 # x 12개월', coupon: '# 쿠폰 할인', shipping: '배송비 #', free: '# 이상 무료배송', lowest: '30일 최저가 #', rated: '별점 4.5', sold: '120개 판매', title: '보조배터리 10000mAh 2포트' },
  { language: 'zh-TW', currency: 'TWD', sign: 'NT$', before: true, gap: '', decimal: '.', group: ',', digits: 0, was: ['原價 #', '市價 #', '建議售價 #', '#'], now: ['特價 #', '售價 #', '優惠價 #', '#'], from: '#起', save: '現省 #', member: '會員價 #', unit: ['(每100g #)', '#/kg', '單價 #/個'], parts: '12 期 #', coupon: '領券折 #', shipping: '運費 #', free: '滿 # 免運', lowest: '30天最低價 #', rated: '4.5 分', sold: '已售出 1,200', title: '電風扇 14吋 3段風速' },
];
