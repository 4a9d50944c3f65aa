import type { Product, Variant } from './state.ts';

/** A product in the shape of Shopify's products.json. No currency in it: the real one has none either. */
export function productJson(product: Product, origin: string): Record<string, unknown> {
  return {
    id: product.id, title: product.title, handle: product.handle, body_html: `<p>${product.description}</p>`,
    published_at: '2025-11-03T09:00:00-05:00', created_at: '2025-10-28T14:12:09-04:00', updated_at: '2026-01-04T08:00:00-05:00',
    vendor: product.vendor, product_type: product.type, tags: [product.type, 'Outdoor'],
    variants: product.variants.map((variant, i) => variantJson(product, variant, i)),
    images: product.images.map((path, i) => ({ id: product.id * 10 + i, created_at: '2025-10-28T14:12:09-04:00', position: i + 1, product_id: product.id, variant_ids: [], src: `${origin}${path}`, width: 1_600, height: 1_600 })),
    options: [{ name: product.option, position: 1, values: product.variants.map((variant) => variant.title) }],
  };
}

function variantJson(product: Product, variant: Variant, index: number): Record<string, unknown> {
  return {
    id: variant.id, title: variant.title, option1: variant.title, option2: null, option3: null, sku: variant.sku, requires_shipping: true, taxable: true,
    featured_image: null, available: variant.available, price: variant.price, grams: 640, compare_at_price: variant.compareAt, position: index + 1,
    product_id: product.id, created_at: '2025-10-28T14:12:09-04:00', updated_at: '2026-01-04T08:00:00-05:00',
  };
}

/** A product in the shape of `/products/x.js`, which themes also put into their pages: amounts in whole hundredths. */
export function productJs(product: Product, origin: string): Record<string, unknown> {
  const prices = product.variants.map((variant) => cents(variant.price));
  const compareAt = product.variants.map((variant) => (variant.compareAt === null ? null : cents(variant.compareAt)));
  return {
    id: product.id, title: product.title, handle: product.handle, description: `<p>${product.description}</p>`, published_at: '2025-11-03T09:00:00-05:00', created_at: '2025-10-28T14:12:09-04:00',
    vendor: product.vendor, type: product.type, tags: [product.type, 'Outdoor'], price: prices[0], price_min: Math.min(...prices), price_max: Math.max(...prices), price_varies: new Set(prices).size > 1,
    available: product.variants.some((variant) => variant.available), compare_at_price: compareAt[0], images: product.images.map((path) => `${origin}${path}`), featured_image: `${origin}${product.images[0] ?? ''}`,
    options: [{ name: product.option, position: 1, values: product.variants.map((variant) => variant.title) }], url: `/products/${product.handle}`,
    variants: product.variants.map((variant, i) => ({
      id: variant.id, title: variant.title, option1: variant.title, option2: null, option3: null, sku: variant.sku, requires_shipping: true, taxable: true, available: variant.available,
      name: product.variants.length > 1 ? `${product.title} - ${variant.title}` : product.title, options: [variant.title], price: prices[i], compare_at_price: compareAt[i], weight: 640, inventory_management: 'shopify', barcode: i === 0 ? product.gtin : null,
    })),
  };
}

function cents(price: string): number {
  return Math.round(Number(price) * 100);
}

/** schema.org Product of a product page, with one Offer per variant. */
export function productJsonLd(product: Product, origin: string): Record<string, unknown> {
  const url = `${origin}/products/${product.handle}`;
  const offers = product.variants.map((variant) => ({
    '@type': 'Offer', url: `${url}?variant=${variant.id}`, sku: variant.sku, ...(product.variants.length > 1 ? { name: variant.title } : {}),
    price: variant.price, priceCurrency: 'USD', availability: `https://schema.org/${variant.available ? 'InStock' : 'OutOfStock'}`,
    itemCondition: 'https://schema.org/NewCondition', seller: { '@type': 'Organization', name: 'Northwind Outfitters' },
  }));
  return {
    '@context': 'https://schema.org/', '@type': 'Product', '@id': `${url}#product`, name: product.title, url, description: product.description,
    image: product.images.map((path) => `${origin}${path}`), sku: product.variants[0].sku, gtin13: product.gtin, productID: String(product.id),
    brand: { '@type': 'Brand', name: product.vendor },
    additionalProperty: Object.entries(product.attributes).map(([name, value]) => ({ '@type': 'PropertyValue', name, value })),
    aggregateRating: { '@type': 'AggregateRating', ratingValue: product.rating.toFixed(1), reviewCount: product.reviewCount, bestRating: '5' },
    offers: offers.length === 1 ? offers[0] : offers,
  };
}
