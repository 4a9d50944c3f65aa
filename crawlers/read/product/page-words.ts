import { PLATFORM } from '../../platforms/registry.ts';
import type { Platform } from '../../platforms/platform.ts';
import { WordSearch, type FoundWords } from '../text/word-search.ts';

/** Between words. */
const GAPS = [' ', '-', '\n', '\t', '\r', '\u00a0'];
/** Words that say sold out in the languages of the shops, in Latin-1. */
const SOLD_OUT = [
  ...['', ...GAPS].map((gap) => `sold${gap}out`), ...GAPS.flatMap((one) => GAPS.map((other) => `out${one}of${other}stock`)),
  'ausverkauft', 'nicht lieferbar', 'nicht mehr lieferbar', 'nicht verf', 'nicht mehr verf', 'épuisé', 'rupture', 'agotado', 'esaurit', 'esgotado', 'indispon', 'uitverkocht', 'wyprzedan', 'vypredan', 'vyprodán', 'nelze ', 'currently unavailable',
  'no longer available', 'slutsåld', 'udsolgt', 'utsolgt', 'nicht vorr', 'abverkauft', 'hors stock', 'sin stock', 'sin existenc', 'fuori stock', 'fora de estoque', 'sem estoque', 'niet op voorraad', 'niet leverb', 'ikke på lager', 'e i lager', 'j i lager',
  'loppuunmyyty', 'läbi müüdud', 'elfogyott', 'rasprodan', 'razprodan', 'habis', 'back in stock',
];

/** Names of what shows how ratings fall on the stars. */
const STAR_MIX = ['histogram', 'distribution', 'breakdown', ...['bar', 'chart', 'row'].flatMap((part) => [`rating${part}`, `rating-${part}`]), 'filterbystar'];

/** Words in front of a price that is not the one to pay, where no mark-up says so. */
const OLD_WORDS = ['was $', 'was £', 'was: $', 'was: £', 'regularly $', 'regularly £', 'rrp: ', 'rrp £', 'msrp: $', 'uvp: ', 'original price: '];

type List = Platform | 'soldOut' | 'struck' | 'starMix';
/** Which of the words stand in a page, and where. */
export type PageWords = FoundWords<List>;

/** Every word that is looked for in each page of an article, found together: the marks of platforms among them. */
export const PAGE_WORDS = new WordSearch<List>([
  ...Object.values(PLATFORM).map((platform) => [platform, platform.marks ?? []] as const), ['soldOut', SOLD_OUT], ['struck', ['line-through', ...OLD_WORDS]], ['starMix', STAR_MIX],
]);
