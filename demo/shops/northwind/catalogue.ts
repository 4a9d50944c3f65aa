import type { NorthwindState, Product, Variant } from './state.ts';

/** A kind of goods: product type, lowest price in cents, options, and the words a maker has for it. */
interface Kind { readonly type: string; readonly noun: string; readonly cents: number; readonly option: string; readonly values: readonly string[]; readonly detail: string }
/** A maker's line; `step` is how many per cent dearer than the lowest price it is. */
interface Model { readonly name: string; readonly vendor: string; readonly step: number }

const BOTTLE: Kind = { type: 'Bottles', noun: 'Insulated Bottle', cents: 2_400, option: 'Title', values: ['Default Title'], detail: 'Double-wall vacuum steel keeps drinks cold for 24 hours and hot for 12.' };
const RANGE: readonly Kind[] = [
  { type: 'Backpacks', noun: 'Backpack', cents: 9_900, option: 'Colour', values: ['Slate', 'Moss', 'Rust'], detail: 'Roll-top closure, padded hip belt and a sleeve for a 3 l hydration bladder.' },
  BOTTLE,
  { type: 'Tents', noun: 'Trail Tent', cents: 24_900, option: 'Size', values: ['2 person', '3 person'], detail: 'Free-standing double-wall tent with two vestibules and a taped floor.' },
  { type: 'Sleeping Bags', noun: 'Sleeping Bag', cents: 14_900, option: 'Size', values: ['Regular', 'Long'], detail: 'Hydrophobic down fill, draught collar and a two-way zip.' },
  { type: 'Stoves', noun: 'Canister Stove', cents: 4_900, option: 'Title', values: ['Default Title'], detail: 'Boils a litre in under four minutes; folds to the size of a fist.' },
  { type: 'Headlamps', noun: 'Headlamp', cents: 3_400, option: 'Colour', values: ['Black', 'Orange'], detail: 'Regulated output, red night mode and a lock against use in the pack.' },
  { type: 'Jackets', noun: 'Rain Jacket', cents: 17_900, option: 'Size', values: ['S', 'M', 'L', 'XL'], detail: 'Three-layer shell with pit zips and a hood that turns with the head.' },
  { type: 'Boots', noun: 'Hiking Boots', cents: 15_900, option: 'Size', values: ['41', '42', '43', '44'], detail: 'Full-grain leather, gusseted tongue and an outsole that can be replaced.' },
  { type: 'Poles', noun: 'Trekking Poles', cents: 7_900, option: 'Title', values: ['Default Title'], detail: 'Folding carbon shafts with cork grips, sold as a pair.' },
  { type: 'Pads', noun: 'Sleeping Pad', cents: 8_900, option: 'Size', values: ['Regular', 'Wide'], detail: 'Air chambers with reflective film; an R-value that suits three seasons.' },
  { type: 'Cookware', noun: 'Cook Set', cents: 5_400, option: 'Title', values: ['Default Title'], detail: 'Hard-anodised pots that nest with lids, strainer and folding handles.' },
  { type: 'Filters', noun: 'Water Filter', cents: 3_900, option: 'Title', values: ['Default Title'], detail: 'Hollow-fibre cartridge for a thousand litres, back-flushed without tools.' },
];

const MODELS: readonly Model[] = [
  { name: 'Summit', vendor: 'Summit & Sons', step: 0 },
  { name: 'Ridgeline', vendor: 'Ridgeline', step: 18 },
  { name: 'Fjord', vendor: 'Fjordvik', step: 31 },
  { name: 'Cedar', vendor: 'Cedar Works', step: -12 },
  { name: 'Granite', vendor: 'Granite Peak', step: 52 },
];

/** Digits with their GS1 check digit: a GTIN-13 that readers accept. */
export function gtin13(twelve: string): string {
  const sum = Array.from(twelve).reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}

const decimal = (cents: number): string => (cents / 100).toFixed(2);

function variantsOf(no: number, sku: string, option: string, values: readonly string[], cents: number): [Variant, ...Variant[]] {
  const compareAt = no % 4 === 0 ? decimal(Math.round(cents * 1.25)) : null;
  const make = (value: string, i: number): Variant => ({
    id: 41_000_000_000_000 + no * 100 + i, sku: i === 0 ? sku : `${sku}-${i + 1}`, title: value,
    price: decimal(cents + (option === 'Size' ? i * 1_000 : 0)), compareAt, available: !(no % 9 === 5 && i === values.length - 1 && i > 0),
  });
  const [first = 'Default Title', ...rest] = values;
  return [make(first, 0), ...rest.map((value, i) => make(value, i + 1))];
}

function product(no: number, model: Model, kind: Kind): Product {
  const title = `${model.name} ${kind.noun}`;
  const handle = title.toLowerCase().replaceAll(' ', '-');
  const cents = Math.round((kind.cents * (100 + model.step)) / 10_000) * 100 - 1;
  const sku = `NW-${kind.noun.split(' ').map((word) => word.slice(0, 2)).join('').toUpperCase()}-${String(no).padStart(3, '0')}`;
  return {
    id: 7_100_000_000_000 + no, handle, title, vendor: model.vendor, type: kind.type, gtin: gtin13(`4006${String(38_100_000 + no * 17)}`),
    description: `${kind.detail} Built by ${model.vendor} and backed by a lifetime repair promise.`,
    images: Array.from({ length: 3 + (no % 4) }, (_, i) => `/cdn/shop/files/${handle}-${i + 1}.jpg`),
    variants: variantsOf(no, sku, kind.option, kind.values, cents), option: kind.option,
    attributes: { Material: no % 2 ? 'Recycled nylon' : 'Stainless steel', Weight: `${(no * 37) % 900 + 180} g`, 'Country of origin': no % 3 ? 'Portugal' : 'Vietnam', Warranty: 'Lifetime' },
    rating: 4 + ((no * 7) % 10) / 10, reviewCount: 12 + ((no * 53) % 480),
  };
}

/** The shop on its first day: sixty products. */
export function openNorthwind(): NorthwindState {
  const products = MODELS.flatMap((model, m) => RANGE.map((kind, k) => product(m * RANGE.length + k + 1, model, kind)));
  return { products, redesigned: [], clubPages: [], listed: null, faults: [] };
}

/** A product that is not in the shop at first, for the scene in which it appears. */
export function newProduct(): Product {
  return product(61, { name: 'Aurora', vendor: 'Aurora Outdoor', step: 24 }, BOTTLE);
}
