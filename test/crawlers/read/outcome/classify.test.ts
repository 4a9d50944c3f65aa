import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageText } from '../../../../crawlers/read/bytes/page.ts';
import { classify as classifyPage } from '../../../../crawlers/read/outcome/classify.ts';
import { html, page, PRODUCT, PROSE } from './support.ts';
import { cpuClock } from '../../../support/cpu.ts';

const classify = (text: string, hints: ReturnType<typeof page>): ReturnType<typeof classifyPage> => classifyPage(pageText(text), hints);

describe('by wording', () => {
  it.each([
    ['Robot Check', '<p>Enter the characters you see below</p>', 'challenge'], ['Amazon.com', '<form action="/errors/validateCaptcha"><h4>Enter the characters you see below</h4></form>', 'challenge'], ['Security Check', '', 'challenge'], ['安全验证', '<div>请拖动下方滑块完成验证</div>', 'challenge'], ['Sicherheitsüberprüfung', '<p>Ich bin kein Roboter</p>', 'challenge'],
    ['Page not found', PROSE, 'not_found'], ['页面不存在', '<p>x</p>', 'not_found'], ['Seite nicht gefunden | Laden', PROSE, 'not_found'], ['Page introuvable', '', 'not_found'], ['Página no encontrada', '', 'not_found'], ['Página não encontrada', '', 'not_found'], ['Pagina non trovata', '', 'not_found'], ['Strona nie została znaleziona', '', 'not_found'], ['Pagina niet gevonden', '', 'not_found'],
    ['Shop', '<h1>Produkt wurde nicht gefunden</h1>', 'not_found'], ['淘宝', '<h1>很抱歉</h1><p>此宝贝已下架</p>', 'gone'], ['eBay', '<p>This listing was ended by the seller</p>', 'gone'], ['ショップ', '<h1>お探しのページは見つかりません</h1>', 'not_found'], ['Sign in', '<form><input type="password"></form>', 'login_wall'], ['京东', '<script>window.location.href="https://passport.jd.com/new/login.aspx"</script>', 'login_wall'],
    ['访问频繁', '<p>访问过于频繁，请稍后再试</p>', 'rate_limited'], ['Shop', '<div id="root"></div><script src="/app.js"></script>', 'shell'], ['Shop', '', 'shell'],
  ])('%s %s is %s', (title, body, outcome) => expect(classify(html(title, body), page())?.outcome).toBe(outcome));

  it.each([
    ['a product page that mentions captchas', html('Shelf', `${PRODUCT}${PROSE}<script>var captcha="recaptcha"; cf="cf-chl-x"</script>`)], ['a product page with a sign-in link', html('Shelf', `${PRODUCT}<a href="/login">Sign in to see your price</a>${PROSE}`)], ['a product called 404', html('Boot 404', `${PRODUCT}${PROSE}`)], ['a long page without markup', html('Shelf', `<h1>Shelf</h1>${PROSE}<p>Page not found? Tell us.</p>`)],
    ['a valve named like a wall', html('Security Check Valve 3/4 inch', PROSE)], ['a book named like a sign-in', html('Anmelden leicht gemacht: das Buch', PROSE)], ['a small page that says that nothing was found', html('Search', '<h1>No results</h1>')],
    ['a small page without a heading that shows an amount', html('Lamp', '<span>NZD57.47</span>')], ['a small page that knows the stock of branches', html('Bolt', '<h1>Bolt</h1><p>Sign in to see availability at your branch</p>')],
    ['a shell that carries its state', html('Shop', `<div id="root"></div>${PRODUCT}`)], ['a page that speaks of security checks further down', html('Alarm', `<h1>Alarm</h1>${PROSE}<p>Security check every year</p>`)],
  ])('is data: %s', (_, text) => expect(classify(text, page())).toBeUndefined());

  it('reads platform answers', () => {
    expect(classify('{"ret":["FAIL_SYS_USER_VALIDATE::x"]}', page({ contentType: 'application/json' }))?.outcome).toBe('challenge');
    expect(classify('{"products":[]}', page({ contentType: 'application/json' }))).toBeUndefined();
    expect(classify('%PDF', page({ contentType: 'application/pdf' }))?.outcome).toBe('not_supported');
    expect(classify('', page())?.outcome).toBe('shell');
  });

  it('says what was seen', () => expect(classify(html('Page not found', ''), page())?.detail).toContain('"page not found"'));
});

describe('any answer', () => {
  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 100, max: 599 }), fc.string(), (text, status, url) => { expect(() => classify(text, page({ status, url }))).not.toThrow(); }));
  });
  it.each(['<', '<div>', '<h1', '"@type"', ' ', 'a', '<script>', '&nbsp;', '{', '<title', '<div id=root', "window.location='"])('a million of %j takes bounded time', (piece) => {
    const spent = cpuClock();
    classify(`<html>${piece.repeat(1_000_000 / piece.length)}`, page());
    expect(spent()).toBeLessThan(1_500);
  });
});
