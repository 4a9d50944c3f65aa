import type { ConfigFile, Language } from '../../config/schema.ts';
import type { Advice, AdviceInput, Product, Recommendation } from '../../model/advice.ts';
import type { ListingId, SourceId, VersionId } from '../../model/ids.ts';
import { newest, settle } from '../identity.ts';
import { isOwn } from '../own.ts';
import { hasWord, loosePairs, normalWord, titleWords, trueWords } from './words.ts';

export type ListingSettings = ConfigFile['advice']['listing'];

/** What a rival's listing says of the same article. Only known readings; what is absent from the object is not known. */
export interface RivalListing {
  readonly listingId: ListingId;
  readonly versionId: VersionId;
  readonly sourceId: SourceId;
  readonly url: string;
  readonly title: string;
  readonly brand?: string;
  readonly seller?: string;
  readonly images?: number;
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface ListingInput {
  readonly product: Product;
  /** Listings with a confirmed match; the operator's own are left out here. */
  readonly rivals: readonly RivalListing[];
  readonly settings: ListingSettings;
  /** The operator's own sellers' names and shops' hosts. */
  readonly ownSellers: readonly string[];
  /** Listing recommendations made for the product so far; at least the newest of each kind. */
  readonly previous: readonly Recommendation[];
  readonly language: Language;
  readonly now: Date;
}

const MOST_KEYWORDS = 8;
const MOST_ATTRIBUTES = 10;
const MOST_RIVALS_SHOWN = 20;

/**
 * The listing recommendations that stand now, at most one of each kind; other open ones of the product are superseded. Something counts
 * when at least `minRivals` rivals have it, a rival being a seller (or a source that names none) however many listings it has. What is not
 * known of our own article (its images, its attributes) is never called missing.
 */
export function recommendListing(given: ListingInput): Recommendation[] {
  const input = { ...given, rivals: given.rivals.filter((rival) => !isOwn(rival, given.ownSellers)) };
  const { product, settings } = input;
  if (!settings.enabled || countRivals(input.rivals) < settings.minRivals) return [];
  return [keywords(input), images(input), attributes(input)].filter((found) => found !== undefined).flatMap(({ advice, inputs, reason }) => {
    const last = newest(input.previous.filter((one) => one.advice.kind === advice.kind));
    const draft = { sku: product.sku, advice, reason: reason[input.language], inputs };
    return settle(draft, last, input.now, settings.expires) ?? [];
  });
}

interface Found {
  readonly advice: Advice;
  readonly inputs: readonly AdviceInput[];
  readonly reason: Readonly<Record<Language, string>>;
}

const rivalKey = (rival: RivalListing): string => JSON.stringify([rival.sourceId, rival.seller ?? '']);
const countRivals = (rivals: readonly RivalListing[]): number => new Set(rivals.map(rivalKey)).size;

/** Which rivals have each of their things (words, attribute names), in the order in which they first occur. */
function holders(rivals: readonly RivalListing[], things: (rival: RivalListing) => readonly string[]): Map<string, RivalListing[]> {
  const found = new Map<string, RivalListing[]>();
  for (const rival of rivals) for (const thing of new Set(things(rival))) found.set(thing, [...(found.get(thing) ?? []), rival]);
  return found;
}

/** Those that enough rivals have and `has` does not, the most common first. */
function missing(found: ReadonlyMap<string, readonly RivalListing[]>, minRivals: number, has: (thing: string) => boolean): [string, readonly RivalListing[]][] {
  return [...found].filter(([thing, by]) => countRivals(by) >= minRivals && !has(thing)).toSorted(([, a], [, b]) => countRivals(b) - countRivals(a));
}

function keywords({ product, rivals, settings }: ListingInput): Found | undefined {
  const names = rivals.flatMap((rival) => [rival.brand, rival.seller]).filter((name) => name !== undefined).flatMap((name) => [...titleWords(name), normalWord(name)]);
  const own = [product.title, ...product.keywords, ...Object.values(product.attributes ?? {})].join(' ');
  const pairs = trueWords(rivals.flatMap((rival) => loosePairs(rival.title)));
  const wordsOf = ({ title }: RivalListing): string[] => [...titleWords(title), ...loosePairs(title).map((pair) => pair.word).filter((word) => pairs.has(word))];
  const found = missing(holders(rivals, wordsOf), settings.minRivals, (word) => names.includes(word) || hasWord(own, word)).slice(0, MOST_KEYWORDS);
  if (found.length === 0) return undefined;
  const by = rivals.filter((rival) => found.some(([, holding]) => holding.includes(rival)));
  const words = found.map(([word]) => word);
  const most = countRivals(found[0]?.[1] ?? []);
  return {
    advice: { kind: 'add_keywords', keywords: words }, inputs: inputsOf('own_title', product.title, by, 'rival_title', (rival) => rival.title),
    reason: { en: `Up to ${most} rivals have words in their titles that yours lacks: ${words.join(', ')}.`, 'zh-CN': `最多有${most}家竞品的标题包含您标题中没有的词：${words.join('、')}。` },
  };
}

function images({ product, rivals, settings }: ListingInput): Found | undefined {
  const have = product.images;
  const counted = rivals.filter((rival) => rival.images !== undefined).toSorted((a, b) => (b.images ?? 0) - (a.images ?? 0));
  const enough = counted.find((_, i) => countRivals(counted.slice(0, i + 1)) >= settings.minRivals)?.images;
  if (have === undefined || enough === undefined || have >= enough) return undefined;
  const by = counted.filter((rival) => (rival.images ?? 0) >= enough);
  const count = countRivals(by);
  return {
    advice: { kind: 'add_images', have, rivalsHave: enough }, inputs: inputsOf('own_images', String(have), by, 'rival_images', (rival) => String(rival.images)),
    reason: { en: `${count} rivals show ${enough} images or more; you show ${have}.`, 'zh-CN': `${count}家竞品展示了至少${enough}张图片，您只有${have}张。` },
  };
}

function attributes({ product, rivals, settings }: ListingInput): Found | undefined {
  if (product.attributes === undefined) return undefined;
  const own = new Set(Object.keys(product.attributes).map(normalName));
  const shown = new Map(rivals.flatMap((rival) => Object.keys(rival.attributes ?? {})).toReversed().map((name) => [normalName(name), name]));
  const found = missing(holders(rivals, (rival) => Object.keys(rival.attributes ?? {}).map(normalName)), settings.minRivals, (name) => name === '' || own.has(name)).slice(0, MOST_ATTRIBUTES);
  if (found.length === 0) return undefined;
  const by = rivals.filter((rival) => found.some(([, holding]) => holding.includes(rival)));
  const names = found.map(([name]) => shown.get(name) ?? name);
  const most = countRivals(found[0]?.[1] ?? []);
  return {
    advice: { kind: 'add_attributes', attributes: names },
    inputs: inputsOf('own_attributes', Object.keys(product.attributes).join(', '), by, 'rival_attributes', (rival) => Object.keys(rival.attributes ?? {}).join(', ')),
    reason: { en: `Up to ${most} rivals state what your listing does not: ${names.join(', ')}.`, 'zh-CN': `最多有${most}家竞品填写了您未填写的属性：${names.join('、')}。` },
  };
}

const normalName = (name: string): string => name.normalize('NFKC').trim().toLowerCase().replace(/[:：\s]+$/, '');

function inputsOf(ownName: string, ownValue: string, rivals: readonly RivalListing[], name: string, value: (rival: RivalListing) => string): AdviceInput[] {
  const shown = rivals.slice(0, MOST_RIVALS_SHOWN).map((rival): AdviceInput => ({ name, value: value(rival).slice(0, 300), listingId: rival.listingId, versionId: rival.versionId, url: rival.url }));
  return [{ name: ownName, value: ownValue }, ...shown];
}
