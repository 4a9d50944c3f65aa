import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../model/reading.ts';
import { parseAvailability } from '../../../crawlers/read/text/availability.ts';
import { listing, page } from './pages.ts';

/*
 * How shops of some forty languages say whether an article can be bought. What is understood as a text must also be noticed on a page: in a plain
 * element, in one named after stock, and, where it says sold out, on a button that is switched off.
 */
const SAID = {
  in_stock: [
    'Dispatched today if ordered before 3pm', 'Uit voorraad leverbaar',
    'Skladem > 5 ks', 'Skladem u dodavatele', 'På lager', 'Sofort verfügbar, Lieferzeit: 1-3 Tage', 'Lieferbar in 2-3 Werktagen', 'Διαθέσιμο', 'Άμεσα διαθέσιμο',
    'Σε απόθεμα', 'Hay existencias', 'Disponible en 24 horas', 'Varastossa', 'Heti toimitettavissa', 'En stock', 'Disponible sur commande', 'Na zalihi', 'Dostupno',
    'Raktáron', 'Készleten', 'Tersedia', 'Disponibile', 'Disponibilità immediata', '在庫あり', '通常2~3日以内に発送します。', '在庫:○', '구매하기', '재고 있음', 'Yra sandėlyje', 'Ir noliktavā',
    'Laos', 'Op voorraad', 'Morgen in huis', 'Dostępny', 'Na stanie', 'Wysyłka w 24h', 'Em estoque', 'Disponível', 'Disponível para encomenda', 'În stoc', 'In stoc',
    'Disponibil', 'В наличии', 'Есть на складе', 'Є в наявності', 'Готовий до відправлення', 'Na sklade', 'Skladom', 'Na zalogi', 'I lager', 'Finns i lager', 'มีสินค้า',
    'Stokta var', 'Còn hàng', '有库存', '现货', '尚有庫存', 'במלאי', 'متوفر', 'متوفر في المخزون', 'موجود', 'स्टॉक में', '5 in stock', 'In stock, ready to ship', 'In Stock.',
    'Usually dispatched within 2 to 3 days', 'Stock: 12', 'Availability: In stock', 'Availability: 1 in stock', 'Ships in 2-3 weeks', 'More than 10 available',
    '10+ available', 'In stock at 3 stores', 'Available in store only', 'Item back in stock!', 'Back in stock', 'Special order', 'Lieferbar ab Lager', 'Bestand: 4 Stück',
    'Lagerbestand: 25', '10 Stück auf Lager', '> 10 Stück verfügbar',
  ],
  low: [
    'Beperkt op voorraad', '¡Última unidad!', 'Begrænset lager', 'Sắp hết hàng', 'เหลือเพียง 2', 'Stok hampir habis', '尚餘2件', 'Nur noch 2 auf Lager', 'Nur noch wenige Artikel auf Lager', 'Solo quedan 3 disponibles', 'Últimas unidades en stock', 'Derniers articles en stock',
    'Il ne reste plus que 2 exemplaire(s) en stock', 'Utolsó darabok', 'Ultimi articoli in magazzino', 'Solo 1 rimasto', '残り3点', '残りわずか', '在庫わずか', '在庫:△',
    'Få igjen på lager', 'Laatste artikelen in voorraad', 'Nog 2 stuks op voorraad', 'Ostatnie sztuki w magazynie', 'Zostały ostatnie 2 sztuki',
    'Últimas peças em estoque', 'Restam apenas 2', 'Stoc limitat', 'Ultimele bucăți în stoc', 'Fåtal kvar', 'Få i lager', 'Son 3 ürün', 'Tükenmek üzere',
    'Chỉ còn 2 sản phẩm', '剩餘 3 件', 'Only 3 left in stock - order soon.', 'Low stock', 'Low stock: 2 left', 'Last items in stock', 'Almost gone', 'Limited stock',
    'Stock level: low',
  ],
  out_of_stock: [
    'Add to waitlist', 'Kifogyott', 'I restordre', 'Wird nachgeliefert', '没货',
    'Изчерпано', 'Няма наличност', 'Vyprodáno', 'Momentálně nedostupné', 'Není skladem', 'Udsolgt', 'Ikke på lager', 'Midlertidigt udsolgt', 'Ausverkauft',
    'Nicht vorrätig', 'Nicht auf Lager', 'Artikel derzeit nicht verfügbar', 'Dieser Artikel steht derzeit nicht zur Verfügung!', 'Momentan nicht lieferbar',
    'Wieder verfügbar ab 12.12.', 'Εξαντλήθηκε', 'Εξαντλημένο', 'Μη διαθέσιμο', 'Agotado', 'Producto agotado temporalmente', 'Sin existencias', 'Fuera de stock',
    'Este producto ya no está disponible', 'Loppuunmyyty', 'Loppu varastosta', 'Tilapäisesti loppu', 'Ei varastossa', 'Épuisé', 'Rupture de stock',
    'Temporairement indisponible', 'Ce produit n\'est plus en stock', 'Produit en cours de réapprovisionnement', 'Actuellement indisponible.', 'Bientôt disponible',
    'Rasprodano', 'Nema na zalihi', 'Trenutno nedostupno', 'Elfogyott', 'Nincs raktáron', 'Jelenleg nem elérhető', 'Habis', 'Stok habis', 'Stok kosong', 'Terjual habis',
    'Esaurito', 'Non disponibile', 'Momentaneamente non disponibile', 'Attualmente non disponibile.', 'Fuori stock', '売り切れ', '在庫切れ', '入荷待ち', '完売しました', 'SOLD OUT',
    '現在お取り扱いできません。', '在庫:×', '次回入荷未定', '품절', '일시품절', '재입고 알림', '품절된 상품입니다', '현재 구매할 수 없는 상품입니다', 'Išparduota', 'Nėra sandėlyje', 'Prekės neturime', 'Izpārdots',
    'Nav noliktavā', 'Läbi müüdud', 'Laost otsas', 'Otsas', 'Utsolgt', 'Ikke tilgjengelig', 'Midlertidig utsolgt', 'Uitverkocht', 'Niet op voorraad',
    'Tijdelijk niet leverbaar', 'Voorraad: 0', 'Niet leverbaar', 'Wyprzedane', 'Brak w magazynie', 'Produkt niedostępny', 'Brak towaru', 'Produkt chwilowo niedostępny',
    'Powiadom o dostępności', 'Dostępność: brak towaru', 'Esgotado', 'Produto esgotado', 'Fora de estoque', 'Indisponível', 'Avise-me quando chegar', 'Sem stock',
    'Stoc epuizat', 'Indisponibil', 'Nu este în stoc', 'Alertă stoc', 'Продано', 'Нет в наличии', 'Распродано', 'Товар закончился', 'Ожидается поступление',
    'Нет на складе', 'Уведомить о поступлении', 'Временно отсутствует', 'Немає в наявності', 'Закінчився', 'Повідомити про наявність', 'Vypredané', 'Nie je na sklade',
    'Momentálne nedostupné', 'Strážiť dostupnosť', 'Razprodano', 'Ni na zalogi', 'Ni na voljo', 'Slutsåld', 'Slut i lager', 'Tillfälligt slut', 'Ej i lager',
    'Bevaka produkten', 'ขายหมดแล้ว', 'สินค้าหมด', 'หมด', 'สินค้าหมดชั่วคราว', 'Tükendi', 'Stokta yok', 'Gelince haber ver', 'Geçici olarak temin edilemiyor',
    'Temin edilemiyor', 'Đã bán hết', 'Hết hàng', 'Tạm hết hàng', '售罄', '已售完', '缺货', '无库存', '补货中', '已抢完', '到货提醒', '已售罄，补货中', '售完補貨中', '銷售一空', '庫存不足', '暂时缺货', '即将上市',
    '所选地区无货', 'נמכר', 'אזל מהמלאי', 'המוצר אזל', 'لا يوجد في المخزون', 'نفدت الكمية', 'نفذ من المخزون', 'غير متوفر حالياً', 'أعلمني عند التوفر', 'ناموجود',
    'स्टॉक में नहीं है', 'Out of stock', 'Product is out of stock', 'Out-of-Stock', 'This product is currently out of stock and unavailable.',
    'Sorry, this item is sold out', 'Sold out online', 'Temporarily out of stock', 'We don\'t know when or if this item will be back in stock.',
    'Notify me when available', 'Email when in stock', 'Email me when back in stock', 'Available on backorder', 'Backordered', 'Coming soon', 'No longer available',
    'Out of Stock Online', 'Check back soon', 'Waitlist', 'Join the waitlist', 'Unavailable', 'Not in stock', '0 available', 'Availability: Out Of Stock',
    'This item is not available for delivery to your area', 'Currently no stock', 'No stock', 'Zero stock', 'Restocking soon', 'Get notified', 'Auf Lager: 0',
    'Leider ausverkauft', 'Bald wieder da', 'Demnächst verfügbar', 'Demnächst wieder lieferbar', 'Abverkauft', 'Nicht mehr lieferbar',
  ],
  preorder: [
    'Vorbestellung', 'Előrendelés', '予約受付中', '예약판매', 'Precomandă', 'Pre-order', 'Available for pre-order. This item will be released on 5 March', 'Pre Order Now',
  ],
  delisted: [
    'End of life product', 'No longer manufactured', 'Product retired', '生産完了',
    '단종', 'Dit product is niet meer leverbaar', 'Снято с производства', 'Снят с продажи', 'Utgått', 'Ngừng kinh doanh', 'Discontinued',
  ],
} as const;
const NOTHING = [
    'Na dotaz', 'Na objednávku', 'Κατόπιν παραγγελίας', 'Ordinabile', '販売期間外', 'お取り寄せ', 'Turime', 'Na zamówienie', 'Под заказ', 'Мало', 'Много',
    'Ships from and sold by Acme', 'Sale ended', 'Delivery available', 'Free delivery available', 'Gift wrapping available', 'Available in 3 colours', 'Sold by Acme Ltd',
    'Best sold item', '120 sold', 'Stock code: AB123', 'Reserve now', 'Call for availability', 'Check availability', 'Check store availability',
    'See availability in stores', 'Verfügbarkeit prüfen', 'Verfügbarkeit in der Filiale prüfen', 'Disponibilità in negozio', 'Vérifier la disponibilité en magasin',
    'Consultar disponibilidad', 'Zobacz dostępność w salonach', 'Auf Bestellung',
];
const BUTTONS = [
    'Добавяне в количката', 'Добави в количката', 'Купи', 'Přidat do košíku', 'Vložit do košíku', 'Koupit', 'Læg i indkøbskurv', 'Læg i kurven', 'Tilføj til kurv',
    'Køb nu', 'In den Einkaufswagen', 'In den Warenkorb legen', 'Zum Warenkorb hinzufügen', 'In die Einkaufstasche', 'Kaufen', 'Προσθήκη στο καλάθι', 'Αγορά',
    'Agregar al carrito', 'Añadir a la cesta', 'Añadir al carro', 'Añadir a la bolsa', 'Comprar ya', 'Lo quiero', 'Lisää ostoskoriin', 'Lisää koriin', 'Osta',
    'Ajouter au panier', 'Acheter maintenant', 'Ajouter à mon panier', 'Dodaj u košaricu', 'Kupi', 'Dodaj u korpu', 'Kosárba', 'Hozzáadás a kosárhoz', 'Kosárba teszem',
    'Tambahkan ke keranjang', 'Masukkan Keranjang', 'Beli Sekarang', 'Beli', 'Aggiungi al carrello', 'Acquista', 'Compra ora', 'カートに追加する', 'カートに入れる', '買い物かごに入れる',
    '今すぐ購入', '장바구니에 추가', '장바구니', '바로 구매', '구매하기', 'Įtraukti į krepšelį', 'Į krepšelį', 'Pridėti į krepšelį', 'Pievienot grozam', 'Ielikt grozā', 'Lisa ostukorvi',
    'Lisa korvi', 'Legg i handlekurven', 'Legg i handlekurv', 'Kjøp', 'In winkelwagen', 'In mijn winkelwagen', 'Toevoegen aan winkelwagen', 'Bestellen',
    'Dodaj do koszyka', 'Do koszyka', 'Kup teraz', 'Kup', 'Adicionar ao carrinho', 'Adicionar à sacola', 'Comprar', 'Adicionar ao cesto', 'Adaugă în coș',
    'Adaugă în coșul de cumpărături', 'Cumpără', 'Добавить в корзину', 'В корзину', 'Купить', 'Купить в 1 клик', 'Заказать', 'Купити', 'Додати в кошик', 'До кошика',
    'Pridať do košíka', 'Do košíka', 'Kúpiť', 'Dodaj v košarico', 'V košarico', 'Lägg i varukorgen', 'Lägg i varukorg', 'Köp', 'Handla', 'เพิ่มลงตะกร้า', 'ซื้อเลย',
    'หยิบใส่ตะกร้า', 'Sepete Ekle', 'Hemen Al', 'Satın Al', 'Thêm vào giỏ hàng', 'Mua ngay', 'Chọn mua', '加入购物车', '立即购买', '加入購物車', '放入購物車', '馬上買', '立即結帳', '直接购买',
    'הוסף לסל', 'הוספה לסל', 'קנה עכשיו', 'أضف إلى السلة', 'أضف إلى عربة التسوق', 'إضافة إلى السلة', 'اشتر الآن', 'اشتري الآن', 'افزودن به سبد خرید', 'Add to cart',
    'Add to bag', 'Add to basket', 'Add To Trolley', 'Add to shopping bag', 'Add', 'Buy now', 'Buy it now', 'Purchase', 'Order now', 'Shop now', 'Buy',
    'Add to Shopping Cart', 'कार्ट में जोड़ें',
];

const HEAD = '<h1>Cordless drill 18V</h1><p class="price">12,99 €</p>';
const stock = (body: string) => valueOf(listing(page(undefined, `${HEAD}${body}`)).fields.availability);
/** Whether it can be bought, however many there are. */
const side = (value: string | undefined): string | undefined => (value === 'low' ? 'in_stock' : value === 'delisted' ? 'out_of_stock' : value);

describe.each(Object.entries(SAID))('%s', (state, texts) => {
  it.each(texts)('%s', (text) => {
    expect(parseAvailability(text)).toBe(state);
    expect(side(stock(`<div class="info"><span>${text}</span></div>`))).toBe(side(state));
    expect(side(stock(`<p class="stock-status">${text}</p>`))).toBe(side(state));
    if (side(state) === 'out_of_stock') expect(side(stock(`<form><button type="submit" disabled>${text}</button></form>`))).toBe('out_of_stock');
  });
});

describe('texts that say nothing of the stock', () => {
  it.each(NOTHING)('%s', (text) => {
    expect(parseAvailability(text)).toBeUndefined();
  });
});

describe('buttons that sell', () => {
  it.each(BUTTONS)('%s', (text) => {
    expect(stock(`<form><button type="submit">${text}</button></form>`)).toBe('in_stock');
  });

  it.each(['Buy', 'Add', 'Kaufen', 'Osta', 'Köp', 'Купить'])('%s alone is a button only where something is pressed', (text) => {
    expect(stock(`<ul class="menu"><li><a href="/x">${text}</a></li></ul>`)).toBeUndefined();
  });
});

describe('a negation before the words, with other words between', () => {
  it.each([
    'Pole hetkel saadaval', 'This article is not currently in our stock', 'Der Artikel ist leider nicht online bestellbar', 'Ce produit n\'est pas encore disponible', 'Zboží není bohužel skladem', 'Produkten är inte längre i lager',
    'Товара нет сейчас в наличии', 'De artikelen zijn niet meer op voorraad', 'Il prodotto non è al momento disponibile', 'Hiện không còn hàng',
  ])('%s', (text) => {
    expect(parseAvailability(text)).toBe('out_of_stock');
  });

  it.each(['Not only in stock but discounted', 'Nicht nur online, sofort lieferbar', 'Nu op voorraad', 'No momento disponível'])('%s is none', (text) => {
    expect(parseAvailability(text)).toBe('in_stock');
  });
});

describe('words about stock on a page', () => {
  it.each(['Notify me when available', 'Benachrichtigen, wenn verfügbar', 'Powiadom o dostępności', '入荷お知らせ'])('an offer to write (%s) is worth less than a button that sells', (text) => {
    expect(stock(`<p class="stock-alert">${text}</p><button>Add to cart</button>`)).toBe('in_stock');
    expect(stock(`<p class="stock-alert">${text}</p>`)).toBe('out_of_stock');
    expect(stock(`<p class="stock-alert">${text}</p><button disabled>Add to cart</button>`)).toBe('out_of_stock');
  });

  it('a sentence about the article is worth more than a button further down', () => {
    expect(stock('<p>We are sorry, this product is no longer available.</p><div><b>Hose 30m</b><button>Add to cart</button></div>')).toBe('out_of_stock');
  });

  it('a badge is worth less as well, and other articles less still', () => {
    expect(stock('<span class="badge badge--sold-out">Sold out</span><button>Add to cart</button>')).toBe('in_stock');
    expect(stock('<button>Add to cart</button><h2>You may also like</h2><p class="stock">Sold out</p>')).toBe('in_stock');
    expect(stock('<p class="stock">Sold out</p><h2>Similar items</h2><button>Add to cart</button>')).toBe('out_of_stock');
  });

  it('a sentence with the words of a button sells nothing', () => {
    expect(stock('<p>Momentálne nie je možné produkt kúpiť</p>')).toBe('out_of_stock');
  });

  it('the same words count where they are named best', () => {
    const found = listing(page(undefined, `${HEAD}<ul class="availability-box"><li class="availability"><strong>Sold out</strong></li></ul>`)).fields.availability;
    expect(found).toMatchObject({ value: 'out_of_stock', confidence: 0.66 });
  });
});
