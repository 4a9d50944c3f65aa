import type { HongyunItem } from './state.ts';

const yuan = (fen: number): string => (fen / 100).toFixed(2).replace(/\.?0+$/, '');

function price(title: string, fen: number): Record<string, string> {
  return { priceText: yuan(fen), priceMoney: String(fen), priceTitle: title };
}

/** What one SKU costs: the deposit during a presale, else the price, and beside it the price after the coupon. */
function skuInfo(item: HongyunItem, quantity: number): Record<string, unknown> {
  const main = item.presale ? { ...price('定金', item.presale.depositFen), priceDesc: '预售' } : price(item.couponFen === null ? '价格' : '优惠前', item.priceFen);
  const after = item.couponFen === null ? {} : { subPrice: price('券后', item.couponFen) };
  return { price: main, ...after, quantity: String(quantity), quantityText: quantity === 0 ? '无货' : quantity > 10 ? '有货' : `仅剩${quantity}件` };
}

/** The state object of a product page: item, seller, SKUs, prices, attributes, promotions and a preview of reviews. */
export function pageState(item: HongyunItem): Record<string, unknown> {
  const values = item.colours.map((name, i) => ({ vid: `2832${i}`, name, image: item.images[i] ?? '' }));
  const skus = values.map((value, i) => ({ skuId: `5${item.id.slice(1)}${i}`, propPath: `1627207:${value.vid}` }));
  const perSku = Object.fromEntries(skus.map((sku) => [sku.skuId, skuInfo(item, Math.floor(item.quantity / skus.length))]));
  return {
    item: { itemId: item.id, title: item.title, images: item.images, vagueSellCount: item.monthlySales, qrCode: `https://hongyun.example/i/${item.id}` },
    seller: { sellerId: '2208857268871', shopId: '112345', shopName: item.shop, sellerType: 'B', evaluates: [{ title: '宝贝描述', score: '4.9 ', type: 'desc' }, { title: '物流服务', score: '4.8 ', type: 'post' }] },
    skuBase: { props: [{ pid: '1627207', name: '颜色分类', values }], skus },
    skuCore: { sku2info: { 0: skuInfo(item, item.quantity), ...perSku } },
    componentsVO: {
      priceVO: { ...priceVo(item) },
      extensionInfoVO: { infos: [{ type: 'BASE_PROPS', items: Object.entries(item.attributes).map(([title, text]) => ({ title, text: [text] })) }] },
      rateVO: { totalCount: item.reviewTotal, favorableRate: { rateText: '98%' }, group: { items: item.reviews.slice(0, 2).map((review) => ({ feedId: review.id, content: review.content, skuInfo: `颜色分类:${review.colour}`, dateTime: review.createdAt })) } },
      deliveryVO: { freight: '快递: 免运费', deliveryFromAddr: '浙江 金华' },
    },
    resource: { shopProm: item.promotions.map((title, i) => ({ iconText: '满减', title, content: [title], activityId: `88${i}${item.id.slice(-4)}` })), coupon: { couponList: item.couponFen === null ? [] : [{ title: `优惠券满${yuan(item.priceFen)}减${yuan(item.priceFen - item.couponFen)}` }] } },
    plusViewVO: { industryParamVO: { basicParamList: Object.entries(item.attributes).map(([propertyName, valueName]) => ({ propertyName, valueName })) } },
  };
}

/** `price` is before and `extraPrice` after the coupon; in a presale `price` is the whole price and the deposit stands apart. */
function priceVo(item: HongyunItem): Record<string, unknown> {
  if (item.presale) return { price: { ...price('预售价', item.priceFen) }, depositPrice: { ...price('定金', item.presale.depositFen), priceDesc: `定金${yuan(item.presale.depositFen)}元抵${yuan(item.presale.worthFen)}元` } };
  if (item.couponFen === null) return { price: price('价格', item.priceFen) };
  return { price: price('优惠前', item.priceFen), extraPrice: price('券后', item.couponFen) };
}

/** One page of the review endpoint, ten reviews, with the summary that shops put before them. */
export function reviewPage(item: HongyunItem, page: number): Record<string, unknown> {
  const poor = item.reviews.filter((review) => review.score <= 2).length;
  return {
    code: 200, itemId: item.id, page, maxPage: Math.max(1, Math.ceil(item.reviews.length / 10)),
    productCommentSummary: { itemId: item.id, averageScore: 5, commentCount: item.reviews.length, commentCountStr: item.reviewTotal, goodRateShow: 97, poorCount: poor },
    comments: item.reviews.slice((page - 1) * 10, page * 10).map((review) => ({
      id: review.id, score: review.score, content: review.content, creationTime: review.createdAt, nickname: review.nickname,
      userImageUrl: '//img.hongyun.example/avatar/default.png', productColor: review.colour, referenceName: item.title, usefulVoteCount: 0,
    })),
  };
}
