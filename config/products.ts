import type { Product } from '../model/advice.ts';
import { brand, type Sku } from '../model/ids.ts';
import { currencyCode, moneyFromDecimal, type CurrencyCode, type Money } from '../model/money.ts';
import { suggestion, type Mistake } from './mistakes.ts';
import { listCell, readTable, type Columns, type Row } from './table.ts';
import { readsTwoWays } from './units.ts';
import { webAddress } from './watchlist.ts';

type Column = 'sku' | 'title' | 'price' | 'cost' | 'floor' | 'map' | 'currency' | 'stock' | 'keywords' | 'rival urls' | 'images' | 'attributes';
const COLUMNS: Columns<Column> = new Map<Column, readonly string[]>([
  ['sku', ['sku', '货号']], ['title', ['title', 'name', '标题', '商品名称']], ['price', ['price', '价格', '售价']], ['cost', ['cost', '成本']],
  ['floor', ['floor', '底价']], ['map', ['map', 'minimumadvertisedprice', '控价', '最低限价']], ['currency', ['currency', '币种', '货币']], ['stock', ['stock', '库存']], ['keywords', ['keywords', '关键词']],
  ['rival urls', ['rivalurls', 'rivals', '竞品链接']], ['images', ['images', '图片数']], ['attributes', ['attributes', '属性']],
]);

/** Notes a mistake in a cell; gives undefined, for the value that could not be read. */
type Report = (path: Column, message: string) => undefined;

/** Reads the own products. `file` is the file's name for messages. A SKU that is there twice is a mistake. */
export async function readProducts(path: string, file: string): Promise<{ readonly products: ReadonlyMap<Sku, Product>; readonly mistakes: readonly Mistake[] }> {
  const table = await readTable(path, file, COLUMNS, ['sku', 'title', 'price']);
  const mistakes = [...table.mistakes];
  const products = new Map<Sku, Product>();
  const lines = new Map<Sku, number>();
  for (const row of table.rows) {
    const product = readRow(row, (column, message) => {
      mistakes.push({ file, line: row.line, path: column, message });
      return undefined;
    });
    if (!product) continue;
    const first = lines.get(product.sku);
    if (first === undefined) lines.set(product.sku, row.line);
    else mistakes.push({ file, line: row.line, path: 'sku', message: `the SKU "${product.sku}" is already on line ${first}.` });
    products.set(product.sku, product);
  }
  return { products, mistakes };
}

function readRow({ cells }: Row<Column>, wrong: Report): Product | undefined {
  const { sku, title } = cells;
  if (sku === undefined) wrong('sku', 'missing; every row needs an article number.');
  if (title === undefined) wrong('title', 'missing.');
  const currency = readCurrency(cells.currency, wrong);
  const price = cells.price === undefined ? wrong('price', 'missing.') : readMoney('price', cells.price, currency, wrong);
  const unit = price?.currency ?? currency;
  const cost = cells.cost === undefined ? undefined : readMoney('cost', cells.cost, unit, wrong);
  const floor = cells.floor === undefined ? undefined : readMoney('floor', cells.floor, unit, wrong);
  const map = cells.map === undefined ? undefined : readMoney('map', cells.map, unit, wrong);
  const stock = readCount('stock', cells.stock, wrong);
  const images = readCount('images', cells.images, wrong);
  const rivalUrls = readUrls(cells['rival urls'], wrong);
  const attributes = readAttributes(cells.attributes, wrong);
  if (price && [cost, floor, map].some((money) => money && money.currency !== price.currency)) wrong('currency', 'price, cost and floor, and map, must be in one currency.');
  if (price && floor?.currency === price.currency && floor.minor > price.minor) wrong('floor', 'the floor is above the price.');
  if (sku === undefined || title === undefined || !price) return undefined;
  return {
    sku: brand<Sku>(sku), title, price, keywords: [...new Set(listCell(cells.keywords))], rivalUrls,
    ...(cost && { cost }), ...(floor && { floor }), ...(map && { map }), ...(stock !== undefined && { stock }), ...(images !== undefined && { images }), ...(attributes && { attributes }),
  };
}

function readCurrency(cell: string | undefined, wrong: Report): CurrencyCode | undefined {
  const currency = cell === undefined ? undefined : currencyCode(cell);
  if (cell !== undefined && currency === undefined) wrong('currency', `"${cell.slice(0, 20)}" is no ISO 4217 currency code.${suggestion(cell, ['USD', 'CNY', 'EUR', 'GBP', 'JPY', 'HKD'])}`);
  return currency;
}

/** `19.90 USD`, `USD 19.90`, or `19.90` with the currency from its own column. No grouping, no comma, not three digits behind the point of cents: `1,299` and `1.299` could be read two ways. */
function readMoney(column: Column, cell: string, fallback: CurrencyCode | undefined, wrong: Report): Money | undefined {
  const parts = /^(?:([A-Za-z]{3})\s*)?(\d{1,15}(?:\.\d{1,9})?)(?:\s*([A-Za-z]{3}))?$/.exec(cell);
  const code = parts?.[1] ?? parts?.[3];
  if (!parts?.[2] || (parts[1] && parts[3])) return wrong(column, `"${cell.slice(0, 40)}" is no amount; write e.g. 1299.00 USD, with "." before the cents and nothing between the thousands.`);
  const currency = code === undefined ? fallback : currencyCode(code);
  if (currency === undefined) return wrong(column, code === undefined ? 'has no currency; write e.g. 19.90 USD, or add a column "currency".' : `"${code}" is no ISO 4217 currency code.`);
  if (readsTwoWays(parts[2], currency)) return wrong(column, `"${cell.slice(0, 40)}" can be read two ways; write ${parts[2].replace('.', '')} for thousands, else as many digits behind the "." as ${currency} has.`);
  return moneyFromDecimal(parts[2], currency) ?? wrong(column, `"${cell.slice(0, 40)}" is too large.`);
}

function readCount(column: Column, cell: string | undefined, wrong: Report): number | undefined {
  if (cell === undefined) return undefined;
  return /^\d{1,12}$/.test(cell) ? Number(cell) : wrong(column, `"${cell.slice(0, 40)}" is no whole number.`);
}

function readUrls(cell: string | undefined, wrong: Report): readonly string[] {
  // An address may hold a semicolon: one separates only where another address follows.
  return (cell ?? '').split(/[|｜\r\n]+|[;；](?=\s*https?:)/i).filter((text) => text.trim() !== '').flatMap((text) => {
    const url = webAddress(text.trim());
    if (url === undefined) wrong('rival urls', 'holds something that is no http:// or https:// URL; separate several by "|".');
    return url === undefined ? [] : [url];
  });
}

function readAttributes(cell: string | undefined, wrong: Report): Readonly<Record<string, string>> | undefined {
  if (cell === undefined) return undefined;
  return Object.fromEntries(listCell(cell).flatMap((part) => {
    const [key, ...value] = part.split('=');
    if (key && value.length > 0) return [[key.trim(), value.join('=').trim()]];
    wrong('attributes', `"${part.slice(0, 40)}" is no name=value; separate several by "|".`);
    return [];
  }));
}
