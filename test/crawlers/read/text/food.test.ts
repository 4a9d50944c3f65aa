import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activePlatforms } from '../../../../crawlers/platforms/registry.ts';
import { parseRobots } from '../../../../crawlers/fetch/robots/parse.ts';
import { foldedTitle } from '../../../../crawlers/read/decide/title.ts';
import { pageText } from '../../../../crawlers/read/bytes/page.ts';
import { cutBalanced } from '../../../../crawlers/read/json/cut.ts';
import { parseJson } from '../../../../crawlers/read/json/parse.ts';
import { assignedStates } from '../../../../crawlers/read/json/state.ts';
import { flatten } from '../../../../crawlers/read/list/flat.ts';
import { decodeEntities, plainText } from '../../../../crawlers/read/markup/entities.ts';
import { readHead } from '../../../../crawlers/read/markup/head.ts';
import { scanPage } from '../../../../crawlers/read/markup/scan.ts';
import { cutScripts } from '../../../../crawlers/read/markup/scripts.ts';
import { jsonWall } from '../../../../crawlers/read/outcome/answer.ts';
import { classify } from '../../../../crawlers/read/outcome/classify.ts';
import { headingsOf, productNames, visibleText } from '../../../../crawlers/read/outcome/signs.ts';
import { readableText } from '../../../../crawlers/read/page-text.ts';
import { saysSoldOut, searched, showsOldPrice, showsPromotion } from '../../../../crawlers/read/product/against.ts';
import { PAGE_WORDS } from '../../../../crawlers/read/product/page-words.ts';
import { schemaAvailability } from '../../../../crawlers/read/schema-org/offers.ts';
import { isEmptyWord } from '../../../../crawlers/read/schema-org/product.ts';
import { parseAvailability } from '../../../../crawlers/read/text/availability.ts';
import { parseCount } from '../../../../crawlers/read/text/count.ts';
import { readCurrency } from '../../../../crawlers/read/text/currency.ts';
import { parseDate } from '../../../../crawlers/read/text/date.ts';
import { normaliseGtin } from '../../../../crawlers/read/text/gtin.ts';
import { saysNone } from '../../../../crawlers/read/text/none.ts';
import { normalise } from '../../../../crawlers/read/text/normal.ts';
import { parsePrice } from '../../../../crawlers/read/text/price.ts';
import { parsePromotions } from '../../../../crawlers/read/text/promotion.ts';
import { ratingOfMarkup } from '../../../../crawlers/read/text/rating-markup.ts';
import { parseRating } from '../../../../crawlers/read/text/rating.ts';
import { parseUnitPrice } from '../../../../crawlers/read/text/unit-price.ts';
import { canonicalUrl, parseUrl, pathKey } from '../../../../crawlers/read/url.ts';
import { cpuClock } from '../../../support/cpu.ts';
import { hints } from '../pages.ts';

/** Everything that looks at text from outside. */
const PARSERS: Readonly<Record<string, (text: string) => unknown>> = {
  parsePrice, parsePromotions, parseAvailability, parseCount, parseRating, ratingOfMarkup, normaliseGtin, parseDate, readCurrency, parseUnitPrice, saysNone, normalise, foldedTitle, schemaAvailability, isEmptyWord,
  plainText, decodeEntities, parseJson, flatten, readableText, visibleText, productNames, jsonWall, parseRobots,
  scan: (text) => scanPage(pageText(text)), head: (text) => readHead(pageText(text)), scripts: (text) => cutScripts(pageText(text)), headings: (text) => headingsOf(pageText(text), 5), cut: (text) => cutBalanced(text, 0), states: (text) => [...assignedStates(text)], classify: (text) => classify(pageText(text), hints()), platforms: (text) => activePlatforms('generic', PAGE_WORDS.in(text), 'localhost'),
  against: (text) => { const near = searched(pageText(text), PAGE_WORDS.in(text)); return [saysSoldOut(near), showsOldPrice(near), showsPromotion(near)]; },
  url: (text) => { const url = parseUrl(text, 'https://shop.example/') ?? parseUrl(`https://shop.example/${text}`); return url && [canonicalUrl(url), pathKey(url)]; },
};

/** Pieces that patterns try to match again and again. */
const PIECES = [
  'a', '1', '1,', '1.', '1 ', '￥', '$', '€1 ', ' ', '\u00a0', '\n', '\t', '"', "'", '`', '<', '>', '</', '<!--', '-->', '<a ', '<h1>', '<title>', '<script>', '&', '&amp', '&#', '&#x41;', '{', '}', '[', '(', ')', '\\', '/', '//', '/*', ':', ';', ',', '=', '-', '–', '_', '#', '?', '%', '%E4', '@', '*', '\0', '\ud800', '\udc00', '\ufeff',
  'buy ', 'buy 2 ', 'get ', 'off ', 'save 10% ', '满', '满1', '减', '第2件', '打', '折', '元', '万', '起', '券', '円', '원', 'from ', 'was ', 'now ', 'per ', 'per 100 g ', '/kg', 'x 2 ', 'stock ', 'in ', 'sold ', 'out of ', 'not ', 'stars ', '4.5 out of 5 ', '★', '½', '+', '10万+', 'k', 'a=', 'a.', 'a={', 'var a = ', 'a(', 'JSON.parse("', '"@type":"Product"', '"name":"', 'class="', 'price', 'price ', 'old-price ', 'Allow: /*', 'User-agent: a\n', 'http://', '../', 'January ', '2024-', '12:', 'ago ',
];
const LENGTH = 50_000;
/** Milliseconds of processor time for a text of that length; quadratic work takes many times that. */
const MOST = 1_500;

describe.each(Object.entries(PARSERS))('%s', (_, parse) => {
  it('takes bounded time for long runs of anything', () => {
    for (const piece of PIECES) {
      const run = piece.repeat(Math.ceil(LENGTH / piece.length));
      for (const text of [run, `${run}!`, `€1${run}`, `<p>${run}`]) {
        const spent = cpuClock();
        parse(text);
        expect(spent(), `${JSON.stringify(piece)}, as in ${JSON.stringify(text.slice(0, 12))}`).toBeLessThan(MOST);
      }
    }
  });

  it('takes bounded time for runs of two', () => {
    fc.assert(fc.property(fc.constantFrom(...PIECES), fc.constantFrom(...PIECES), fc.constantFrom(...PIECES), (a, b, end) => {
      const spent = cpuClock();
      parse(`${a.repeat(300)}${`${a}${b}`.repeat(3_000)}${end}`);
      expect(spent()).toBeLessThan(MOST);
    }), { numRuns: 40 });
  });

  it('never throws', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join('')));
    fc.assert(fc.property(text, (one) => { expect(() => parse(one)).not.toThrow(); }), { numRuns: 200 });
  });
});
