import type { ListingFields, Price } from '../../../model/listing.ts';
import { absent, type Evidence, type Reading } from '../../../model/reading.ts';
import { evidence } from '../candidates.ts';
import type { PageText } from '../bytes/page.ts';
import type { PageContext } from '../context.ts';
import { isObject, listOf, type JsonObject } from '../json/value.ts';
import { labelKind } from '../markup/labels.ts';
import type { PageScan } from '../markup/mention.ts';
import { ownProduct } from '../schema-org/choose.ts';
import type { Graph } from '../schema-org/nodes.ts';
import { numberOf, textOf } from '../schema-org/values.ts';
import { saysNone } from '../text/none.ts';

const IN_DATA = { brand: ['brand'], sku: ['sku'], mpn: ['mpn'], gtin: ['gtin', 'gtin13', 'gtin14', 'gtin12', 'gtin8', 'ean', 'isbn'] } as const;
/** In place of the price. */
const ON_REQUEST = />\s{0,20}((?:price (?:up)?on (?:request|application|enquiry)|call for (?:a )?price|contact us for (?:a )?(?:price|quote)|preis auf anfrage|prix sur demande|precio a consultar|consultar precio|(?:preço )?sob consulta|prezzo su richiesta|cena na (?:zapytanie|życzenie|vyžádání|dotaz)|zapytaj o cenę|prijs op aanvraag|цена по запросу|价格面议|面议|價格面議|价格请咨询|価格(?:は)?(?:お問い合わせ|応談)|要問合せ|가격 ?문의))[.!]?\s{0,20}</giu;
/** In place of the stars. */
const NO_REVIEWS = />\s{0,20}((?:there are )?(?:no (?:customer )?(?:reviews?|ratings?)(?: yet| available)?|not (?:yet )?(?:reviewed|rated)(?: yet)?|be the first to (?:write a )?review[^<>]{0,60}|(?:noch )?keine (?:bewertungen|rezensionen)(?: vorhanden)?|aucun avis(?: client)?(?: pour (?:le moment|l['’]instant))?|(?:a[uú]n )?(?:no hay|sin) (?:opiniones|valoraciones|reseñas)(?: todavía)?|(?:ainda )?(?:não há|sem) avaliações(?: ainda)?|nessuna recensione|(?:non ci sono )?ancora (?:nessuna )?recension[ei]|brak (?:opinii|ocen)|(?:nog )?geen (?:reviews|beoordelingen)|(?:暂无|还没有|尚无)(?:评价|评论)|(?:暫無|尚無)(?:評價|評論)|(?:まだ)?レビュー(?:は|が)?(?:まだ)?(?:ありません|ございません)|(?:нет|пока нет) отзывов))[.!。！]?\s{0,20}</giu;
/** The part of the page from its heading on where such words speak of its own article. */
const NEAR_CHARS = 40_000;
/** Said more often, it is said of other articles: cards of a list have it each. */
const MOST_OFTEN = 2;

/** What the absences of a page are looked for in. */
export interface AbsenceInput {
  readonly text: PageText;
  readonly graphs: readonly Graph[];
  /** Labels of the visible page, when it was looked at. */
  readonly labelled: PageScan['labelled'] | undefined;
}

/**
 * The fields with those the page says there are none of: a brand "does not apply", no reviews yet, a price on
 * request. Only where nothing was read: a value always stands above such words.
 */
export function withAbsences(fields: ListingFields, input: AbsenceInput, page: PageContext): ListingFields {
  const nodes = input.graphs.flatMap((graph) => {
    const own = ownProduct(graph, page);
    return own ? [{ ...own, graph }] : [];
  });
  const named = (name: keyof typeof IN_DATA): Reading<string> => orAbsent(fields[name], () => inData(name, nodes) ?? inLabels(name, input.labelled));
  const rating = orAbsent(fields.rating, () => unrated(nodes) ?? inWords(NO_REVIEWS, input));
  return {
    ...fields, brand: named('brand'), sku: named('sku'), mpn: named('mpn'), gtin: named('gtin'),
    rating, starMix: orAbsent(fields.starMix, () => (rating.state === 'absent' ? rating.evidence : undefined)),
    price: priceOnRequest(fields.price, input),
  };
}

/** What is paid to have it kept is no price where the price is on request. */
function priceOnRequest(price: Reading<Price>, input: AbsenceInput): Reading<Price> {
  const because = price.state === 'known' && price.value.kind === 'deposit' ? inWords(ON_REQUEST, input) : undefined;
  return because ? absent<Price>(because) : orAbsent(price, () => inWords(ON_REQUEST, input));
}

function orAbsent<T>(reading: Reading<T>, find: () => Evidence | undefined): Reading<T> {
  const because = reading.state === 'unknown' && (reading.reason === 'not_found' || reading.reason === 'not_read') ? find() : undefined;
  return because ? absent<T>(because) : reading;
}

type Own = { readonly node: JsonObject; readonly place: string; readonly graph: Graph };

function inData(name: keyof typeof IN_DATA, nodes: readonly Own[]): Evidence | undefined {
  for (const { node, place, graph } of nodes) {
    for (const key of IN_DATA[name]) {
      const text = textOf(graph.resolve(node[key]), 60);
      if (text !== undefined && saysNone(text)) return inPlace(`${place}.${key}`, text);
    }
  }
  return undefined;
}

/** Microdata and RDFa are read in the shape of JSON-LD; their places begin with their names. */
function inPlace(place: string, raw: string): Evidence {
  return evidence(place.startsWith('microdata') ? 'microdata' : place.startsWith('rdfa') ? 'rdfa' : 'json-ld', place, raw);
}

function inLabels(name: keyof typeof IN_DATA, labelled: AbsenceInput['labelled']): Evidence | undefined {
  for (const { label, mention } of labelled ?? []) {
    const value = mention.text.replace(/^[\s:#：]+/, '').trim();
    if (labelKind(label) === name && saysNone(value) && mention.region !== 'related') return evidence('text', label, value);
  }
  return undefined;
}

/** An aggregate of no votes. */
function unrated(nodes: readonly Own[]): Evidence | undefined {
  for (const { node, place, graph } of nodes) {
    const rating = listOf(graph.resolve(node['aggregateRating'])).find(isObject);
    const count = rating && numberOf(rating['reviewCount'] ?? rating['ratingCount']);
    if (count === 0) return inPlace(`${place}.aggregateRating.reviewCount`, '0');
  }
  return undefined;
}

/** Words in an element of their own near the heading. Only where the visible page was looked at. */
function inWords(pattern: RegExp, { text, labelled }: AbsenceInput): Evidence | undefined {
  const heading = labelled ? text.marks.search(/<h1[\s>]/i) : -1;
  if (heading < 0) return undefined;
  const said = [...text.cut(heading, heading + NEAR_CHARS).matchAll(pattern)].flatMap(([, words]) => words ?? []);
  const [first] = said;
  return first === undefined || said.length > MOST_OFTEN ? undefined : evidence('text', 'words in place of it', first);
}
