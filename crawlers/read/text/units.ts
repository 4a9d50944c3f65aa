import type { Unit } from '../../../model/listing.ts';

/** How shops write what a price is for. Data only. Forms of letters match whole words, signs anywhere; ², ³ have become 2 and 3. */
const FORMS: Readonly<Record<Unit, readonly [letters: string, signs: string]>> = {
  mg: ['mg|milligrams?|мг', '毫克'],
  g: ['g|gr|gms?|grams?|gramm|grammes?|gramos?|grammi|grammo|gramas?|gramów|г|гр', '克|グラム|그램'],
  kg: ['kgs?|kilos?|kilograms?|kilogramm|kilogrammes?|kilogramos?|chilo|quilo|кг|κιλ(?:ό|ά|ού|ο)', '公斤|千克|キロ|킬로'],
  jin: ['jin', '斤'],
  oz: ['oz|ounces?', '盎司'],
  lb: ['lbs?|pounds?', '磅'],
  ml: ['ml|millilit(?:er|re)s?|мл', '毫升|ミリリットル'],
  cl: ['cl|centilit(?:er|re)s?', ''],
  dl: ['dl|decilit(?:er|re)s?', ''],
  l: ['l|ltr|lt|lit(?:er|re)s?|litros?|litri|litr|litrů|litrów|lít|л|литр|λίτρ(?:ο|α|ου)|litre', '公升|升|リットル|리터'],
  fl_oz: ['fl\\.? ?oz|fluid ounces?', ''],
  gal: ['gal|gallons?', ''],
  cm: ['cm', '厘米'],
  m: ['m|lfm|met(?:er|re)s?|mètres?|metros?|metri|metro|metr|м', '米|メートル'],
  ft: ['ft|foot|feet', ''],
  yd: ['yd|yards?', ''],
  m2: ['m2|qm|sqm|sq\\.? ?m|mq|м2|square met(?:er|re)s?', '平方米|平米'],
  sqft: ['sq\\.? ?ft|sqft|ft2|square f(?:oo|ee)t', ''],
  m3: ['m3|cbm|м3', '立方米'],
  sheet: ['sheets?|blatt|feuilles?|hojas?|fogli[oa]?|folhas?|vellen?', '抽|張|张'],
  roll: ['rolls?|rollen?|rouleaux?|rollos?|rotol[oi]|rolos?', '卷'],
  tablet: ['tablets?|tabs?|tablett?en?|capsules?|caps|kapseln?|comprimés?|cápsulas?|pills?', '粒|錠'],
  wash: ['washe?s?|wash loads?|loads?|wl|waschladung(?:en)?|wg|wäschen?|lavages?|lavados?|lavaggi[o]?|lavagens?|prań|pranie|wasbeurt(?:en)?|tvätt(?:ar)?', '回分'],
  dose: ['servings?|portion(?:en|s)?|doses?|dosis|dosi|scoops?|dávka|porcji|porcja', '食'],
  pair: ['pairs?|paar|paires?|coppia|par', '双|雙|足'],
  piece: ['pieces?|pcs?|each|ea|units?|items?|counts?|ct|stück|stk|st|pièces?|pce|unité|unità|unidad(?:es)?|unidade|uds?|un|pezz[oi]|pz|szt|sztuk[aię]?|stuks?|ks|kus|шт|db|adet|tükki|kpl|бр|buc(?:ata|ată|ăți)?|τεμ(?:άχι(?:ο|α))?|buah|cái|chiếc|kom(?:ad)?|vnt|gab', '件|个|個|只|支|枚|本|개|瓶|盒|袋|台|条|套|玉|個入'],
};

/** Everything that is a unit, as a part of a regular expression. */
export const UNIT = `(?:(?:${joined(0)})(?![\\p{Script=Latin}\\p{Script=Cyrillic}])\\.?|${joined(1)})`;

const PATTERNS: readonly (readonly [Unit, RegExp])[] = entries().map(([unit, [letters, signs]]) => [unit, new RegExp(`^(?:${letters}${signs === '' ? '' : `|${signs}`})\\.?$`, 'iu')]);

/** The unit a word or sign stands for: `Stück`, `100 g` without its number, 斤. */
export function unitOf(text: string): Unit | undefined {
  const word = text.trim();
  return PATTERNS.find(([, pattern]) => pattern.test(word))?.[0];
}

/** UN/CEFACT codes of schema.org's unitCode. */
const CODES: Readonly<Record<string, Unit>> = {
  MGM: 'mg', GRM: 'g', KGM: 'kg', ONZ: 'oz', LBR: 'lb', MLT: 'ml', CLT: 'cl', DLT: 'dl', LTR: 'l', OZA: 'fl_oz', GLL: 'gal', CMT: 'cm', MTR: 'm', FOT: 'ft', YRD: 'yd',
  MTK: 'm2', FTK: 'sqft', MTQ: 'm3', C62: 'piece', H87: 'piece', EA: 'piece', NMP: 'piece', PCE: 'piece', PR: 'pair', ST: 'sheet', RO: 'roll', U2: 'tablet',
};

/** The unit of a UN/CEFACT code such as `KGM`, or of a word a shop wrote in its place. */
export function unitOfCode(code: string): Unit | undefined {
  return CODES[code.trim().toUpperCase()] ?? unitOf(code);
}

function entries(): (readonly [Unit, readonly [string, string]])[] {
  const units: (readonly [Unit, readonly [string, string]])[] = [];
  let unit: Unit;
  for (unit in FORMS) units.push([unit, FORMS[unit]]);
  return units;
}

/** The longer forms first, so that `fl oz` is not read as `fl` and 公斤 not as 斤. */
function joined(part: 0 | 1): string {
  return entries().map(([, forms]) => forms[part]).filter(Boolean).join('|').split(/\|(?![^(]*\))/).toSorted((a, b) => b.length - a.length).join('|');
}
