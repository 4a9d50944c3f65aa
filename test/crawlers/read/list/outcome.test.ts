import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../crawlers/read/index.ts';
import type { PageRead } from '../../../../crawlers/read/port.ts';
import { ADVERSARIAL } from './pages/adversarial.ts';
import { CHINESE } from './pages/chinese.ts';
import { MARKETPLACES } from './pages/marketplaces.ts';
import { NO_LISTS } from './pages/no-lists.ts';
import { SHOPS } from './pages/shops.ts';
import { STATES } from './pages/states.ts';
import { frame } from './pages/support.ts';

function answer(html: string, url = 'https://shop.example.com/search?q=lamp', role: 'search' | 'listing' = 'search'): PageRead {
  return readAnswer(new TextEncoder().encode(html), { url, requestUrl: url, status: 200, contentType: 'text/html; charset=utf-8', role, platform: 'generic' });
}

function shown(read: PageRead): string {
  if (read.outcome !== 'ok') return read.outcome;
  return read.empty === true ? 'empty' : `${read.items.length} items`;
}

describe('the outcome of a list page', () => {
  it.each(STATES.filter(({ kind }) => kind === 'list').map((page) => [page.name, page] as const))('a page of scripts that embeds its items is read: %s', (_name, page) => {
    expect(shown(answer(page.html, page.url))).toBe(`${page.items.length} items`);
  });

  it.each(NO_LISTS.filter(({ kind }) => kind === 'empty').map((page) => [page.name, page] as const))('an empty search is data: %s', (_name, page) => {
    expect(shown(answer(page.html, page.url))).toBe('empty');
  });

  it.each(NO_LISTS.filter(({ kind }) => kind === 'other').map((page) => [page.name, page] as const))('what is no list is no empty one: %s', (_name, page) => {
    expect(shown(answer(page.html, page.url))).toBe('parse_drift');
  });

  it.each([
    ['a robot check', 'challenge', '<html><head><title>Robot Check</title></head><body><h4>Enter the characters you see below</h4><p>Sorry, we just need to make sure you\'re not a robot.</p><form action="/errors/validateCaptcha"><input name="field-keywords"></form></body></html>'],
    ['a passing check', 'challenge', '<html><head><title>Just a moment...</title></head><body><div id="cf-chl-widget"></div><script src="/cdn-cgi/challenge-platform/h/g/orchestrate"></script></body></html>'],
    ['a slider', 'challenge', '<html><body><script>var url = "/_____tmd_____/punish?x5secdata=abc"; sessionStorage.x5referer = location.href; window.location.replace(url);</script></body></html>'],
    ['a login', 'login_wall', '<html><head><title>请登录</title></head><body><form><input name="account"><input type="password"><button>登录</button></form></body></html>'],
    ['a page of scripts', 'shell', '<html><head><title>Shop</title></head><body><div id="app"></div><script src="/main.js"></script></body></html>'],
  ])('a wall is no list: %s', (_name, outcome, html) => {
    expect(answer(html).outcome).toBe(outcome);
  });

  it.each([...SHOPS, ...MARKETPLACES, ...CHINESE, ...ADVERSARIAL].filter(({ kind, items }) => kind === 'list' && items.length > 2).map((page) => [page.name, page] as const))('a list is no page of one article: %s', (_name, page) => {
    expect(answer(page.html, page.url, 'listing').outcome).toMatch(/^(?:wrong_item|parse_drift|shell)$/);
  });

  it.each(NO_LISTS.filter(({ name }) => name.includes('product page')).map((page) => [page.name, page] as const))('a page of one article is no list: %s', (_name, page) => {
    expect(answer(page.html, page.url, 'listing').outcome).not.toBe('wrong_item');
  });

  it('a search or a list without a heading that an article leads to is no article', () => {
    const cards = [1, 2, 3].map((n) => `<div class="box"><a href="/detail/SW1000${n}"><img alt="">Article ${'ABC'[n - 1]} of the shop</a><span class="${n === 3 ? '' : 'with-list-'}price">${n === 2 ? 'from ' : ''}£${n}9.00</span></div>`).join('');
    expect(answer(frame(`<div class="listing">${cards}</div>`, { heading: '' }).replace(/<h1>.*?<\/h1>/, ''), 'https://shop.example.com/gear/', 'listing').outcome).toBe('wrong_item');
    expect(answer(frame('<p>Your search for "lamp" did not match any products.</p>', { heading: 'Results' }), 'https://shop.example.com/search?q=lamp', 'listing').outcome).toBe('wrong_item');
  });

  it('a frame with the places of its items is a shell', () => {
    const places = '<div class="product-card skeleton"><div class="skeleton-line"></div></div>'.repeat(12);
    expect(answer(frame(`<div class="grid">${places}</div>`, { heading: 'Lamps' })).outcome).toBe('shell');
    expect(answer(frame('<main></main>', { heading: 'Lamps' })).outcome).toBe('shell');
  });

  it('says what the page is instead', () => {
    const [product] = NO_LISTS.filter(({ name }) => name === 'product page with JSON-LD');
    const [basket] = NO_LISTS.filter(({ name }) => name === 'basket in German');
    expect(answer(product?.html ?? '', product?.url)).toMatchObject({ outcome: 'parse_drift', detail: expect.stringContaining('one product') });
    expect(answer(basket?.html ?? '', basket?.url)).toMatchObject({ outcome: 'parse_drift', detail: expect.stringContaining('basket') });
  });
});
