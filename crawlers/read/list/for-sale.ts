import { type FlatElement, type FlatPage, textOf, upwards } from './flat.ts';
import { articleId } from './ids.ts';
import { hasMoney } from './money.ts';
import { markOf } from './names.ts';
import { ARTICLE_URL, BUY, CATEGORY_URL, NEWS_MARK, PRICE_MARK, PRODUCT_MARK, PRODUCT_URL, STORY, STORY_URL, WRITTEN } from './words.ts';

/** An address with the number of an article. */
export const NUMBERED = /\d{4}/;

/** An address whose last part is that of an article, however short. */
const OF_PRODUCT = /\/(?:products?|items?|goods)\/[^/?#]+\/?(?:[?#]|$)/i;

/** A block without a price that can be an article of a shop: by its address, its names or a button; a story of a magazine is none. */
export function isForSale(page: FlatPage, element: FlatElement, url: string): boolean {
  const [text, name] = [textOf(page, element, 600), element.attributes['class'] ?? ''];
  if (isStory(page, element, url)) return false;
  return BUY.test(text) || PRODUCT_MARK.test(name) || ARTICLE_URL.test(url) && !isNews(page, element);
}

/** News: by the names of what they stand in, or how long ago they were written. */
function isNews(page: FlatPage, element: FlatElement): boolean {
  const around = [...upwards(page, element.index, 3)].filter((one) => one === element || one.end - one.index < 2 * (element.end - element.index) + 6);
  return around.some((one) => NEWS_MARK.test(one.attributes['class'] ?? '') || WRITTEN.test(textOf(page, one, 600)));
}

/** A block without price and picture that is an article's: by the id it names, or its name and the address of an article, or that address alone where it repeats the words of the block. */
export function isArticle(page: FlatPage, element: FlatElement, url: string): boolean {
  const text = textOf(page, element, 80);
  const named = PRODUCT_MARK.test(element.attributes['class'] ?? '');
  const sure = articleId(element) !== undefined || named && OF_PRODUCT.test(url) || PRODUCT_URL.test(url) && (named || NUMBERED.test(url) && repeats(url, text));
  return sure && /\p{L}{2}|\d/u.test(text) && !CATEGORY_URL.test(url) && !isStory(page, element, url) && !isInText(page, element);
}

function repeats(url: string, text: string): boolean {
  const address = url.toLowerCase();
  return (text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).slice(0, 12).some((word) => address.includes(word));
}

/** Words of a text that goes on around them. */
function isInText(page: FlatPage, { parent }: FlatElement): boolean {
  const around = page.elements[parent];
  return around !== undefined && page.texts.slice(around.textFrom, around.textTo).some((run) => run.element === parent && /\p{L}{3}/u.test(run.text));
}

/** An amount of money that stands alone, as what a bid or an advertisement asks does. */
function holdsAmount(page: FlatPage, { textFrom, textTo }: FlatElement): boolean {
  return page.texts.slice(textFrom, Math.min(textTo, textFrom + 60)).some(({ text }) => AMOUNT.test(text.trim()) && hasMoney(text, page));
}

const AMOUNT = /^\D{0,6}\d[\d.,' ]*\D{0,6}$/;

/** A story, a place, an event: by its address, a date, the words at its foot; what can be bought is none. */
export function isStory(page: FlatPage, element: FlatElement, url: string): boolean {
  const text = textOf(page, element, 600);
  const told = STORY_URL.test(url) && !PRODUCT_URL.test(url) || STORY.test(text) || page.elements.slice(element.index, Math.min(element.end, element.index + 200)).some((one) => one.tag === 'time') && !holdsAmount(page, element);
  return told && !BUY.test(text) && !page.elements.slice(element.index, Math.min(element.end, element.index + 200)).some((one) => PRICE_MARK.test(markOf(one)));
}
