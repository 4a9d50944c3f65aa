import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../crawlers/read/index.ts';
import { brand } from '../../../../model/ids.ts';
import type { CurrencyCode } from '../../../../model/money.ts';
import { OUTCOMES } from '../../../../model/outcome.ts';
import { html, outcomeOf, page, PRODUCT, PROSE, URL_ASKED } from './support.ts';

describe('by status', () => {
  it.each([
    [200, 'data'], [201, 'data'], [202, 'data'], [203, 'data'], [304, 'data'], [404, 'not_found'], [410, 'gone'], [429, 'rate_limited'], [408, 'timeout'], [499, 'timeout'],
    [400, 'blocked'], [401, 'blocked'], [402, 'blocked'], [403, 'blocked'], [405, 'blocked'], [406, 'blocked'], [407, 'blocked'], [418, 'blocked'], [422, 'blocked'], [451, 'blocked'], [456, 'blocked'],
    [500, 'server_error'], [502, 'server_error'], [503, 'server_error'], [504, 'server_error'], [520, 'server_error'], [530, 'server_error'], [302, 'too_many_redirects'], [100, 'server_error'],
  ])('%i is %s, whatever the page around it sells', (status, outcome) => {
    expect(outcomeOf(html('Shelf', `${PROSE}<h1>Shelf</h1>`), { status })).toBe(outcome);
    expect(outcomeOf(html('Shelf', `${PRODUCT}${PROSE}<h1>Shelf</h1>`), { status })).toBe(outcome);
  });

  it('says more where the page does', () => {
    expect(outcomeOf(html('Sign in', '<h1>Sign in</h1><input type="password">'), { status: 401 })).toBe('login_wall');
    expect(outcomeOf(html('Security check', '<p>Please verify you are a human</p>'), { status: 503 })).toBe('challenge');
    expect(outcomeOf(html('Service unavailable', '<h1>Service unavailable</h1>'), { status: 403 })).toBe('server_error');
    expect(outcomeOf(html('Slow', '<h1>Too many requests</h1>'), { status: 503 })).toBe('rate_limited');
  });
});

describe('by where a redirect led', () => {
  it.each([
    ['https://passport.jd.com/new/login.aspx?ReturnUrl=x', 'login_wall'], ['https://login.taobao.com/member/login.jhtml', 'login_wall'], ['https://shop.example.com/account/login?return=/p/123', 'login_wall'], ['https://shop.example.com/password', 'login_wall'], ['https://mobile.yangkeduo.com/login.html?from=x', 'login_wall'],
    ['https://shop.example.com/', 'wrong_item'], ['https://shop.example.com/en/', 'wrong_item'], ['https://shop.example.com/en-gb', 'wrong_item'], ['https://shop.example.com/index.php', 'wrong_item'],
    ['https://shop.example.com/category/shelves', 'wrong_item'], ['https://shop.example.com/collections/all', 'wrong_item'], ['https://shop.example.com/search?q=shelf', 'wrong_item'], ['https://shop.example.com/kategorie/regale/', 'wrong_item'],
    ['https://shop.example.com/404', 'not_found'], ['https://shop.example.com/page-not-found.html', 'not_found'], ['https://shop.example.com/errors/404', 'not_found'],
    ['https://shop.example.com/_____tmd_____/punish?x5secdata=1', 'challenge'], ['https://shop.example.com/blocked?url=L3A', 'challenge'], ['https://www.ebay.com/splashui/captcha?ru=x', 'challenge'], ['https://www.amazon.com/errors/validateCaptcha?x=1', 'challenge'], ['https://mobile.yangkeduo.com/psnl_verification.html?x=1', 'challenge'],
    ['https://shop.queue-it.net/?c=shop&e=sale', 'rate_limited'], ['https://shop.example.com/waiting-room', 'rate_limited'], ['https://consent.shop.example.com/?r=1', 'blocked'], ['https://shop.example.com/age-gate?to=/p/123', 'blocked'],
    ['https://shop.example.com/choose-country', 'wrong_locale'], ['https://shop.example.com/maintenance.html', 'server_error'], ['https://shop.example.com/coming-soon', 'server_error'],
    ['https://shop.example.com/p/123?variant=2', 'data'], ['https://shop.example.com/p/shelf-123', 'data'], ['https://www.shop.example.com/p/123', 'data'], ['https://shop.example.com/collections/oak/products/shelf', 'data'], ['https://shop.example.com/c/123/', 'data'], ['https://shop.example.com/category/shelf-10045', 'data'],
  ])('%s is %s', (url, outcome) => {
    const asked = url.endsWith('/c/123/') ? 'https://shop.example.com/c/123' : URL_ASKED;
    expect(outcomeOf(html('Shelf', PROSE), { url, requestUrl: asked })).toBe(outcome);
  });

  it('leaves alone what was asked for by that address', () => {
    for (const url of ['https://shop.example.com/login', 'https://login.example.com/p/1', 'https://shop.example.com/404', 'https://shop.example.com/category/x', 'https://shop.example.com/search?q=x']) expect(outcomeOf(html('Shelf', PROSE), { url, requestUrl: `${url}#top` })).toBe('data');
  });

  it('lets lists and watched pages lead to lists and the home page', () => {
    for (const role of ['page', 'search', 'catalogue'] as const) expect(outcomeOf(html('Rules', PROSE), { url: 'https://shop.example.com/', role })).toBe('data');
    expect(outcomeOf(html('Shoes', PROSE), { url: 'https://shop.example.com/category/shoes', requestUrl: 'https://shop.example.com/search?q=shoes', role: 'search' })).toBe('data');
  });
});

describe('another item, another country', () => {
  const product = (id: string, currency = 'EUR'): string => html(`Lamp ${id}`, `<h1>Lamp ${id}</h1>`, `<link rel="canonical" href="/p/${id}"><script type="application/ld+json">{"@type":"Product","name":"Lamp ${id}","sku":"${id}","offers":{"price":"12.00","priceCurrency":"${currency}"}}</script>`);
  const read = (text: string, more: Parameters<typeof page>[0]): string => readAnswer(Buffer.from(text), page(more)).outcome;

  it('is wrong_item when the page names another id', () => {
    const item = (id: string): string => `https://www.ebay.com/itm/${id}`;
    expect(read(product('777777777777'), { platform: 'ebay', url: item('777777777777'), requestUrl: item('123456123456'), productId: '123456123456' })).toBe('wrong_item');
    expect(read(product('123456123456'), { platform: 'ebay', url: item('123456123456'), requestUrl: item('123456123456'), productId: '123456123456' })).toBe('ok');
    expect(read('{"product":{"id":5,"title":"Lamp","handle":"lamp","variants":[{"id":6,"price":"12.00"}]}}', { contentType: 'application/json', platform: 'shopify', productId: '4' })).toBe('wrong_item');
  });

  const euro = brand<CurrencyCode>('EUR');
  it('is wrong_locale when the currency is another one than configured', () => {
    expect(read(product('1', 'USD'), { currency: euro })).toBe('wrong_locale');
    expect(read(product('1', 'EUR'), { currency: euro })).toBe('ok');
  });
});

describe('the reader says that it is at fault', () => {
  it.each([
    ['a page without anything of a product', html('About us', `<h2>About us</h2>${PROSE}`), 'listing'], ['a page without a list', html('Lamp', `<h1>Lamp</h1>${PROSE}`), 'search'], ['JSON of an unknown shape', '{"a":{"b":[1,2,3]},"c":"dddddddd"}', 'listing'],
  ] as const)('%s', (_, text, role) => expect(readAnswer(Buffer.from(text), page({ role, url: 'https://shop.example.com/x', requestUrl: 'https://shop.example.com/x' })).outcome).toBe('parse_drift'));
});

it('knows only outcomes of the closed list', () => {
  for (let status = 100; status < 600; status += 1) expect([...OUTCOMES, 'data']).toContain(outcomeOf('x', { status }));
});
