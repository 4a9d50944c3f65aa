import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRobots } from '../../../crawlers/fetch/robots/parse.ts';
import { crawlDelay, isAllowed } from '../../../crawlers/fetch/robots/rules.ts';
import { cpuClock } from '../../support/cpu.ts';

const allowed = (robots: string, url: string, agent = 'rivalwatch'): boolean => isAllowed(parseRobots(robots), agent, url);
const everyone = (...lines: string[]): string => ['User-agent: *', ...lines].join('\n');

describe('groups', () => {
  test.each([
    ['no text', '', true],
    ['a group for all', 'User-agent: *\nDisallow: /', false],
    ['a group for somebody else', 'User-agent: otherbot\nDisallow: /', true],
    ['our group counts, not that for all', 'User-agent: *\nDisallow: /\nUser-agent: rivalwatch\nDisallow: /other', true],
    ['an empty Disallow is a rule', 'User-agent: rivalwatch\nDisallow:\nUser-agent: *\nDisallow: /', true],
    ['our groups are merged', 'User-agent: rivalwatch\nAllow: /x\nUser-agent: *\nAllow: /\nUser-agent: RivalWatch/2.0\nDisallow: /', false],
    ['several agents share a group', 'User-agent: a\nUser-agent: rivalwatch\nUser-agent: b\nDisallow: /', false],
    ['a Sitemap does not part them', 'User-agent: rivalwatch\nSitemap: https://x.test/s.xml\nUser-agent: b\nDisallow: /', false],
    ['rules before the first agent', 'Disallow: /\nUser-agent: other\nDisallow: /', true],
    ['only a part of our name', 'User-agent: rival\nDisallow: /', true],
    ['a byte order mark, CR and CRLF', '\uFEFFUser-agent: *\rDisallow: /p\r\nAllow: /\r', false],
    ['comments and spaces', '  User-Agent :  *  # all\n\tdisallow : /p # not this', false],
    ['a slip of the pen', 'User-agent: *\nDissallow: /p', false],
    ['a colon forgotten', 'User-agent *\nDisallow /p', false],
  ])('%s', (_, robots, expected) => {
    expect(allowed(robots, 'https://x.test/p')).toBe(expected);
  });
});

describe('patterns', () => {
  test.each([
    ['the longest wins', ['Allow: /p/', 'Disallow: /'], '/p/1', true],
    ['whatever the order', ['Disallow: /', 'Allow: /p/'], '/p/1', true],
    ['Allow wins a tie', ['Disallow: /p', 'Allow: /p'], '/p', true],
    ['case counts', ['Disallow: /P'], '/p', true],
    ['a star is anything', ['Disallow: /*/cart'], '/de/shop/cart/1', false],
    ['or nothing', ['Disallow: /a*b'], '/ab', false],
    ['a dollar ends', ['Disallow: /*.php$'], '/x.php', false],
    ['and only there', ['Disallow: /*.php$'], '/x.php?a=1', true],
    ['the end is looked for last', ['Disallow: /*a$'], '/banana', false],
    ['pieces may not overlap', ['Disallow: /ab*ba$'], '/aba', true],
    ['the query belongs to the path', ['Disallow: /*?*sort='], '/list?page=2&sort=price', false],
    ['escapes of unreserved characters are those characters', ['Disallow: /%7Euser/%61'], '/~user/a', false],
    ['escapes in any case', ['Disallow: /%e4%b8%ad'], '/%E4%B8%AD', false],
    ['not ASCII as its octets', ['Disallow: /中'], '/%E4%B8%AD', false],
    ['an escaped slash is no slash', ['Disallow: /a/b'], '/a%2Fb', true],
    ['an escaped star is a star', ['Disallow: /%2A'], '/*', false],
    ['and nothing else', ['Disallow: /%2A'], '/x', true],
    ['robots.txt itself is always allowed', ['Disallow: /'], '/robots.txt', true],
    ['fragments do not count', ['Disallow: /*b'], '/a#b', true],
    ['broken surrogates do no harm', ['Disallow: /\uD800'], '/p', true],
  ])('%s', (_, lines, path, expected) => {
    expect(allowed(everyone(...lines), `https://x.test${path}`)).toBe(expected);
  });
});

describe('RFC 9309 2.2.2: rule and address are compared as the same octets, however each is written', () => {
  // Rows of the table of that section: what stands in the file, what is asked for.
  test.each([
    ['/foo/bar?baz=quz', '/foo/bar?baz=quz'], ['/foo/bar?baz=https://foo.bar', '/foo/bar?baz=https://foo.bar'], ['/foo/bar/ツ', '/foo/bar/%E3%83%84'], ['/foo/bar/%E3%83%84', '/foo/bar/%E3%83%84'], ['/foo/bar/%62%61%7A', '/foo/bar/baz'],
    // The same rows asked for as a person writes them; one large crawler leaves encoding to whoever asks.
    ['/foo/bar/ツ', '/foo/bar/ツ'], ['/foo/bar/%E3%83%84', '/foo/bar/ツ'], ['/foo/bar/%e3%83%84', '/foo/bar/ツ'], ['/foo/bar/baz', '/foo/bar/%62%61%7A'],
  ])('%s holds for %s', (rule, path) => {
    expect(allowed(everyone('Disallow: /', `Allow: ${rule}`), `https://x.test${path}`)).toBe(true);
    expect(allowed(everyone(`Disallow: ${rule}`), `https://x.test${path}`)).toBe(false);
  });
  test.each([['/foo/bar/%2F', '/foo/bar//'], ['/foo/bar/%3Fa', '/foo/bar/?a'], ['/foo/%23', '/foo/#']])('a reserved character and its escape are two: %s is not %s', (rule, path) => {
    expect(allowed(everyone(`Disallow: ${rule}`), `https://x.test${path}`)).toBe(true);
  });
});

describe('RFC 9309 2.2.1: a product token is letters, hyphen and underscore', () => {
  test.each([['RivalWatch', true], ['rivalwatch/1.0', true], ['Mozilla/5.0 (compatible; rivalwatch/1.0; +https://x.test)', true], ['rivalwatch-images', false], ['rival', false], ['watch', false]])('"%s" is us: %s', (agent, us) => {
    expect(allowed('User-agent: rivalwatch\nDisallow: /', 'https://x.test/p', agent)).toBe(!us);
  });
  test('what stands behind a blank in a User-agent line is no part of it', () => expect(allowed('User-agent: *\nDisallow: /\nUser-agent: rivalwatch bot\nAllow: /', 'https://x.test/p')).toBe(true));
});

test('Crawl-delay: that of our groups, the longest of several, none when it is nonsense', () => {
  const delay = (robots: string): number | undefined => crawlDelay(parseRobots(robots), 'rivalwatch');
  expect(delay(everyone('Crawl-delay: 2.5'))).toBe(2.5);
  expect(delay('User-agent: *\nCrawl-delay: 9\nUser-agent: rivalwatch\nDisallow:')).toBeUndefined();
  expect(delay('User-agent: rivalwatch\nCrawl-delay: 3\nDisallow: /a\nUser-agent: rivalwatch\nCrawl-delay: 7')).toBe(7);
  expect([everyone('Crawl-delay: -1'), everyone('Crawl-delay: soon'), everyone('Crawl-delay:'), ''].map(delay)).toEqual([undefined, undefined, undefined, undefined]);
});

test('matching is what a regular expression for the pattern says', () => {
  const part = fc.constantFrom('a', 'b', '/', '*', '.', '?', 'ab');
  const pattern = fc.array(part, { maxLength: 8 }).map((parts) => `/${parts.join('')}`);
  const path = fc.array(fc.constantFrom('a', 'b', '/', '.', '?'), { maxLength: 12 }).map((parts) => `/${parts.join('')}`);
  fc.assert(fc.property(pattern, fc.boolean(), path, (body, anchored, asked) => {
    const expression = new RegExp(`^${body.replace(/[.?]/g, '\\$&').replace(/\*+/g, '.*')}${anchored ? '$' : ''}`, 's');
    return allowed(everyone(`Disallow: ${body}${anchored ? '$' : ''}`), `https://x.test${asked}`) === !expression.test(asked);
  }), { numRuns: 500 });
});

test('any text is read without an error, and hostile ones in little time', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (robots, agent, url) => typeof isAllowed(parseRobots(robots), agent, url) === 'boolean'));
  const spent = cpuClock();
  const stars = everyone(...Array.from({ length: 500 }, () => `Disallow: /${'*a'.repeat(500)}b$`));
  expect(allowed(stars, `https://x.test/${'a'.repeat(8_000)}`)).toBe(true);
  const slow = everyone(...Array.from({ length: 60 }, () => `Disallow: /*b${'a'.repeat(4_000)}`));
  expect(allowed(slow, `https://x.test/${'a'.repeat(8_000)}`)).toBe(true);
  expect(allowed(everyone(...Array.from({ length: 30_000 }, (_, index) => `Disallow: /p${index}`)), 'https://x.test/p29999x')).toBe(false);
  expect(spent()).toBeLessThan(3_000);
});
