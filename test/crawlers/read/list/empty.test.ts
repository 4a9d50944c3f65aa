import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../crawlers/read/index.ts';
import { each, frame, wares } from './pages/support.ts';

/** Language, what a search without results says, and the heading over what is shown instead. */
const SAYINGS: readonly (readonly [string, string, string])[] = [
  ['en', 'Sorry, we couldn’t find any results for “qqxz”', 'You may also like'],
  ['en', 'We found 0 results for “qqxz”', 'Popular right now'],
  ['en', 'No exact matches found', 'Trending products'],
  ['en', 'Your search "qqxz" did not match any products.', 'Recommended for you'],
  ['en', 'Hmm, nothing matches that search', 'Best sellers'],
  ['en', '0 items found for "qqxz"', 'Customers also bought'],
  ['en', 'We\'re sorry. No products were found matching your selection.', 'Featured'],
  ['en', 'Oops! No items match your search', 'Top picks'],
  ['en', 'There are no items that match your search', 'Inspired by your views'],
  ['en', 'Sorry, no results found!', 'You might be interested in'],
  ['en', 'We searched high and low but could not find “qqxz”', 'Best sellers'],
  ['en', 'No matching products', 'You may also like'],
  ['en', 'We looked everywhere but this one is not here', 'Best sellers'],
  ['en', 'There is no product that matches the search criteria.', 'Featured'],
  ['en', 'We cannot find products matching the selection.', 'Top picks'],
  ['de', 'Leider keine Treffer für „qqxz“', 'Das könnte Ihnen gefallen'],
  ['de', 'Zu Ihrer Suche nach „qqxz“ wurden keine Artikel gefunden', 'Beliebte Artikel'],
  ['de', 'Ihre Suche ergab leider keine Treffer', 'Topseller'],
  ['de', 'Es wurden keine Produkte gefunden, die deiner Auswahl entsprechen.', 'Unsere Bestseller'],
  ['de', '0 Ergebnisse für "qqxz"', 'Empfehlungen'],
  ['fr', 'Désolé, aucun résultat pour « qqxz »', 'Nos meilleures ventes'],
  ['fr', 'Votre recherche n\'a retourné aucun résultat', 'Vous aimerez aussi'],
  ['fr', 'Nous n’avons trouvé aucun produit correspondant à votre recherche', 'Recommandé pour vous'],
  ['de', 'Keine passenden Artikel gefunden', 'Topseller'],
  ['fr', 'Aucune correspondance trouvée', 'Nos meilleures ventes'],
  ['fr', 'Oups, pas de résultat pour "qqxz"', 'Produits populaires'],
  ['es', 'No hemos encontrado resultados para "qqxz"', 'También te puede interesar'],
  ['es', 'No hay publicaciones que coincidan con tu búsqueda', 'Lo más vendido'],
  ['es', 'Lo sentimos, no se han encontrado productos', 'Destacados'],
  ['es', 'Ningún producto coincide con tu búsqueda', 'Destacados'],
  ['es', 'No encontramos lo que buscas', 'Lo más vendido'],
  ['pt-BR', 'Sua busca não encontrou resultados', 'Mais vendidos'],
  ['es', 'Tu búsqueda no produjo resultados', 'Recomendados'],
  ['pt-BR', 'Não encontramos nenhum resultado para "qqxz"', 'Mais vendidos'],
  ['pt-BR', 'Não há anúncios que correspondam à sua busca', 'Recomendados para você'],
  ['pt-BR', 'Ops! nenhum resultado encontrado para qqxz', 'Quem viu também comprou'],
  ['it', 'Nessun risultato per "qqxz"', 'Potrebbe interessarti'],
  ['it', 'La tua ricerca non ha prodotto risultati', 'I più venduti'],
  ['it', 'Non ci sono prodotti che corrispondono alla selezione', 'Consigliati'],
  ['pl', 'Nie znaleźliśmy wyników dla „qqxz”', 'Polecane produkty'],
  ['pl', 'Brak wyników wyszukiwania', 'Może Cię zainteresować'],
  ['pl', 'Niestety nie znaleźliśmy tego, czego szukasz', 'Bestsellery'],
  ['nl', 'Geen resultaten voor “qqxz”', 'Anderen bekeken ook'],
  ['nl', 'We hebben niets gevonden voor ‘qqxz’', 'Aanbevolen voor jou'],
  ['nl', 'Helaas, 0 producten gevonden', 'Populair'],
  ['sv', 'Inga träffar på ”qqxz”', 'Rekommenderas för dig'],
  ['sv', 'Din sökning på qqxz gav inga resultat', 'Populärt just nu'],
  ['da', 'Vi fandt desværre ingen resultater for "qqxz"', 'Andre har også købt'],
  ['da', 'Ingen varer matcher din søgning', 'Populære varer'],
  ['nb', 'Ingen treff på «qqxz»', 'Anbefalt for deg'],
  ['fi', 'Haulla ei löytynyt tuotteita', 'Suositellut tuotteet'],
  ['cs', 'Nenašli jsme žádné výsledky pro „qqxz“', 'Mohlo by se vám líbit'],
  ['sk', 'Nenašli sa žiadne produkty', 'Odporúčame'],
  ['hu', 'Nincs találat a keresésre', 'Ajánlott termékek'],
  ['ro', 'Nu am găsit rezultate pentru "qqxz"', 'Recomandate'],
  ['ro', '0 rezultate pentru qqxz', 'Cele mai vândute'],
  ['el', 'Δεν βρέθηκαν αποτελέσματα για "qqxz"', 'Προτεινόμενα'],
  ['tr', 'Aradığınız kriterlere uygun ürün bulunamadı', 'Önerilen ürünler'],
  ['tr', '"qqxz" için sonuç bulunamadı', 'Çok satanlar'],
  ['ru', 'По запросу «qqxz» ничего не найдено', 'Рекомендуем'],
  ['ru', 'К сожалению, мы ничего не нашли', 'С этим товаром покупают'],
  ['uk', 'За запитом «qqxz» нічого не знайдено', 'Рекомендовані товари'],
  ['ar', 'لم يتم العثور على نتائج', 'منتجات مقترحة'],
  ['he', 'לא נמצאו תוצאות', 'מומלץ עבורך'],
  ['id', 'Produk tidak ditemukan', 'Rekomendasi untukmu'],
  ['id', 'Oops, produk nggak ditemukan', 'Produk populer'],
  ['vi', 'Không tìm thấy sản phẩm nào', 'Có thể bạn thích'],
  ['th', 'ไม่พบสินค้าที่คุณค้นหา', 'สินค้าแนะนำ'],
  ['zh-CN', '没有找到与“qqxz”相关的宝贝', '猜你喜欢'],
  ['zh-CN', '抱歉，没有找到与“qqxz”相关的商品', '为您推荐'],
  ['zh-CN', '非常抱歉！没有找到符合条件的商品', '热卖商品'],
  ['zh-CN', '很抱歉，没有搜索到相关商品', '大家都在买'],
  ['zh-CN', '暂无数据', '推荐商品'],
  ['zh-CN', '暂无相关商品', '看了又看'],
  ['zh-CN', '暂无符合条件的商品', '猜你喜欢'],
  ['ja', '検索結果：0件', 'おすすめ商品'],
  ['zh-TW', '很抱歉，找不到符合「qqxz」的商品', '猜你喜歡'],
  ['zh-TW', '查無商品', '熱銷推薦'],
  ['zh-CN', '搜索结果为空', '猜你喜欢'],
  ['ja', '「qqxz」に一致する商品は見つかりませんでした。', 'おすすめ商品'],
  ['ja', '該当する商品がありません', '人気ランキング'],
  ['ja', '検索条件に該当する商品は見つかりませんでした', '最近チェックした商品'],
  ['ja', '0件の商品が見つかりました', '閲覧履歴'],
  ['ja', 'お探しの商品は見つかりませんでした。', 'こんな商品も見られています'],
  ['ko', '"qqxz"에 대한 검색결과가 없습니다.', '추천 상품'],
  ['ko', '검색된 상품이 없습니다', '인기 상품'],
  ['ko', '일치하는 상품이 없습니다.', '함께 본 상품'],
];

const strip = `<div class="grid">${each(wares(6), (ware) => `<div class="tile"><a href="/p/${ware.id}"><img alt="${ware.title}"></a><a href="/p/${ware.id}">${ware.title}</a><b>€ ${ware.price}</b></div>`)}</div>`;

function outcome(lang: string, words: string, below: string, inHeading: boolean): string {
  const html = frame(`<main>${inHeading ? `<h1>${words}</h1>` : `<h1>qqxz</h1><div><p>${words}</p><p>Tips: 1 2 3</p></div>`}${below}</main>`, { lang });
  const url = 'https://shop.example.com/search?q=qqxz';
  const read = readAnswer(new TextEncoder().encode(html), { url, requestUrl: url, status: 200, contentType: 'text/html; charset=utf-8', role: 'search', platform: 'generic' });
  return read.outcome !== 'ok' ? read.outcome : read.empty === true ? 'empty' : `${read.items.length} items`;
}

describe('a search without results', () => {
  it.each(SAYINGS)('in %s: %s', (lang, words, heading) => {
    for (const inHeading of [true, false]) {
      expect(outcome(lang, words, '', inHeading)).toBe('empty');
      expect(outcome(lang, words, `<section><h2>${heading}</h2>${strip}</section>`, inHeading)).toBe('empty');
      expect(outcome(lang, words, strip, inHeading)).toBe('empty');
    }
  });

  it.each(SAYINGS)('is told from results under the heading: %s, not %s, %s', (lang, _words, heading) => {
    expect(outcome(lang, '6 results', `${strip}<section><h2>${heading}</h2>${strip.replaceAll('/p/', '/p/other-')}</section>`, false)).toBe('6 items');
  });
});
