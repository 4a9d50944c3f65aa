/** The words of one language, as regular expression sources; `others.ts` makes the patterns. Ordinals are `2.`, `2e`, `2a` by now. */
export interface Words {
  readonly language: string;
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

/** German, French, Spanish, Italian, Portuguese, Polish and Dutch: they share their shapes. */
export const LANGUAGES: readonly Words[] = [
  {
    language: 'de', freeShipping: '(?:(?:gratis|kostenlose[rn]?|kostenfreie[rn]?)(?:-| )?(?:\\d-tage-)?(?:standard)?(?:versand|lieferung|zustellung)|versandkostenfrei\\p{L}*|portofrei|versand (?:ist )?(?:gratis|kostenlos|frei|geschenkt))(?: durch amazon)?', over: 'ab|über|ab einem (?:bestellwert|einkaufswert|einkauf) von', save: 'spare[nt]?|sparen sie|erhalte[nt]?', off: '(?:rabatt|nachlass|sofortrabatt|reduziert|günstiger|sparen|extra|auf alles)', upTo: 'bis zu |bis |max\\.? ',
    coupon: '(?:coupon|gutschein|rabattcoupon|rabattgutschein)', code: '(?:rabatt|gutschein|aktions)?-?code', subscribe: '(?:im )?spar-?abo|abonnieren und sparen', flash: 'blitzangebot\\p{L}*|befristetes angebot|angebot des tages|tagesangebot|zeitlich begrenztes angebot|wochenangebot|angebot der woche|deal des tages|tagesdeal', buy: 'kaufe?n?(?: sie)?|nimm|beim kauf von|bei abnahme von', get: 'erhalte[n]?(?: sie)?|bekomme?n?|und', free: '(?:gratis|kostenlos|geschenkt|umsonst)', pay: '(?:und )?(?:be)?zahle?n?(?: sie)?(?: nur)?|zum preis von', forPrice: 'für(?: nur| zusammen| insgesamt)?|zum preis von|zu(?: je)?',
    items: '(?:stück|artikeln?|packungen|produkten?|teilen?|flaschen|paar|stk\\.?|sets?|kartons?)', multi: 'multi-?rabatt|mengenrabatt|beim kauf mehrerer', second: '(?:den |der |das |zum |dein(?:en)? )?{nth}\\.(?: (?:artikel|stück|teil|produkt|paar|packung))?', half: '(?:gibt es |erhältst du )?(?:zum |für den )?halben preis|50 ?% (?:günstiger|reduziert)', instalments: '(?:monatliche[n]? )?(?:monats)?raten', noInterest: '0 ?% finanzierung|zinsfrei|ohne zinsen', newCustomer: 'neukunden\\p{L}*', firstOrder: '(?:erste|1\\.)\\p{L}? bestellung|ersteinkauf', members: '(?<member>prime|club|plus|payback)?-?mitglieder', points: '(?:bonus|payback-|°?p-)?(?:punkte|°p)', cashback: 'cash-?back|geld zurück',
    gift: 'gratis-?(?:geschenk|zugabe|artikel)|geschenk gratis|gratis dazu', limit: '(?:max(?:imal|\\.)?|höchstens|begrenzt auf)', per: 'pro (?:kunde|bestellung|haushalt|person)', spend: 'ab(?: einem)?(?: (?:einkauf|bestellwert|einkaufswert|mindestbestellwert|warenkorb)(?: von)?)?|bei (?:einem )?(?:einkauf|bestellwert|bestellung(?:en)?|einkäufen)(?: von| ab| über)?|über', every: 'je|pro|für jede', deposit: 'anzahlung', shippingCost: 'versand(?:kosten)?|lieferkosten|versandgebühr', nothing: 'bestseller|top[- ]?angebot[e!]?|wow!? angebote|nur noch \\d+ [^.]{0,20}|\\d+ verkauft|geld-zurück-garantie|sie sparen:? ?(?:{money}|\\d{1,3} ?%)[^.]{0,12}|tiefpreisgarantie',
  },
  {
    language: 'fr', freeShipping: 'livraison (?:standard |express |rapide )?(?:gratuite|offerte)|frais de port (?:gratuits|offerts)|port offert', over: 'dès|à partir de|au-dessus de|supérieure? à', save: 'économisez|économie de|profitez de|bénéficiez de', off: '(?:de (?:réduction|remise|rabais)|remise|offerts)', upTo: 'jusqu\'à |jusqu’à ', coupon: '(?:coupon|bon de réduction|bon d\'achat)', code: 'code(?: promo| avantage)?', subscribe: 'prévoyez (?:et|&) économisez|abonnez-vous|abonnement', flash: 'vente flash|offre (?:éclair|flash|du jour|à durée limitée)|ventes? flash|offre limitée', buy: 'achetez(?:-en)?|pour|l\'achat de|prenez(?:-en)?', get: '(?:et )?(?:obtenez|recevez|le)', free: '(?:gratuite?s?|offerte?s?)', pay: '(?:et )?(?:ne )?payez(?:-en)?(?: que)?|=|pour le prix (?:de|d\')', forPrice: 'pour(?: seulement)?|pour le prix (?:de|d\')',
    items: '(?:articles?|produits?|pièces?|lots?|achetée?s|paires?)(?: achetée?s)?', multi: 'réduction sur la quantité|prix dégressif', second: '(?:le |la |votre )?{nth}(?:ème|ième|nde|nd|e|è)(?: (?:article|produit|paire|pièce))?', half: '(?:est )?à moitié prix|à -?50 ?%', instalments: '(?:fois|mensualités)', noInterest: 'sans frais', newCustomer: 'nouveaux? (?:clients?|membres?)', firstOrder: '(?:première|1(?:ère|re)) commande', members: '(?:membres?|adhérents?)', points: 'points(?: de)?(?: fidélité| bonus)?', cashback: 'cash-?back|remboursés?|odr', gift: 'cadeau (?:offert|gratuit)|un cadeau|(?:échantillon|trousse|sac|pochette) (?:offerte?|gratuite?)', limit: '(?:limité à|maximum|max\\.?)', per: 'par (?:client|commande|foyer|personne)', spend: 'dès|pour tout achat (?:de|supérieur à)|à partir de|pour(?= \\d[\\d.,]{0,8} ?€ ?(?:d\'achat|et plus))|sur les commandes (?:de plus de|supérieures à)', every: 'par tranche de|tous les', deposit: 'acompte', shippingCost: 'livraison|frais de port|port', nothing: 'meilleure vente|plus que \\d+ [^.]{0,20}|\\d+ vendus|satisfait ou remboursé|vous économisez:? ?[^.]{0,24}',
  },
  {
    language: 'es', freeShipping: 'env[ií]o (?:estándar |rápido )?(?:gratis|gratuito)|gastos de envío gratis|env[ií]os gratis', over: 'a partir de|desde|superiores? a|mayores? a|en pedidos de', save: 'ahorra(?:s)?|ahorre', off: '(?:de descuento|dto\\.?|descuento|de dto\\.?|menos)', upTo: 'hasta (?:un )?', coupon: '(?:cup[oó]n)', code: 'c[oó]digo(?: promocional| de descuento)?', subscribe: 'suscr[ií]bete y ahorra|suscripción', flash: 'oferta (?:flash|relámpago|del día|por tiempo limitado)|ofertas? flash', buy: 'compra|lleva|llévate|al comprar', get: '(?:y )?(?:llévate|lleva|recibe|obtén)', free: '(?:gratis|de regalo)', pay: '(?:y )?paga(?: s[oó]lo)?', forPrice: 'por(?: s[oó]lo)?',
    items: '(?:art[ií]culos?|productos?|unidades?|uds?\\.?|piezas?)', multi: 'descuento por cantidad', second: '(?:el |la |en la |en tu )?{nth}[ºªao°]?\\.? (?:unidad|artículo|producto|par|ud\\.?)', half: 'a mitad de precio|al 50 ?%', instalments: '(?:cuotas|meses|plazos|mensualidades)', noInterest: 'sin inter[ée]s(?:es)?', newCustomer: 'nuevos (?:clientes|usuarios)', firstOrder: 'primer(?:a)? (?:compra|pedido)', members: '(?:miembros|socios)', points: 'puntos', cashback: 'cash-?back|reembolso', gift: 'regalo (?:gratis|incluido)|de regalo', limit: '(?:límite(?: de)?|máximo|máx\\.?)', per: 'por (?:cliente|pedido|persona)', spend: 'a partir de|(?:por|en) (?:compras|pedidos) (?:de más de|de|superiores a|mayores a|desde)|por compras|desde|gastando', every: 'por cada|cada', deposit: 'depósito|anticipo', shippingCost: 'env[ií]o|gastos de envío', nothing: 'más vendido|(?:solo|sólo) quedan? \\d+ [^.]{0,20}|\\d+ vendidos|ahorras:? ?[^.]{0,24}',
  },
  {
    language: 'it', freeShipping: 'spedizione (?:standard |veloce )?(?:gratuita|gratis)|consegna gratuita', over: 'da|oltre|sopra|a partire da|superiori a|per ordini (?:sopra|oltre|superiori a)', save: 'risparmia|risparmi', off: '(?:di sconto|sconto|in meno|sconti|di risparmio)', upTo: 'fino (?:a(?:l)?|all\') ?', coupon: '(?:coupon|buono(?: sconto)?)', code: 'codice(?: sconto| promo)?', subscribe: 'iscriviti e risparmia|abbonati e risparmia|abbonamento', flash: 'offerta (?:lampo|a tempo|del giorno|flash)|offerte lampo', buy: 'acquista(?:ne)?|compra(?:ne)?|prendi', get: '(?:e )?(?:ricevi|ottieni|avrai)', free: '(?:gratis|in omaggio|omaggio)', pay: '(?:e )?paghi(?:ne)?(?: solo)?|paga(?:ne)?', forPrice: 'a(?: soli| solo)?|per',
    items: '(?:articoli|prodotti|pezzi|confezioni)', multi: 'sconto quantità', second: '(?:il |la |sul |sulla )?{nth}[°ºoaª]? (?:articolo|prodotto|pezzo|paio|confezione)', half: 'a metà prezzo|al 50 ?%', instalments: '(?:rate|mensilità)', noInterest: 'senza interessi|a tasso zero|tasso 0', newCustomer: 'nuovi (?:clienti|utenti|iscritti)', firstOrder: 'primo (?:ordine|acquisto)', members: '(?:soci|membri|iscritti)', points: 'punti', cashback: 'cash-?back|rimborso', gift: 'omaggio|regalo', limit: '(?:limite(?: di)?|massimo|max\\.?)', per: 'per (?:cliente|ordine|persona)', spend: 'con una spesa (?:di|minima di)|(?:per|su) (?:ordini|acquisti|una spesa) (?:da|superiori? a|oltre|di|di almeno)|spendendo|oltre|a partire da|sopra i', every: 'ogni', deposit: 'acconto|caparra', shippingCost: 'spedizione|spese di spedizione', nothing: 'più venduto|solo \\d+ rimast[^.]{0,20}|\\d+ venduti|risparmi(?!a):? ?[^.]{0,24}',
  },
  {
    language: 'pt', freeShipping: 'frete gr[áa]tis|portes gr[áa]tis|envio gr[áa]tis|entrega gr[áa]tis', over: 'a partir de|acima de|em compras (?:acima de|a partir de)|para compras', save: 'economize|poupe|ganhe', off: '(?:de desconto|desconto)', upTo: 'até ', coupon: '(?:cupom|cupão|vale)', code: 'c[óo]digo', subscribe: 'assine e economize|programe e poupe|assinatura', flash: 'oferta (?:rel[âa]mpago|do dia|por tempo limitado|flash)|ofertas? flash', buy: 'compre|leve|na compra de|comprando|levando', get: '(?:e )?(?:leve|ganhe|receba)', free: '(?:gr[áa]tis|de brinde)', pay: '(?:e )?pague(?: apenas| só)?', forPrice: 'por(?: apenas| só)?',
    items: '(?:itens|produtos?|unidades?|peças?|artigos?)', multi: 'desconto progressivo', second: '(?:o |a |na |no )?{nth}[ºªao°]? (?:unidade|item|produto|peça|par)', half: 'pela metade(?: do preço)?|com 50 ?%', instalments: '(?:x|vezes|parcelas|prestações)', noInterest: 'sem juros', newCustomer: 'novos (?:clientes|usuários)', firstOrder: 'primeira (?:compra|encomenda)', members: '(?:membros|sócios|assinantes)', points: 'pontos', cashback: 'cash-?back|de volta', gift: 'brinde|oferta de', limit: '(?:limite(?: de)?|máximo|máx\\.?)', per: 'por (?:cliente|pedido|pessoa|cpf)', spend: '(?:em|nas|para) compras (?:acima de|a partir de|de)|a partir de|acima de|em pedidos acima de', every: 'a cada', deposit: 'sinal|depósito', shippingCost: 'frete|portes|envio', nothing: 'mais vendido|(?:só|apenas) \\d+ (?:em estoque|restantes?)[^.]{0,20}|\\d+ vendidos|você economiza:? ?[^.]{0,24}',
  },
  {
    language: 'pl', freeShipping: 'darmowa (?:dostawa|wysyłka|przesyłka)|dostawa (?:gratis|za darmo|0 zł)|wysyłka gratis|bezpłatna dostawa', over: 'od|powyżej|przy zamówieniu (?:od|powyżej|za)', save: 'oszczędź|zyskaj|oszczędzasz', off: '(?:rabatu|taniej|zniżki|mniej|rabat)', upTo: '(?:nawet )?do ', coupon: '(?:kupon|bon)', code: 'kod(?:em)?(?: rabatowy(?:m)?| promocyjny)?', subscribe: 'subskrybuj i oszczędzaj|subskrypcja', flash: 'oferta (?:błyskawiczna|dnia|ograniczona czasowo|limitowana)|błyskawiczna okazja|okazja dnia|tylko dziś', buy: 'kup|przy zakupie', get: '(?:i )?(?:otrzymaj|odbierz|weź)|a', free: '(?:gratis|za darmo|za 0 zł)', pay: '(?:a |i )?(?:zapłać|płać|zapłacisz)(?: tylko)?(?: za)?|w cenie', forPrice: 'za(?: tylko| jedyne)?|w cenie',
    items: '(?:szt\\.?|sztuk[ia]?|produkty|produktów|artykuły|opakowania)', multi: 'rabat ilościowy|wielosztuka', second: '(?:na )?{nth}\\.? ?(?:szt\\.?|sztuk[aęi]|produkt|para|parę)?', half: 'za pół ceny|50 ?% taniej|-50 ?%', instalments: 'rat(?:y|ach)?', noInterest: 'raty? 0 ?%|bez odsetek|0 ?%', newCustomer: 'nowych klientów|nowi klienci', firstOrder: 'pierwsz(?:e|y) (?:zamówienie|zakup\\p{L}*)', members: '(?:klubowicz\\p{L}*|członkowie)', points: '(?:punktów|pkt)', cashback: 'cash-?back|zwrotu', gift: 'prezent|gratis do', limit: '(?:limit|maks(?:ymalnie|\\.)?|max\\.?)', per: 'na (?:klienta|zamówienie|osobę)', spend: 'przy zakupach (?:za|od|powyżej)|powyżej|od', every: 'za każde|każde', deposit: 'zaliczka|zadatek', shippingCost: 'dostawa|wysyłka|przesyłka', nothing: 'bestseller|(?:tylko|ostatnie) \\d+ szt[^.]{0,20}|\\d+ (?:osób|osoby) kupił[^.]{0,10}|oszczędzasz:? ?[^.]{0,24}',
  },
  {
    language: 'nl', freeShipping: 'gratis (?:verzending|bezorging|bezorgd|levering|geleverd|verzonden|thuisbezorgd)|(?:verzending|bezorging) (?:is )?gratis', over: 'vanaf|boven(?: de)?|bij (?:besteding|bestellingen) (?:vanaf|boven)', save: 'bespaar|krijg|ontvang', off: '(?:korting|goedkoper)', upTo: 'tot(?: wel)? ', coupon: '(?:coupon|kortingsbon|waardebon|voucher)', code: '(?:kortings|actie)?code', subscribe: 'abonneer en bespaar|abonnement', flash: 'flitsdeal|dagdeal|aanbieding van de dag|tijdelijke aanbieding|alleen vandaag|tijdelijke deal', buy: 'koop|bij aankoop van', get: '(?:en )?(?:krijg|ontvang)', free: '(?:gratis|cadeau)', pay: '(?:en )?betaal(?: er)?(?: maar| slechts)?|halen,? ', forPrice: 'voor(?: slechts| maar)?|=',
    items: '(?:stuks?|artikelen|producten|verpakkingen)', multi: 'staffelkorting|stapelkorting', second: '(?:de |het |je )?{nth}e(?: (?:artikel|stuk|product|paar))?', half: 'halve prijs|50 ?% korting', instalments: '(?:termijnen|maandtermijnen)', noInterest: 'renteloos|zonder rente|0 ?% rente', newCustomer: 'nieuwe klanten', firstOrder: 'eerste bestelling', members: '(?:leden|members)', points: '(?:punten)', cashback: 'cash-?back|geld terug|retour', gift: 'gratis cadeau|cadeau', limit: '(?:max(?:imaal|\\.)?|limiet(?: van)?)', per: 'per (?:klant|bestelling|persoon|huishouden)', spend: '(?:bij|met) (?:een )?(?:besteding|bestelling|aankoop) (?:van|vanaf|boven)(?: minimaal)?|vanaf|boven(?: de)?|bij', every: 'voor elke|per besteding van', deposit: 'aanbetaling', shippingCost: 'verzend(?:ing|kosten)|bezorgkosten', nothing: 'best verkocht|(?:nog|slechts) (?:maar )?\\d+ (?:op voorraad|stuks)[^.]{0,20}|\\d+ verkocht|je bespaart:? ?[^.]{0,24}',
  },
];
