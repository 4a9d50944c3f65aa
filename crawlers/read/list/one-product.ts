import { type FlatElement, type FlatPage, textOf, upwards } from './flat.ts';
import { inRange, insideOf, type Marks } from './marks.ts';
import { STRIP } from './words.ts';

/** Over what only the page of one article has. */
const DETAILS = new RegExp(`^(?:${[
  '(?:product |item )?(?:description|details|information|specifications?|specs)|tech(?:nical)? (?:specs?|specifications?|data|details)|about this (?:item|product)|key (?:features|specs)|specifications?(?: (?:&|and) .{3,20})?|item specifics',
  '(?:produkt|artikel)?(?:beschreibung|details|informationen|merkmale)|technische (?:daten|details|informationen)|(?:description|fiche technique|caractéristiques)(?: (?:du produit|détaillée|techniques?|technique))?',
  '(?:descripción|características|ficha técnica|especificaciones)(?: (?:del producto|técnicas|generales))?|(?:descrição|características|ficha técnica|especificações)(?: (?:do produto|técnicas|gerais))?|(?:descrizione|caratteristiche|scheda tecnica|specifiche)(?: (?:del prodotto|tecniche|prodotto))?',
  '(?:opis(?: produktu)?|specyfikacja|dane techniczne)|(?:product)?(?:omschrijving|beschrijving|specificaties)|descriere(?: produs)?|speci[fﬁ]ica(?:ții|tii)|(?:toote ?)?kirjeldus|tehnilised andmed|tooteinfo|popis(?: produktu)?|technické (?:parametry|údaje)|(?:produkt)?beskrivning|specifikationer?|(?:produkt)?beskrivelse|(?:tuote)?kuvaus|tekniset tiedot|leírás|műszaki adatok|ürün (?:açıklaması|özellikleri|bilgileri)|teknik özellikler',
  'описание(?: товара)?|технические характеристики|характеристики|商品(?:详情|介绍|說明|描述)|规格(?:参数|与包装)|产品参数|宝贝详情|商品(?:説明|詳細|情報|の説明)|仕様|スペック|상품 ?(?:상세|정보|설명)|상세 ?정보',
].join('|')}) *:?$`, 'iu');
const LABELS: ReadonlySet<string> = new Set(['h2', 'h3', 'h4', 'h5', 'summary', 'button', 'a', 'dt', 'legend']);

/**
 * How much of a page about one article, beside its data and its buy box, stands around the blocks: headings and tabs of its description
 * and its technical data, blocks in strips that are moved sideways, blocks at the foot, a price right below the heading.
 */
export function signsOfOne(page: FlatPage, blocks: readonly FlatElement[], marks: Marks): number {
  const [first] = blocks;
  const details = detailsOf(page, blocks, marks);
  const late = first !== undefined && shareBefore(page, first, marks) > LATE && hasProse(page, first, marks);
  return (details > 1 ? 3 : details === 1 ? 2 : 0) + (isStrip(page, first) ? 2 : 0) + (late ? blocks.length <= FEW ? 2 : 1 : 0) + (hasPriceBelowHeading(page, first, marks) ? 1 : 0);
}

/** Blocks behind so much of the content stand at its foot; strips there are short. */
const LATE = 0.6;
const FEW = 12;

/** How much of the page, without navigation and footer, stands before an element. */
function shareBefore(page: FlatPage, element: FlatElement, marks: Marks): number {
  const [before, all] = [page.elements.slice(0, element.index), page.elements].map((elements) => elements.filter(({ index }) => !marks.outside[index]).length);
  return (before ?? 0) / Math.max(1, all ?? 1);
}

/** A paragraph before the blocks, as articles are described with; lists and their filters are of short words. */
function hasProse(page: FlatPage, first: FlatElement, marks: Marks): boolean {
  return page.texts.some((run, i) => i < first.textFrom && run.text.length > PROSE && !marks.outside[run.element]);
}

const PROSE = 120;

function detailsOf(page: FlatPage, blocks: readonly FlatElement[], marks: Marks): number {
  const inside = insideOf(page, blocks);
  const found = new Set<string>();
  for (const element of page.elements) {
    if (inside[element.index] === 1 || marks.outside[element.index] || element.textTo - element.textFrom > 3 || !LABELS.has(element.tag) && element.attributes['role'] !== 'tab') continue;
    const text = textOf(page, element, 45);
    if (text.length < 40 && DETAILS.test(text)) found.add(text.toLowerCase());
  }
  return found.size;
}

/** Blocks that are moved sideways. */
function isStrip(page: FlatPage, block: FlatElement | undefined): boolean {
  if (!block) return false;
  for (const above of upwards(page, block.parent, 6)) if (STRIP.test(`${above.attributes['class'] ?? ''} ${above.tag}`)) return true;
  return false;
}

/** So many texts behind the heading belong to it. */
const NEAR = 30;

/** A price behind the first heading and before the blocks. */
function hasPriceBelowHeading(page: FlatPage, first: FlatElement | undefined, marks: Marks): boolean {
  const heading = page.elements.find((element) => element.tag === 'h1' && !marks.outside[element.index]);
  if (!heading) return false;
  const last = page.elements.find((element) => element.index > heading.index && element.textFrom > heading.textTo + NEAR)?.index ?? page.elements.length;
  return inRange(marks.prices, { ...heading, index: heading.end, end: Math.min(last, first?.index ?? last) }) > 0;
}
