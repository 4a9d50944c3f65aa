import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refuseForeignSettings } from '../../../crawlers/fetch/crawlee.ts';
import { isReadable, pageBodyUse } from '../../../crawlers/fetch/http/content.ts';
import { codingsOf } from '../../../crawlers/fetch/http/decode.ts';
import { outcomeOfLeaving } from '../../../crawlers/fetch/http/redirect.ts';
import { acceptLanguage, userAgent, VERSION } from '../../../crawlers/fetch/identity.ts';

test('the user agent names us, our version and the contact, whatever is in the contact', () => {
  expect(JSON.parse(readFileSync('package.json', 'utf8'))).toMatchObject({ version: VERSION });
  expect(userAgent('ops@shop.test')).toBe(`rivalwatch/${VERSION} (+ops@shop.test)`);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (contact) => /^rivalwatch\/[\d.]+ \(\+[\x20-\x7e]*\)$/.test(userAgent(contact)) && !/[()]/.test(userAgent(contact).slice(20, -1))));
});

test('Accept-Language asks for the language, then for its base', () => {
  expect([acceptLanguage('zh-CN'), acceptLanguage('de'), acceptLanguage('x\r\nCookie: a'), acceptLanguage(undefined)]).toEqual(['zh-CN,zh;q=0.9', 'de', undefined, undefined]);
});

test.each([
  ['https://passport.jd.test/new/login.aspx', 'login_wall'], ['https://login.shop.test/x', 'login_wall'], ['https://www.shop.test/account/signin', 'login_wall'], ['https://shop.test/captcha', 'challenge'],
  ['https://sec.shop.test/_____tmd_____/punish', 'challenge'], ['https://www.catalogin.test/p', 'wrong_item'], ['https://design-inspiration.test/', 'wrong_item'], ['https://parked.test/?q=login', 'wrong_item'],
])('being sent to %s is %s', (url, outcome) => {
  expect(outcomeOfLeaving(new URL(url))).toBe(outcome);
});

test('types that are read', () => {
  expect(['text/html; charset=gbk', 'TEXT/HTML', 'application/json', 'application/vnd.api+json', 'image/svg+xml', 'application/xml', undefined, ''].map(isReadable)).toEqual([true, true, true, true, false, true, true, true]);
  expect(['image/png', 'application/pdf', 'application/zip', 'application/jsonx', 'video/mp4', 'multipart/form-data'].map(isReadable)).toEqual(Array.from({ length: 6 }, () => false));
});

test('the status is looked at before the type', () => {
  const image = { 'content-type': 'image/png' };
  expect([200, 404, 429, 503, 304].map((status) => pageBodyUse(status, image))).toEqual(['refuse', 'cut', 'drop', 'cut', 'drop']);
  expect([pageBodyUse(503, { 'retry-after': '5' }), pageBodyUse(302, { location: '/' }), pageBodyUse(302, {}), pageBodyUse(200, { 'content-type': 'text/html' })]).toEqual(['drop', 'drop', 'cut', 'read']);
});

test('codings are undone only when we asked for them, and not without end', () => {
  expect([codingsOf('gzip'), codingsOf('GZIP, br'), codingsOf('identity'), codingsOf('zstd'), codingsOf('gzip,zstd'), codingsOf('gzip,gzip,gzip,gzip'), codingsOf('constructor')])
    .toEqual([['gzip'], ['gzip', 'br'], [], undefined, undefined, undefined, []]);
});

test('settings that would overrule ours are refused by name', () => {
  expect(() => refuseForeignSettings({ CRAWLEE_PERSIST_STORAGE: '1', PATH: '' }, '/nowhere')).toThrow('remove CRAWLEE_PERSIST_STORAGE');
  expect(() => refuseForeignSettings({ PATH: '' }, '/nowhere')).not.toThrow();
});
