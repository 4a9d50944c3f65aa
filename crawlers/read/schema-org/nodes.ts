import { isList, isObject, type Json, type JsonObject } from '../json/value.ts';
import { typesOf } from './values.ts';

/** A product-like node and how it stands on the page. */
export interface ProductNode {
  readonly node: JsonObject;
  readonly place: string;
  /** Inside a list of several things: related products, search results. */
  readonly listed: boolean;
}

/** All nodes of a page by `@id`, its products and its breadcrumb lists. */
export interface Graph {
  readonly products: readonly ProductNode[];
  /** The variants of a group that stand beside it and name it (`isVariantOf`), instead of within it. */
  readonly variants: ReadonlyMap<JsonObject, readonly ProductNode[]>;
  readonly breadcrumbs: readonly { readonly node: JsonObject; readonly place: string }[];
  readonly reviews: readonly JsonObject[];
  /** A list of several things stands on the page. */
  readonly hasList: boolean;
  /** The node a reference `{"@id": …}` stands for. */
  readonly resolve: (value: Json | undefined) => Json | undefined;
}

const PRODUCT_TYPES = new Set(['product', 'productgroup', 'individualproduct', 'productmodel', 'someproducts', 'vehicle', 'car', 'book', 'productcollection']);
const LIST_TYPES = new Set(['itemlist', 'offercatalog', 'collectionpage', 'searchresultspage']);
/** Relations that lead to other articles. */
const OTHERS = new Set(['isRelatedTo', 'isSimilarTo', 'isAccessoryOrSparePartFor', 'isConsumableFor', 'hasVariant', 'isVariantOf', 'relatedLink', 'potentialAction', 'hasPart', 'recommendations']);
const MAX_NODES = 20_000;
const MAX_DEPTH = 40;

interface Walk {
  readonly byId: Map<string, JsonObject>;
  readonly products: ProductNode[];
  readonly sellable: ProductNode[];
  readonly breadcrumbs: { node: JsonObject; place: string }[];
  readonly reviews: JsonObject[];
  hasList: boolean;
  left: number;
}

/** Walks the JSON-LD values (or microdata in the same shape) of a page. `place` names each of them in evidence. */
export function graphOf(roots: readonly { readonly value: Json; readonly place: string }[]): Graph {
  const walk: Walk = { byId: new Map(), products: [], sellable: [], breadcrumbs: [], reviews: [], hasList: false, left: MAX_NODES };
  for (const { value, place } of roots) visit(value, place, false, 0, walk);
  const products = walk.products.length > 0 ? walk.products : walk.sellable;
  const variants = variantsBeside(products);
  const resolve = (value: Json | undefined): Json | undefined => {
    if (!isObject(value)) return value;
    const id = value['@id'];
    return typeof id === 'string' && Object.keys(value).filter((key) => key !== '@type').length === 1 ? (walk.byId.get(id) ?? value) : value;
  };
  return { products, variants, breadcrumbs: walk.breadcrumbs, reviews: walk.reviews, hasList: walk.hasList, resolve };
}

function variantsBeside(products: readonly ProductNode[]): Map<JsonObject, ProductNode[]> {
  const groups = products.filter(({ node }) => node['hasVariant'] === undefined && typesOf(node).includes('productgroup'));
  const found = new Map<JsonObject, ProductNode[]>();
  if (groups.length === 0) return found;
  for (const product of products) {
    const named = product.node['isVariantOf'];
    const ids = [...(isObject(named) ? [named['@id'], named['productGroupID']] : []), product.node['inProductGroupWithID']].filter((id) => typeof id === 'string' && id !== '');
    const group = groups.find(({ node }) => node !== product.node && [node['@id'], node['productGroupID']].some((id) => ids.includes(id ?? null)));
    if (group) found.set(group.node, [...(found.get(group.node) ?? []), product]);
  }
  return found;
}

function visit(value: Json, place: string, listed: boolean, depth: number, walk: Walk): void {
  if (depth > MAX_DEPTH || walk.left <= 0) return;
  if (isList(value)) {
    value.forEach((item, index) => visit(item, `${place}[${index}]`, listed, depth + 1, walk));
    return;
  }
  if (!isObject(value)) return;
  walk.left -= 1;
  const types = typesOf(value);
  remember(value, types, place, listed, walk);
  const isListNode = types.some((type) => LIST_TYPES.has(type));
  if (isListNode && Array.isArray(value['itemListElement'])) walk.hasList = true;
  if (types.includes('breadcrumblist')) return;
  for (const [key, child] of Object.entries(value)) {
    if (typeof child !== 'object' || child === null) continue;
    visit(child, `${place}.${key}`, listed || OTHERS.has(key) || (key === 'itemListElement'), depth + 1, walk);
  }
}

function remember(node: JsonObject, types: readonly string[], place: string, listed: boolean, walk: Walk): void {
  const id = node['@id'];
  const size = Object.keys(node).length;
  if (typeof id === 'string' && size > 2) {
    const before = walk.byId.get(id);
    if (!before || Object.keys(before).length < size) walk.byId.set(id, node);
  }
  if (types.includes('breadcrumblist')) walk.breadcrumbs.push({ node, place });
  if (types.includes('review')) walk.reviews.push(node);
  // A reference to one; what offers something is one itself, without a name too.
  if (size <= 2 && node['offers'] === undefined) return;
  if (types.some((type) => PRODUCT_TYPES.has(type))) walk.products.push({ node, place, listed });
  else if (node['offers'] !== undefined && node['name'] !== undefined) walk.sellable.push({ node, place, listed });
}
