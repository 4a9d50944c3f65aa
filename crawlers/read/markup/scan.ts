import { Parser } from 'htmlparser2';
import type { PageText } from '../bytes/page.ts';
import { KIND_WORDS } from '../text/price-words.ts';
import { plainText } from './entities.ts';
import { LISTS, MAX_TEXT, keeps } from './found.ts';
import { frameOf } from './frame.ts';
import { ItemBuilder } from './items.ts';
import { LabelTexts } from './label-texts.ts';
import { BARE_AMOUNT, BARE_CENTS, ENDS_AMOUNT, FIRST_WORD, glued, inkOf, isSign, isStruck, RATING_TEXT, type Frame, type PageScan } from './mention.ts';
import { Mentions } from './mentions.ts';
import { PictureList } from './pictures.ts';
import { countsAsWell, mayCountReviews, ratedBeside, ratedByAttributes, ratedByText } from './rated.ts';
import { SpecRows } from './specs.ts';
import { namesBrand, spokenBy } from './spoken.ts';
import { namesOf, TraitTable } from './traits.ts';
import { BUY_WORD, DIGIT, linksToMaker, MONEY_TEXT, OTHERS_HEADING, PROMOTION_WORD, speaksOfStock } from './words.ts';

const MAX_CHARS = 8_000_000;
const CHUNK = 16_384;
const MAX_DEPTH = 600;
/** Shorter texts are no names of articles. */
const LEAST_NAME = 4;
/** … but may be those of brands. */
const LETTERS = /^\p{Lu}{2,3}$/u;
/** Texts that are looked at; no shop has a tenth of them on a page. */
const MAX_TEXTS = 50_000;

/** A blank that is not one single space; most texts have none. */
const UNEVEN_BLANKS = /[^\S ]|\s\s/;

/** More digits without a sign between them than a price has: the number of an article. */
const LONG_DIGITS = /^\d{7,}$/;

/** Names by which shop engines mark an article as sold or sold out. */
const STOCK_NAME = /(?:^|\s)(?:(?:is|product|item|pdp)[-_]{1,2})?(in-?stock|out-?of-?stock|sold-?out)(?:$|\s)/;

/**
 * Streams a page once: microdata and RDFa items, and the short texts that decide price, stock and identity. Bounded in time and memory.
 * @param titles what its head calls the page
 */
export function scanPage(page: PageText, titles: readonly string[] = []): PageScan {
  const scanner = new Scanner();
  scanner.titles = titles;
  const parser = new Parser({
    onopentag: (name, attributes) => scanner.open(name, attributes),
    ontext: (text) => scanner.onText(text),
    onclosetag: () => scanner.close(),
  }, { decodeEntities: true, lowerCaseTags: true });
  const length = Math.min(page.marks.length, MAX_CHARS);
  // Cut, not sliced: what is cut without letters beyond Latin-1 has one byte a character, and so has every text in it.
  for (let from = 0; from < length && scanner.depth < MAX_DEPTH; from += CHUNK) parser.write(page.cut(from, Math.min(length, from + CHUNK)));
  parser.end();
  return scanner.result();
}

class Scanner {
  readonly #stack: Frame[] = [];
  readonly #micro = new ItemBuilder('microdata');
  readonly #rdfa = new ItemBuilder('rdfa');
  /** What the head calls the page. */
  titles: readonly string[] = [];
  readonly #mentions = new Mentions(this.#stack);
  readonly #found = this.#mentions.found;
  readonly #traits = new TraitTable();
  readonly #pictures = new PictureList();
  readonly #specs = new SpecRows();
  readonly #breadcrumbs: string[] = [];
  readonly #labels = new LabelTexts();
  #last = '';
  #previous = '';
  /** The one before that is more than a sign. */
  #said = '';
  #previousStruck = false;
  #run = '';

  get depth(): number {
    return this.#stack.length;
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    this.#flush();
    const parent = this.#stack.at(-1);
    const depth = this.#stack.length;
    this.#micro.open(tag, attributes, depth);
    this.#rdfa.open(tag, attributes, depth);
    const own = namesOf(tag, attributes);
    const frame = frameOf(tag, attributes, own, this.#traits.of(tag, own), parent, depth, this.#last.slice(-60));
    this.#stack.push(frame);
    this.#specs.open(tag);
    this.#attributeTexts(tag, attributes, frame);
    if (!frame.silent && !frame.hidden) this.#pictures.open(tag, attributes, frame.zone, this.#mentions.order);
  }

  onText(text: string): void {
    const frame = this.#stack.at(-1);
    if (frame?.silent) {
      if (frame.tag === 'title' && namesBrand(this.#stack, text)) this.#mentions.add(this.#found.brands, text.trim(), frame, this.#last);
      return;
    }
    this.#micro.text(text);
    this.#rdfa.text(text);
    this.#run += this.#run.length < 4_000 ? text : '';
  }

  close(): void {
    this.#flush();
    const frame = this.#stack.pop();
    this.#micro.close(this.#stack.length);
    this.#rdfa.close(this.#stack.length);
    if (!frame) return;
    if (!frame.silent && !frame.hidden) this.#specs.close(frame.tag, frame.text, frame.zone);
    const rated = frame.silent ? undefined : ratedByText(frame.own, frame.text);
    if (rated !== undefined) this.#mentions.add(this.#found.ratings, rated, frame, frame.before);
    // A number and its word in elements of their own: `<b>890</b> reviews`.
    if (!frame.silent && frame.text.length <= 60 && frame.text.length > frame.first.length + 1 && DIGIT.test(frame.text) && mayCountReviews(frame.text.trim(), frame.own, '')) this.#mentions.add(this.#found.counts, frame.text, frame, frame.before);
    for (const want of frame.wants) if (keeps(want, frame, this.#found, this.#mentions.aside)) this.#mentions.add(this.#found[LISTS[want]], frame.text, frame, frame.before);
    const parent = this.#stack.at(-1);
    if (frame.tag === 'h1') this.#heading(frame);
    this.#amountAmong(frame);
    this.#splitAmount(frame);
    if (parent && frame.priced) parent.priced = true;
    if (parent) parent.struckLength += isStruck(frame) ? inkOf(frame.text) : frame.struckLength;
    if (parent && (frame.text !== '' || frame.tag === 'br') && parent.text.length <= MAX_TEXT && !(frame.hidden && !parent.hidden && parent.tag === 'h1')) parent.text = glued(frame, parent.text);
  }

  result(): PageScan {
    this.#flush();
    this.#mentions.settle();
    return { ...this.#found, microdata: this.#micro.roots, rdfa: this.#rdfa.roots, breadcrumbs: this.#breadcrumbs, pictures: this.#pictures.result(), labelled: this.#labels.found, specs: this.#specs.rows };
  }

  /** A text node as a whole, once the next tag has come. */
  #flush(): void {
    if (this.#run === '') return;
    const text = UNEVEN_BLANKS.test(this.#run) ? this.#run.replaceAll(/\s+/g, ' ') : this.#run;
    this.#run = '';
    const frame = this.#stack.at(-1);
    if (!frame || frame.silent) return;
    if (frame.text.length <= MAX_TEXT) frame.text += text.slice(0, MAX_TEXT + 1);
    const trimmed = text.trim();
    if (trimmed === '') return;
    if (frame.first === '') frame.first = trimmed;
    if (this.#mentions.follow(trimmed) > MAX_TEXTS) return;
    if (trimmed.length <= 60 && OTHERS_HEADING.test(trimmed)) this.#mentions.aside = this.#found.headings.some(({ tag }) => tag === 'h1');
    this.#textNode(trimmed, frame);
    this.#joinSign(trimmed, frame);
    // Not put together with a long text, which would be copied.
    this.#last = (trimmed.length < 60 ? `${this.#last} ${trimmed}` : trimmed).slice(-60);
    this.#previous = trimmed;
    if (trimmed.length > 1 || DIGIT.test(trimmed)) this.#said = trimmed;
    this.#previousStruck = frame.struck;
  }

  #textNode(text: string, frame: Frame): void {
    if (frame.crumbs) {
      if (/[\p{L}\p{N}]/u.test(text) && text.length < 120 && this.#breadcrumbs.length < 20) this.#breadcrumbs.push(plainText(text, 120));
    }
    this.#labels.take(text, (value, label) => this.#mentions.of(value, frame, label));
    if (text.length > MAX_TEXT) return;
    if (linksToMaker(text, frame.link, this.#previous)) this.#mentions.add(this.#found.brands, text, frame, this.#last);
    if ((text.length >= LEAST_NAME || LETTERS.test(text)) && !frame.crumbs && this.titles.some((title) => title.includes(text))) this.#mentions.add(this.#found.named, text, frame, this.#last);
    if (!frame.wants.includes('price') && DIGIT.test(text) && (MONEY_TEXT.test(text) || (BARE_AMOUNT.test(text) && KIND_WORDS.list.before.test(this.#last.slice(-25))) || (BARE_CENTS.test(text) && this.#stack.at(-2)?.wants.includes('price')))) {
      frame.priced = true;
      this.#mentions.add(this.#found.prices, text, frame, this.#last);
    }
    if (!frame.wants.includes('stock') && text.length <= 100 && speaksOfStock(text)) this.#mentions.add(this.#found.stock, text, frame, this.#last);
    if (text.length <= 120 && !frame.wants.includes('promotion') && PROMOTION_WORD.test(text)) this.#mentions.add(this.#found.promotions, text, frame, this.#last);
    if (text.length <= 30 && !frame.wants.includes('button') && BUY_WORD.test(text)) this.#mentions.add(this.#found.buttons, text, frame, this.#last);
    if (DIGIT.test(text) && mayCountReviews(text, frame.own, this.#previous)) this.#counted(text, frame);
    if (RATING_TEXT.test(text) && text.length <= 60) this.#mentions.add(this.#found.ratings, text, frame, this.#last);
  }

  /** How many have rated, and the average in front of it. */
  #counted(text: string, frame: Frame): void {
    this.#mentions.add(this.#found.counts, text, frame, this.#last);
    const rated = RATING_TEXT.test(text) ? undefined : ratedBeside(text, this.#said);
    if (rated !== undefined) this.#mentions.add(this.#found.ratings, rated, frame, this.#last);
  }

  /** A number and its currency sign in neighbouring elements, whichever comes first. */
  #joinSign(text: string, frame: Frame): void {
    const before = this.#previous;
    if (LONG_DIGITS.test(text) || LONG_DIGITS.test(before)) return;
    if (BARE_AMOUNT.test(text) && isSign(before) && !ENDS_AMOUNT.test(this.#last)) this.#mentions.add(this.#found.prices, `${before}${text}`, frame, this.#last.slice(0, -before.length));
    else if (BARE_AMOUNT.test(before) && isSign(FIRST_WORD.exec(text)?.[0] ?? text)) this.#mentions.add(this.#found.prices, `${before} ${text}`, { ...frame, struck: frame.struck || this.#previousStruck }, this.#last.slice(0, -before.length));
  }

  /** The heading by its first words where it holds more than a name; and what holds it, all of the article, is named after: `product instock`. */
  #heading(heading: Frame): void {
    if (heading.text.length > MAX_TEXT) this.#mentions.add(this.#found.headings, heading.first, heading, heading.before);
    for (const frame of this.#stack.slice(-8)) {
      const name = STOCK_NAME.exec(frame.own)?.[1];
      if (name !== undefined && !frame.hidden) this.#mentions.add(this.#found.stock, name, frame, '');
    }
  }

  /** The amount that stands in a price's element itself, beside others in elements of their own: `<p class="price"><s>$30</s> $24 <i>$60 / l</i></p>`. */
  #amountAmong(frame: Frame): void {
    if ((!frame.priced && frame.struckLength === 0) || frame.struck || frame.silent || !frame.wants.includes('price') || frame.first.length > 30) return;
    if (DIGIT.test(frame.first) && MONEY_TEXT.test(frame.first)) this.#mentions.add(this.#found.prices, frame.first, { ...frame, struckLength: 0 }, frame.before);
  }

  /** An amount whose sign and digits stand in elements of their own: `<b>30,000<sub>원</sub></b>`. */
  #splitAmount(frame: Frame): void {
    if (frame.priced || frame.silent || frame.wants.includes('price') || frame.text.length > 30 || !DIGIT.test(frame.text) || !MONEY_TEXT.test(frame.text)) return;
    frame.priced = true;
    this.#mentions.add(this.#found.prices, frame.text, frame, frame.before);
  }

  #attributeTexts(tag: string, attributes: Readonly<Record<string, string>>, frame: Frame): void {
    for (const key of ['aria-label', 'title', 'alt'] as const) {
      const text = attributes[key];
      if (text === undefined || text.length > 100 || !RATING_TEXT.test(text)) continue;
      this.#mentions.add(this.#found.ratings, text, frame, this.#last);
      if (countsAsWell(text)) this.#mentions.add(this.#found.counts, text, frame, this.#last);
    }
    const spoken = attributes['aria-label'];
    if (spoken !== undefined && spoken.length <= 100 && frame.wants.includes('price') && DIGIT.test(spoken) && MONEY_TEXT.test(spoken)) this.#mentions.add(this.#found.prices, spoken, frame, this.#last);
    const stars = ratedByAttributes(frame.own, attributes);
    if (stars !== undefined) this.#mentions.add(this.#found.ratings, stars, frame, this.#last);
    const alt = tag === 'img' ? attributes['alt'] : tag === 'svg' ? attributes['aria-label'] : undefined;
    if (alt && alt.length <= 60 && (frame.wants.includes('brand') || this.#stack.at(-2)?.wants.includes('brand'))) this.#mentions.add(this.#found.brands, alt, frame, this.#last);
    const spokenText = spokenBy(tag, attributes, frame);
    if (spokenText) this.#mentions.add(this.#found[spokenText.as], spokenText.text, frame, this.#last);
    const amount = attributes['data-price-amount'] ?? attributes['data-price'] ?? attributes['data-product-price'];
    if (amount !== undefined && /^\d{1,9}(?:[.,]\d{1,4})?$/.test(amount)) this.#mentions.add(this.#found.prices, amount, { ...frame, own: `${frame.own} data-price ${attributes['data-price-type'] ?? ''}`.toLowerCase() }, this.#last);
  }
}
