import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../crawlers/read/index.ts';
import type { PageRead, ReadHints } from '../../../../crawlers/read/port.ts';
import { framed, html, page, PROSE } from './support.ts';

/* Pages that are what was asked for and speak of walls, missing pages and sign-ins all the same. Each is read whole, with data and without. */

function read(text: string, more: Partial<ReadHints> = {}): PageRead {
  return readAnswer(Buffer.from(text), page(more));
}

function buyBox(name: string, more = '', words: { price: string; button: string } = { price: '€24.90', button: 'Add to cart' }): string {
  return `<h1>${name}</h1><div class="price">${words.price}</div><button>${words.button}</button>${more}`;
}

function jsonLd(name: string): string {
  return `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'Product', name, sku: 'X-1', offers: { '@type': 'Offer', price: '24.90', priceCurrency: 'EUR', availability: 'https://schema.org/InStock' } })}</script>`;
}

const NAMES = [
  'Robot vacuum cleaner S9', 'Robot Check – board game', '404 Not Found T-Shirt', 'Boot 404', 'Access Denied (Blu-ray)', 'Security check valve 3/4 inch', 'Log in: a novel', 'Are You Human? The card game', 'Waiting Room (vinyl)', 'Maintenance spray 400 ml', 'Queue barrier post',
  'Slow down cone', 'Captcha mug', 'Page not found poster', 'Under construction sign', 'Just a Moment perfume', 'Coming Soon neon sign', 'Age verification scanner',
  'Wartungsarbeiten Warnschild', 'Zugriff verweigert – Roman', 'Warteschlange Absperrband', 'Je ne suis pas un robot – livre', 'Acceso denegado (libro)', 'In manutenzione – cartello', '验证码 打印机', '安全验证器 U盾', '智能机器人 扫地机', 'ロボット掃除機 X5', 'メンテナンスオイル',
];

describe('products with the name of a wall', () => {
  it.each(NAMES)('%s, with data', (name) => expect(read(html(`${name} | Example Shop`, buyBox(name), jsonLd(name))).outcome).toBe('ok'));
  it.each(NAMES)('%s, on a short page without data', (name) => expect(read(html(`${name} | Example Shop`, buyBox(name))).outcome).toBe('ok'));
  it.each(NAMES)('%s, on a long page without data', (name) => expect(read(html(`${name} - Example Shop`, framed(buyBox(name, PROSE)))).outcome).toBe('ok'));
});

const MENTIONS = [
  ['a script of reCAPTCHA', '<script src="https://www.google.com/recaptcha/api.js"></script><p>This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply.</p>'],
  ['a script of Cloudflare that every page has', '<script>window.__CF$cv$params={r:"1"};a.src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"</script>'],
  ['a script of Imperva that every page has', '<script src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3"></script>'],
  ['a script of HUMAN that every page has', '<script>window._pxAppId="PX1";</script>'],
  ['a script of DataDome that every page has', '<script src="https://js.datadome.co/tags.js"></script>'],
  ['a script of AWS WAF that every page has', '<script src="https://1.edge.sdk.awswaf.com/1/2/challenge.compact.js" defer></script>'],
  ['a review that speaks of a refusal', '<div class="review"><p>The shop said "Access denied" at first, then it was a robot check. Page not found later. Lamp is fine!</p></div>'],
  ['stock in a store', '<p>Out of stock in your store – not found in store Berlin</p>'],
  ['a cookie banner', '<div class="cookie-banner"><h2>We value your privacy</h2><p>We use cookies. Accept all cookies to continue.</p><button>Accept</button></div>'],
  ['a newsletter', '<div class="popup"><h2>Sign up for 10 % off</h2><p>Be right back with your e-mail address</p><input type="email"></div>'],
  ['a sign-in in the header', '<header><a href="/login">Sign in for price</a><form><input type="password"></form></header>'],
  ['a question of age over the page', '<div class="age-gate modal"><h2>Are you over 18?</h2><button>Yes</button></div>'],
  ['a chooser of countries', '<div class="modal"><h2>Choose your country</h2><ul><li>Germany</li><li>France</li></ul></div>'],
  ['a note of slow delivery', '<p>Due to high demand there is a waiting list. Please try again later if your size is missing.</p>'],
  ['a note for browsers without scripts', '<noscript>You need to enable JavaScript to run this app.</noscript>'],
  ['a template for faults', '<template><h2>Something went wrong</h2><p>Page not found</p></template>'],
  ['words of other languages', '<p>Seite nicht gefunden? 请先登录 查看会员价 验证码 ログインしてください</p>'],
] as const;

describe('product pages with', () => {
  it.each(MENTIONS)('%s, with data', (_, more) => expect(read(html('Brass lamp | Example Shop', `${more}${buyBox('Brass lamp')}${more}`, jsonLd('Brass lamp'))).outcome).toBe('ok'));
  it.each(MENTIONS)('%s, without data', (_, more) => expect(read(html('Brass lamp | Example Shop', `${buyBox('Brass lamp')}${more}`)).outcome).toBe('ok'));
  it.each(MENTIONS)('%s, long and without data', (_, more) => expect(read(html('Brass lamp | Example Shop', framed(`${more}${buyBox('Brass lamp', PROSE)}`))).outcome).toBe('ok'));
});

describe('list pages with', () => {
  const cards = Array.from({ length: 6 }, (_, i) => `<li class="card"><a href="/p/lamp-${i}"><img src="/${i}.jpg"><h3>Brass lamp no ${i}</h3></a><span class="price">€${i + 12}.90</span></li>`).join('');
  it.each(MENTIONS)('%s', (_, more) => {
    const url = 'https://shop.example.com/lamps';
    expect(read(html('Lamps | Example Shop', framed(`<h1>Lamps</h1>${more}<ul>${cards}</ul>`)), { role: 'catalogue', url, requestUrl: url })).toMatchObject({ outcome: 'ok', items: { length: 6 } });
  });
});

describe('watched pages of rules that speak of', () => {
  it.each([
    ['robots', 'Rules for robots', 'We may ask you to verify your identity. Unusual traffic is blocked. Access is denied to robots without permission; see the terms for details and do contact us with questions.'],
    ['age', 'Terms of sale', 'You must be over 18 to order wine. We do an age verification on delivery. The courier may refuse to hand over the parcel when nobody of age is at home.'],
    ['maintenance', 'Service notes', 'The seller centre is under maintenance every Sunday night between two and four o’clock. Orders are kept and worked on afterwards as usual.'],
    ['sign-in', 'How to sell with us', 'Sign in to continue to the seller centre. Fees are charged monthly. Parcels must be handed over within two working days after the order was paid.'],
  ])('%s', (_, title, said) => {
    const url = 'https://shop.example.com/rules';
    const more = 'Every seller agrees to these rules and keeps them; changes are told two weeks before they hold. '.repeat(8);
    expect(read(html(title, `<main><h1>${title}</h1><p>${said}</p><p>${more}</p></main>`), { role: 'page', url, requestUrl: url }).outcome).toBe('ok');
  });
});
