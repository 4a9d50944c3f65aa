import { say, type Wording } from './grammar.ts';

/**
 * German, French, Spanish, Italian, Portuguese, Polish and Dutch wordings. They share their shapes, so that one table
 * holds the words of each and {@link wordings} makes the patterns.
 */
interface Words {
  /** All as regular expression sources. */
  readonly freeShipping: string;
  readonly over: string;
  readonly save: string;
  readonly off: string;
  readonly upTo: string;
  readonly coupon: string;
  readonly code: string;
  readonly subscribe: string;
  readonly flash: string;
  readonly buy: string;
  readonly get: string;
  readonly free: string;
  readonly pay: string;
  readonly forPrice: string;
  readonly items: string;
  readonly multi: string;
  readonly second: string;
  readonly half: string;
  readonly instalments: string;
  readonly noInterest: string;
  readonly newCustomer: string;
  readonly firstOrder: string;
  readonly members: string;
  readonly points: string;
  readonly cashback: string;
  readonly gift: string;
  readonly limit: string;
  readonly per: string;
  readonly spend: string;
  readonly every: string;
  readonly deposit: string;
  readonly shippingCost: string;
  readonly nothing: string;
}

const LANGUAGES: readonly Words[] = [
  { // German
    freeShipping: '(?:(?:gratis|kostenlose[rn]?|kostenfreie[rn]?)(?:-| )?(?:\\d-tage-)?(?:standard)?(?:versand|lieferung|zustellung)|versandkostenfrei\\p{L}*|portofrei)(?: durch amazon)?', over: 'ab|über|ab einem (?:bestellwert|einkaufswert|einkauf) von', save: 'spare[nt]?|sparen sie|erhalte[nt]?', off: '(?:rabatt|nachlass|sofortrabatt|reduziert|günstiger|sparen|extra|auf alles)', upTo: 'bis zu |bis |max\\.? ',
    coupon: '(?:coupon|gutschein|rabattcoupon|rabattgutschein)', code: '(?:rabatt|gutschein|aktions)?-?code', subscribe: '(?:im )?spar-?abo|abonnieren und sparen', flash: 'blitzangebot\\p{L}*|befristetes angebot|angebot des tages|tagesangebot|nur heute|zeitlich begrenztes angebot', buy: 'kaufe?n?(?: sie)?|nimm|beim kauf von', get: 'erhalte[n]?(?: sie)?|bekomme?n?|und', free: '(?:gratis|kostenlos|geschenkt|umsonst)', pay: '(?:und )?(?:be)?zahle?n?(?: sie)?(?: nur)?', forPrice: 'für(?: nur| zusammen)?',
    items: '(?:stück|artikel|packungen|produkte|teile|flaschen)', multi: 'multi-?rabatt|mengenrabatt|beim kauf mehrerer', second: '(?:den |der |das |zum )?{nth}\\. (?:artikel|stück|teil)', half: 'zum halben preis|50 ?% (?:günstiger|reduziert)', instalments: '(?:monatliche[n]? )?(?:monats)?raten', noInterest: '0 ?% finanzierung|zinsfrei|ohne zinsen', newCustomer: 'neukunden\\p{L}*', firstOrder: '(?:erste|1\\.)\\p{L}? bestellung|ersteinkauf', members: '(?<member>prime|club|plus|payback)?-?mitglieder', points: '(?:bonus|payback-|°?p-)?(?:punkte|°p)', cashback: 'cash-?back|geld zurück',
    gift: 'gratis-?(?:geschenk|zugabe|artikel)|geschenk gratis|gratis dazu', limit: '(?:max(?:imal|\\.)?|höchstens|begrenzt auf)', per: 'pro (?:kunde|bestellung|haushalt|person)', spend: 'ab(?: einem (?:einkauf|bestellwert|einkaufswert) von)?', every: 'je|pro|für jede', deposit: 'anzahlung', shippingCost: 'versand(?:kosten)?|lieferkosten|versandgebühr', nothing: 'bestseller|top[- ]?angebot[e!]?|wow!? angebote|nur noch \\d+ [^.]{0,20}|\\d+ verkauft|geld-zurück-garantie|sie sparen:? ?[^.]{0,24}|tiefpreisgarantie',
  },
  { // French
    freeShipping: 'livraison (?:standard |express |rapide )?(?:gratuite|offerte)|frais de port (?:gratuits|offerts)|port offert', over: 'dès|à partir de|au-dessus de|supérieure? à', save: 'économisez|économie de|profitez de|bénéficiez de', off: '(?:de (?:réduction|remise|rabais)|remise|offerts)', upTo: 'jusqu\'à |jusqu’à ', coupon: '(?:coupon|bon de réduction|bon d\'achat)', code: 'code(?: promo| avantage)?', subscribe: 'prévoyez (?:et|&) économisez|abonnez-vous|abonnement', flash: 'vente flash|offre (?:éclair|flash|du jour|à durée limitée)|ventes? flash|offre limitée', buy: 'achetez(?:-en)?|pour|l\'achat de', get: '(?:et )?(?:obtenez|recevez|le)', free: '(?:gratuite?s?|offerte?s?)', pay: '(?:et )?(?:ne )?payez(?:-en)?(?: que)?', forPrice: 'pour(?: seulement)?',
    items: '(?:articles?|produits?|pièces?|lots?|achetés)', multi: 'réduction sur la quantité|prix dégressif', second: '(?:le |la )?{nth}(?:e|è|ème|nd|nde|ième)? (?:article|produit|paire)?', half: 'à moitié prix|à -?50 ?%', instalments: '(?:fois|mensualités)', noInterest: 'sans frais', newCustomer: 'nouveaux? (?:clients?|membres?)', firstOrder: '(?:première|1(?:ère|re)) commande', members: '(?:membres?|adhérents?)', points: 'points', cashback: 'cash-?back|remboursés?|odr', gift: 'cadeau (?:offert|gratuit)|un cadeau', limit: '(?:limité à|maximum|max\\.?)', per: 'par (?:client|commande|foyer|personne)', spend: 'dès|pour tout achat (?:de|supérieur à)|à partir de', every: 'par tranche de|tous les', deposit: 'acompte', shippingCost: 'livraison|frais de port|port', nothing: 'meilleure vente|plus que \\d+ [^.]{0,20}|\\d+ vendus|satisfait ou remboursé|vous économisez:? ?[^.]{0,24}',
  },
  { // Spanish
    freeShipping: 'env[ií]o (?:estándar |rápido )?(?:gratis|gratuito)|gastos de envío gratis|env[ií]os gratis', over: 'a partir de|desde|superiores? a|mayores? a|en pedidos de', save: 'ahorra(?:s)?|ahorre', off: '(?:de descuento|dto\\.?|descuento|de dto\\.?|off|menos)', upTo: 'hasta (?:un )?', coupon: '(?:cup[oó]n)', code: 'c[oó]digo(?: promocional| de descuento)?', subscribe: 'suscr[ií]bete y ahorra|suscripción', flash: 'oferta (?:flash|relámpago|del día|por tiempo limitado)|ofertas? flash', buy: 'compra|lleva|llévate|al comprar', get: '(?:y )?(?:llévate|recibe|obtén)', free: '(?:gratis|de regalo)', pay: '(?:y )?paga(?: s[oó]lo)?', forPrice: 'por(?: s[oó]lo)?',
    items: '(?:art[ií]culos?|productos?|unidades?|uds?\\.?|piezas?)', multi: 'descuento por cantidad', second: '(?:el |la |en la |en tu )?{nth}[ºªao°]? (?:unidad|artículo|producto)', half: 'a mitad de precio|al 50 ?%', instalments: '(?:cuotas|meses|plazos|mensualidades)', noInterest: 'sin intereses', newCustomer: 'nuevos (?:clientes|usuarios)', firstOrder: 'primer(?:a)? (?:compra|pedido)', members: '(?:miembros|socios)', points: 'puntos', cashback: 'cash-?back|reembolso', gift: 'regalo (?:gratis|incluido)|de regalo', limit: '(?:límite(?: de)?|máximo|máx\\.?)', per: 'por (?:cliente|pedido|persona)', spend: 'a partir de|por compras (?:de|superiores a)|en compras de', every: 'por cada|cada', deposit: 'depósito|anticipo', shippingCost: 'env[ií]o|gastos de envío', nothing: 'más vendido|(?:solo|sólo) quedan? \\d+ [^.]{0,20}|\\d+ vendidos|ahorras:? ?[^.]{0,24}',
  },
  { // Italian
    freeShipping: 'spedizione (?:standard |veloce )?(?:gratuita|gratis)|consegna gratuita', over: 'da|oltre|sopra|a partire da|superiori a|per ordini (?:sopra|oltre|superiori a)', save: 'risparmia|risparmi', off: '(?:di sconto|sconto|in meno|sconti)', upTo: 'fino (?:a(?:l)?|all\') ?', coupon: '(?:coupon|buono(?: sconto)?)', code: 'codice(?: sconto| promo)?', subscribe: 'iscriviti e risparmia|abbonati e risparmia|abbonamento', flash: 'offerta (?:lampo|a tempo|del giorno|flash)|offerte lampo', buy: 'acquista(?:ne)?|compra(?:ne)?|prendi', get: '(?:e )?(?:ricevi|ottieni|avrai)', free: '(?:gratis|in omaggio|omaggio)', pay: '(?:e )?paghi(?:ne)?(?: solo)?|paga(?:ne)?', forPrice: 'a(?: soli| solo)?|per',
    items: '(?:articoli|prodotti|pezzi|confezioni)', multi: 'sconto quantità', second: '(?:il |la |sul )?{nth}[°ºoª]? (?:articolo|prodotto|pezzo)', half: 'a metà prezzo|al 50 ?%', instalments: '(?:rate|mensilità)', noInterest: 'senza interessi|a tasso zero|tasso 0', newCustomer: 'nuovi (?:clienti|utenti|iscritti)', firstOrder: 'primo (?:ordine|acquisto)', members: '(?:soci|membri|iscritti)', points: 'punti', cashback: 'cash-?back|rimborso', gift: 'omaggio|regalo', limit: '(?:limite(?: di)?|massimo|max\\.?)', per: 'per (?:cliente|ordine|persona)', spend: 'con una spesa (?:di|minima di)|per ordini (?:da|superiori a|oltre)|su', every: 'ogni', deposit: 'acconto|caparra', shippingCost: 'spedizione|spese di spedizione', nothing: 'più venduto|solo \\d+ rimast[^.]{0,20}|\\d+ venduti|risparmi:? ?[^.]{0,24}',
  },
  { // Portuguese
    freeShipping: 'frete gr[áa]tis|portes gr[áa]tis|envio gr[áa]tis|entrega gr[áa]tis', over: 'a partir de|acima de|em compras (?:acima de|a partir de)|para compras', save: 'economize|poupe|ganhe', off: '(?:de desconto|off|desconto)', upTo: 'até ', coupon: '(?:cupom|cupão|vale)', code: 'c[óo]digo', subscribe: 'assine e economize|programe e poupe|assinatura', flash: 'oferta (?:rel[âa]mpago|do dia|por tempo limitado|flash)|ofertas? flash', buy: 'compre|leve|na compra de', get: '(?:e )?(?:leve|ganhe|receba)', free: '(?:gr[áa]tis|de brinde)', pay: '(?:e )?pague(?: apenas| só)?', forPrice: 'por(?: apenas| só)?',
    items: '(?:itens|produtos?|unidades?|peças?|artigos?)', multi: 'desconto progressivo', second: '(?:o |a |na )?{nth}[ºªao°]? (?:unidade|item|produto|peça)', half: 'pela metade(?: do preço)?|com 50 ?%', instalments: '(?:x|vezes|parcelas|prestações)', noInterest: 'sem juros', newCustomer: 'novos (?:clientes|usuários)', firstOrder: 'primeira (?:compra|encomenda)', members: '(?:membros|sócios|assinantes)', points: 'pontos', cashback: 'cash-?back|de volta', gift: 'brinde|oferta de', limit: '(?:limite(?: de)?|máximo|máx\\.?)', per: 'por (?:cliente|pedido|pessoa|cpf)', spend: 'em compras (?:acima de|a partir de)|a partir de|acima de', every: 'a cada', deposit: 'sinal|depósito', shippingCost: 'frete|portes|envio', nothing: 'mais vendido|(?:só|apenas) \\d+ (?:em estoque|restantes?)[^.]{0,20}|\\d+ vendidos|você economiza:? ?[^.]{0,24}',
  },
  { // Polish
    freeShipping: 'darmowa (?:dostawa|wysyłka|przesyłka)|dostawa (?:gratis|za darmo|0 zł)|wysyłka gratis|bezpłatna dostawa', over: 'od|powyżej|przy zamówieniu (?:od|powyżej|za)', save: 'oszczędź|zyskaj|oszczędzasz', off: '(?:rabatu|taniej|zniżki|mniej|rabat)', upTo: '(?:nawet )?do ', coupon: '(?:kupon|bon)', code: 'kod(?:em)?(?: rabatowy(?:m)?| promocyjny)?', subscribe: 'subskrybuj i oszczędzaj|subskrypcja', flash: 'oferta (?:błyskawiczna|dnia|ograniczona czasowo|limitowana)|błyskawiczna okazja|okazja dnia|tylko dziś', buy: 'kup|przy zakupie', get: '(?:i )?(?:otrzymaj|odbierz|weź)|a', free: '(?:gratis|za darmo|za 0 zł)', pay: '(?:a |i )?(?:zapłać|płać|zapłacisz)(?: tylko)?(?: za)?', forPrice: 'za(?: tylko| jedyne)?',
    items: '(?:szt\\.?|sztuki?|produkty|produktów|artykuły|opakowania)', multi: 'rabat ilościowy|wielosztuka', second: '(?:na )?{nth}\\.? (?:szt\\.?|sztuka|sztukę|produkt)|drug[iaą] (?:produkt|sztuk[aę])', half: 'za pół ceny|50 ?% taniej|-50 ?%', instalments: 'rat(?:y|ach)?', noInterest: 'raty? 0 ?%|bez odsetek|0 ?%', newCustomer: 'nowych klientów|nowi klienci', firstOrder: 'pierwsz(?:e|y) (?:zamówienie|zakup\\p{L}*)', members: '(?:klubowicz\\p{L}*|członkowie)', points: '(?:punktów|pkt)', cashback: 'cash-?back|zwrotu', gift: 'prezent|gratis do', limit: '(?:limit|maks(?:ymalnie|\\.)?|max\\.?)', per: 'na (?:klienta|zamówienie|osobę)', spend: 'przy zakupach (?:za|od|powyżej)|powyżej|od', every: 'za każde|każde', deposit: 'zaliczka|zadatek', shippingCost: 'dostawa|wysyłka|przesyłka', nothing: 'bestseller|(?:tylko|ostatnie) \\d+ szt[^.]{0,20}|\\d+ (?:osób|osoby) kupił[^.]{0,10}|oszczędzasz:? ?[^.]{0,24}',
  },
  { // Dutch
    freeShipping: 'gratis (?:verzending|bezorging|levering|verzonden|thuisbezorgd)|(?:verzending|bezorging) (?:is )?gratis', over: 'vanaf|boven(?: de)?|bij (?:besteding|bestellingen) (?:vanaf|boven)', save: 'bespaar|krijg|ontvang', off: '(?:korting|goedkoper)', upTo: 'tot(?: wel)? ', coupon: '(?:coupon|kortingsbon|waardebon|voucher)', code: '(?:kortings|actie)?code', subscribe: 'abonneer en bespaar|abonnement', flash: 'flitsdeal|dagdeal|aanbieding van de dag|tijdelijke aanbieding|alleen vandaag|tijdelijke deal', buy: 'koop|bij aankoop van', get: '(?:en )?(?:krijg|ontvang)', free: '(?:gratis|cadeau)', pay: '(?:en )?betaal(?: er)?(?: maar| slechts)?|halen,? ', forPrice: 'voor(?: slechts| maar)?|=',
    items: '(?:stuks?|artikelen|producten|verpakkingen)', multi: 'staffelkorting|stapelkorting', second: '(?:de |het )?{nth}e (?:artikel|stuk|product)?|tweede (?:artikel|product|stuk)?', half: 'halve prijs|50 ?% korting', instalments: '(?:termijnen|maandtermijnen)', noInterest: 'renteloos|zonder rente|0 ?% rente', newCustomer: 'nieuwe klanten', firstOrder: 'eerste bestelling', members: '(?:leden|members)', points: '(?:punten)', cashback: 'cash-?back|geld terug|retour', gift: 'gratis cadeau|cadeau', limit: '(?:max(?:imaal|\\.)?|limiet(?: van)?)', per: 'per (?:klant|bestelling|persoon|huishouden)', spend: 'bij besteding (?:van|vanaf)|vanaf|bij aankoop (?:van|vanaf)', every: 'voor elke|per besteding van', deposit: 'aanbetaling', shippingCost: 'verzend(?:ing|kosten)|bezorgkosten', nothing: 'best verkocht|(?:nog|slechts) (?:maar )?\\d+ (?:op voorraad|stuks)[^.]{0,20}|\\d+ verkocht|je bespaart:? ?[^.]{0,24}',
  },
];

/** The patterns of one language. */
function wordings(w: Words): Wording[] {
  const amount = '(?:{percentOff} ?%|{offMinor})';
  const upTo = `(?<upTo>${w.upTo})?`;
  return [
    say('nothing', `(?:${w.nothing})`), say('nothing', `\\+? ?{money} (?:de |di |per la |für |voor )?(?:${w.shippingCost})(?!\\p{L})`), say('nothing', `(?:${w.shippingCost}):? {money}`),
    say('subscribe_save', `${upTo}${amount} [^.\\d]{0,24}(?:${w.subscribe})`), say('subscribe_save', `(?:${w.subscribe})[^.\\d]{0,12}${upTo}${amount}(?: ${w.off})?`), say('subscribe_save', `(?:${w.subscribe})`),
    say('installment', `(?:${w.noInterest})?[^\\d]{0,6}{periods} ?(?:x|×|${w.instalments}) ?(?:de |von |da |à |van |po |a )?{amountMinor}(?: (?:${w.noInterest}))?`), say('installment', `{periods} ?(?:${w.instalments}) (?:${w.noInterest})`), say('installment', `(?:${w.noInterest})[^\\d]{0,12}{periods} (?:${w.instalments}|monate?|mois|meses|mesi|maanden|miesięcy)`),
    say('new_user', `(?:${w.newCustomer})[^.\\d]{0,16}${amount}(?: ${w.off})?`, { audience: 'new customers' }), say('new_user', `${amount} (?:${w.off})?[^.\\d]{0,16}(?:${w.firstOrder})`, { audience: 'new customers' }), say('free_shipping', `(?:${w.over}) {thresholdMinor} (?:${w.freeShipping})`), say('free_shipping', `(?:${w.freeShipping})(?:[^.\\d$€£]{0,24}?(?:${w.over}) {thresholdMinor})?`),
    say('member', `(?:${w.members})[^.\\d]{0,16}${upTo}${amount}(?: ${w.off})?`, { audience: 'members' }), say('points', `{points} (?:extra |bonus)?(?:${w.points})(?!\\p{L}| (?:of|de|d'|on))`), say('cashback', `${upTo}${amount} (?:${w.cashback})`), say('cashback', `(?:${w.cashback})[^.\\d]{0,8}${amount}`),
    say('buy_x_get_y', `(?:${w.buy}) {buy}(?: ${w.items})?,? ?(?:${w.get}) {get}(?: ${w.items})? ?(?:${w.free})`, { implies: { percentOff: 100 } }), say('buy_x_get_y', `{buy} ?\\+ ?{get} (?:${w.free})`, { implies: { percentOff: 100 } }), say('buy_x_pay_y', `(?:${w.buy}) {buy}(?: ${w.items})?,? ?(?:${w.pay}) {pay}(?! ?(?:[%€£$]|zł|EUR))`), say('buy_x_pay_y', '^{buy} ?x ?{pay}$'), say('buy_x_pay_y', `(?<![\\d.,€$£])\\b{buy} (?:${w.forPrice}|halen,?|x) {pay}(?: betalen)?(?![\\d.,]| ?(?:[%€£$]|zł|EUR|R\\$|kr))`),
    say('multibuy_price', `\\b{qty} ?(?:${w.items} )?(?:${w.forPrice}) {totalMinor}`), say('nth_discount', `(?:${w.second}) ?(?:${w.half})`, { implies: { payRatio: 0.5 } }), say('nth_discount', `(?:${w.second}) ?(?:à|al|con|com|met|mit|z|za)? ?-?{percentOff} ?%(?: ${w.off})?`), say('nth_discount', `-?{percentOff} ?%(?: ${w.off})? (?:auf|sur|en|su|na|op)(?: le| la| den| das| el| il| o| a| de)? ?(?:${w.second})`),
    say('purchase_limit', `(?:${w.limit}) {maxQty}(?: ${w.items})? (?:${w.per})`),
    say('coupon', `${amount}(?: ${w.off})?[^.%€$£\\d]{0,30}(?:${w.code}):? ?"?{code}"?`), say('coupon', `(?:${w.code}):? ?"?{code}"?[ :,-]{0,3}[^.\\d€$£]{0,16}${amount}(?: ${w.off})?`), say('coupon', `(?:${w.coupon})[^.\\d€$£]{0,12}${amount}[^.\\d]{0,40}`), say('coupon', `${amount}[ -]?(?:${w.off} )?(?:mit |avec |con |com |z |met )?(?:${w.coupon})[^.\\d]{0,40}`), say('coupon', `(?:${w.code}):? ?"?{code}"?$`),
    say('qty_discount', `${upTo}{percentOff} ?%(?: ${w.off})? ?(?:sparen |${w.save} )?(?:mit |con |avec |met |com |z )?(?:${w.multi})`), say('qty_discount', `(?:${w.buy}) {minQty}(?: ${w.items})?[^.\\d€$£]{0,16}{percentOff} ?%(?: ${w.off})?`), say('qty_reduction', `(?:${w.buy}) {minQty}(?: ${w.items})?[^.\\d€$£]{0,16}(?:${w.save}) {offMinor}`), say('qty_discount', `{percentOff} ?%(?: ${w.off})? (?:ab|dès|a partir de|da|od|vanaf|bei|per|bij|en) {minQty} (?:${w.items})`),
    say('every_full_reduction', `{offMinor}(?: ${w.off})? (?:${w.every}) {thresholdMinor}`, { implies: { repeat: true } }), say('full_reduction', `{offMinor}(?: ${w.off})? (?:${w.spend}) {thresholdMinor}`), say('full_discount', `{percentOff} ?%(?: ${w.off})? (?:${w.spend}) {thresholdMinor}`), say('flash_sale', `(?:${w.flash})`), say('gift', `(?:${w.gift})[^.\\d]{0,24}(?:(?:${w.spend}) {thresholdMinor})?`), say('presale_deposit', `(?:${w.deposit}):? {depositMinor}`),
    say('coupon', `^(?:${w.save}) {percentOff} ?%$`), say('direct_reduction', `${upTo}(?:-)?${amount} (?:${w.off})(?!\\p{L})`), say('direct_reduction', `(?:${w.save}) ${upTo}${amount}`), say('direct_reduction', `(?:rabatt|remise|descuento|sconto|desconto|rabat|korting|réduction) (?:von |de |di |van )?${upTo}${amount}`), say('coupon', `^(?:${w.coupon})$`),
  ];
}

export const OTHERS: readonly Wording[] = LANGUAGES.flatMap(wordings);
