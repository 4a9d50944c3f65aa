import { pageText } from '../../../../crawlers/read/bytes/page.ts';
import { classify } from '../../../../crawlers/read/outcome/classify.ts';
import type { ReadHints } from '../../../../crawlers/read/port.ts';

export const URL_ASKED = 'https://shop.example.com/p/123';

/** Hints of a product page that was asked for and answered with 200. */
export function page(more: Partial<ReadHints> = {}): ReadHints {
  return { url: URL_ASKED, requestUrl: URL_ASKED, status: 200, contentType: 'text/html', role: 'listing', platform: 'generic', ...more };
}

export function html(title: string, body: string, head = ''): string {
  return `<!doctype html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
}

/** The outcome that decides before reading, `data` when nothing speaks against it. */
export function outcomeOf(text: string, more: Partial<ReadHints> = {}): string {
  return classify(pageText(text), page(more))?.outcome ?? 'data';
}

/** Header and footer as shops have them around any message: several hundred characters of links. */
export function framed(message: string): string {
  const links = ['Women', 'Men', 'Shoes', 'Bags', 'Sale', 'Stores', 'Help', 'Track your order', 'Returns', 'Careers', 'Imprint', 'Privacy'].map((name) => `<a href="/${name.toLowerCase()}">${name} and everything that goes with it, new every week</a>`).join(' ');
  return `<header><nav>${links}</nav><a href="/login">Sign in</a></header><main>${message}</main><footer>${links}${links}<p>© Example Shop GmbH, Example Street 1</p></footer>`;
}

export const PROSE = '<p>Sturdy shelf made of oak, easy to put up, with a place for everything you own.</p>'.repeat(60);
export const PRODUCT = '<script type="application/ld+json">{"@type":"Product","name":"Shelf"}</script>';
