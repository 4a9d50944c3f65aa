import type { Availability } from '../../../model/listing.ts';
import { add, evidence, type Candidates } from '../candidates.ts';
import { isBareLabel, labelKind } from '../markup/labels.ts';
import type { Mention, PageScan } from '../markup/mention.ts';
import { isEmptyWord } from '../schema-org/product.ts';
import { normaliseGtin } from '../text/gtin.ts';

/** A shop's own number, shown once beside the heading under its name, is what the shop calls the article. */
const SHOWN_NUMBER = 0.93;
/** Texts between the heading and a label that still speaks of the article itself. */
const NEAR = 400;

/** Yes and no, in the languages of the shops, and as signs. */
const YES: ReadonlySet<string> = new Set(['yes', 'ja', 'oui', 'sí', 'si', 'sì', 'sim', 'tak', 'ano', 'áno', 'kyllä', 'igen', 'da', 'да', 'так', 'ναι', 'evet', 'var', '有', '是', 'あり', '有り', '있음', '✓', '✔', '○', '◯', '◎']);
const NO: ReadonlySet<string> = new Set(['no', 'nein', 'non', 'não', 'nie', 'ne', 'nee', 'nej', 'nei', 'ei', 'nem', 'nu', 'нет', 'ні', 'не', 'όχι', 'yok', 'none', '无', '無', '否', 'なし', '無し', '없음', '✗', '✘', '✖', '✕', '×', '❌']);
/** An answer under its question. */
const YES_OR_NO = 0.72;

/** Too long for a size, a colour or a place. */
const LONG_NUMBER = /^\d{5,14}$/;

interface Named {
  readonly label: string;
  readonly value: string;
  readonly mention: Mention;
}

/** Adds brand and numbers that stand under their names: `SKU: 4711`, `Marke | Acme`. */
export function labelledTexts(scan: PageScan, heading: number | undefined, into: Candidates): void {
  const numbers: Named[] = [];
  for (const { label, mention } of scan.labelled) {
    if (mention.region !== 'main' && mention.region !== 'shipping') continue;
    const value = mention.text.replace(/^[\s:#：]+/, '').replace(/^\[([^[\]]+)\]$/, '$1').trim();
    const kind = labelKind(label);
    if (value === '' || value.length > 60 || (kind !== 'stock' && isEmptyWord(value))) continue;
    const from = evidence('text', `${label} | ${mention.marks.slice(0, 120)}`, value);
    if (kind === 'gtin') add(into, 'gtin', normaliseGtin(value), 0.75, from);
    else if (kind === 'brand') add(into, 'brand', value, 0.6, from);
    else if (kind === 'stock' && !mention.hidden && isNear(mention, heading)) {
      add(into, 'availability', yesOrNo(value), YES_OR_NO, from);
      add(into, 'quantity', countIn(value), COUNTED, from);
    } else if (kind === 'condition' && !mention.aside && isNear(mention, heading) && CONDITION.test(value)) add(into, 'condition', value, 0.6, from);
    else if (kind === 'mpn' && isNumber(value)) add(into, 'mpn', value, 0.6, from);
    else if (kind === 'sku' && !mention.hidden && isNumber(value) && (!isBareLabel(label) || LONG_NUMBER.test(value))) numbers.push({ label, value, mention });
  }
  if (numbers.length === 0) numbers.push(...namedNumbers(scan, heading));
  addNumbers(numbers, heading, into);
}

/** What stands in elements named after the shop's number, without its label: `<span class="sku">4711</span>`. */
function namedNumbers({ numbers }: PageScan, heading: number | undefined): Named[] {
  return numbers.flatMap((mention) => {
    const value = mention.text.trim();
    return mention.region === 'main' && !mention.hidden && !mention.aside && isNear(mention, heading) && isNumber(value) && !isEmptyWord(value) ? [{ label: 'sku', value, mention }] : [];
  });
}

/** Words for how new a thing is; the labels in front of them ask for places and countries as well. */
const CONDITION = /(?<!\p{L})(?:new|used|refurbished|renewed|pre-?owned|open[ -]box|like new|(?:very )?good|neu(?:wertig)?|gebraucht|generalüberholt|neuf|neuve|occasion|reconditionné|(?:très )?bon état|nuevo|usado|reacondicionado|novo|seminovo|recondicionado|nuovo|usato|ricondizionato|now[ya]|używan[ya]|odnowiony|nieuw|gebruikt|tweedehands|gerefurbished|begagnad|brugt|brukt|ny|käytetty|uusi|nový|použit[éý]|použitý|új|használt|nou|folosit|новый|новая|б\/у|yeni|ikinci el)(?!\p{L})|全新|二手|[九八七95]\d?成新|新品|中古|未使用|새\s?상품|중고/iu;
/** A number under a label for the stock. */
const COUNTED = 0.6;
const PIECES = /^(\d{1,6})(?: ?(?:pcs|pieces|stk|stück|st|szt|ks|db|kpl|шт|件|個|个|点|개)\.?)?$/i;

/** How many pieces there are, where the value is a number of them. */
function countIn(value: string): number | undefined {
  const count = PIECES.exec(value)?.[1];
  return count === undefined ? undefined : Number(count);
}

/** Whether an article is there, under a label that asks for it: yes, no, or how many. */
function yesOrNo(value: string): Availability | undefined {
  const word = value.toLowerCase().replace(/[.!]$/, '');
  const count = countIn(word);
  if (count !== undefined) return count > 0 ? 'in_stock' : 'out_of_stock';
  return YES.has(word) ? 'in_stock' : NO.has(word) ? 'out_of_stock' : undefined;
}

/** The number that is shown; where the page shows several, those of parts or of other sizes are among them. */
function addNumbers(numbers: readonly Named[], heading: number | undefined, into: Candidates): void {
  const near = numbers.filter(({ mention }) => isNear(mention, heading));
  const alone = new Set(numbers.map(({ value }) => value.toLowerCase())).size === 1;
  for (const one of numbers) {
    const trust = alone && near.includes(one) ? SHOWN_NUMBER : 0.6;
    add(into, 'sku', one.value, trust, evidence('text', `${one.label} | ${one.mention.marks.slice(0, 120)}`, one.value));
  }
}

/** Where the page speaks of its own article. */
function isNear({ order }: Mention, heading: number | undefined): boolean {
  return heading !== undefined && order >= heading - 60 && order <= heading + NEAR;
}

function isNumber(value: string): boolean {
  return (/\d/.test(value) && !/\s.*\s/.test(value)) || /^[A-Z][A-Z_-]{3,}$/.test(value);
}
