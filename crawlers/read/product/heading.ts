import type { PageContext } from '../context.ts';
import type { Mention, PageScan } from '../markup/mention.ts';
import { MONEY_TEXT, TITLE_MARK } from '../markup/words.ts';
import { shareIn, wordsOf } from '../schema-org/choose.ts';
import { isAnyPage, isShopName, withoutShop } from './shop-name.ts';

/** A text that is less of the window's title than this is the name of a category as well as that of the article. */
const LEAST_SHARE = 0.4;
/** Names of elements that hold a name. */
const NAME_MARK = /name|title|heading|subject/;

/** The article's name as the page shows it: its heading, or without one the text of which the window's title is made. */
export function ownName(scan: PageScan, page: PageContext): Mention | undefined {
  const heading = ownHeading(scan, page);
  if (heading?.tag === 'h1' && !namesNothing(heading.text, page)) return heading;
  const title = windowTitle(page);
  const own = heading && title.includes(heading.text) && !namesNothing(heading.text, page) ? heading : namesNothing(title, page) ? undefined : shownName(scan, page);
  return own ?? nameByPlace(scan, page) ?? heading;
}

/** Texts from a name to the price it stands above. */
const ABOVE_PRICE = 12;

/** Prices that are looked at: the first may be an amount from which delivery is free. */
const MOST_PRICES = 20;

/** Where the window's title says nothing of the article: the text nearest above a price in an element named after its name, else such a small heading. Without a price the first so named. */
function nameByPlace({ titled, prices }: PageScan, page: PageContext): Mention | undefined {
  const good = titled.filter(({ text, region, hidden, aside, struck }) => region === 'main' && !hidden && !aside && !struck && letters(text) >= 2 && !MONEY_TEXT.test(text) && !namesNothing(text, page));
  // What holds the name and more is named like it.
  const names = good.filter((one) => !good.some((other) => other.order <= one.order && one.text.startsWith(`${other.text} `)));
  const shown = prices.filter(({ region, aside, hidden }) => region === 'main' && !aside && !hidden).slice(0, MOST_PRICES);
  const named = names.filter(({ own }) => TITLE_MARK.test(own));
  return aboveOne(shown, named) ?? aboveOne(shown, names) ?? named[0];
}

function aboveOne(prices: readonly Mention[], names: readonly Mention[]): Mention | undefined {
  for (const price of prices) {
    const name = names.findLast(({ order }) => order <= price.order && order >= price.order - ABOVE_PRICE);
    if (name) return name;
  }
  return undefined;
}

/** The shop's name, or words for any article. */
function namesNothing(text: string, page: PageContext): boolean {
  return isAnyPage(text) || isShopName(text, page);
}

function windowTitle({ head }: PageContext): string {
  return head.meta.get('og:title') ?? head.title;
}

/** The heading of the article: the one most like the page's title, an h1 before an h2 or h3 that is as like; else the only h1. */
function ownHeading(scan: PageScan, page: PageContext): Mention | undefined {
  const title = windowTitle(page);
  const main = scan.headings.filter((mention) => mention.region === 'main' && /\p{L}/u.test(mention.text));
  const titleWords = wordsOf(title);
  const either = new Set(wordsOf(`${title} ${page.head.title}`));
  const ranked = main.map((mention) => {
    const words = wordsOf(mention.text);
    const alike = shareIn(either, words);
    const whole = (alike + shareIn(new Set(words), titleWords)) / 2;
    const begins = title.trimStart().startsWith(mention.text) ? 0.01 : 0;
    return { mention, score: alike >= (mention.tag === 'h1' ? 0.6 : 0.8) ? whole + (mention.tag === 'h1' ? 0.25 : 0) + begins : 0 };
  }).toSorted((a, b) => b.score - a.score);
  const tops = main.filter((mention) => mention.tag === 'h1');
  return ranked[0] && ranked[0].score >= 0.5 ? ranked[0].mention : tops.length === 1 ? tops[0] : undefined;
}

/**
 * Of the texts that stand in the window's title word for word the longest, or that the title begins with where no other is twice as long;
 * where it stands more than once, in an element named after names.
 */
function shownName({ named }: PageScan, page: PageContext): Mention | undefined {
  const title = withoutShop(windowTitle(page), page);
  const whole = letters(title);
  const texts = named.filter(({ text, region, hidden, aside, order }) => region === 'main' && !hidden && !aside && order > 0 && title.includes(text) && !namesNothing(text, page) && letters(text) >= Math.max(4, whole * LEAST_SHARE));
  const longest = texts.toSorted((a, b) => letters(b.text) - letters(a.text))[0];
  if (!longest) return undefined;
  const begins = texts.find(({ text }) => title.startsWith(text) && letters(text) * 2 > letters(longest.text));
  const name = begins && !longest.text.includes(begins.text) ? begins.text : longest.text;
  const same = texts.filter(({ text }) => text === name);
  return same.find(({ own }) => NAME_MARK.test(own)) ?? same[0];
}

function letters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
