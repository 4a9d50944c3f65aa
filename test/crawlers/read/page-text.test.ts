import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableText } from '../../../crawlers/read/page-text.ts';
import { cpuClock } from '../../support/cpu.ts';

const RULES = `<!doctype html><html><head><title>Rules</title><style>p{}</style></head><body>
<header><nav><a href="/">Home</a></nav></header><div class="cookie-banner">We use cookies to improve the page.</div>
<main><h1>Seller   rules</h1><p>Updated <time>2024-08-03</time></p><p>Fees are <b>5&nbsp;%</b> of the <a href="/x">price</a>.</p><ul><li>First rule</li><li>Second<br>rule</li></ul><div>Loose text<p>and a paragraph</p>then more</div><p hidden>Secret</p><p>12:45</p><div class="share">Share this</div><script>var a = "<p>no</p>";</script></main>
<footer>© 2024 Shop</footer></body></html>`;

describe('readableText', () => {
  it('gives the text of the main part, one block a line', () => {
    expect(readableText(RULES).split('\n')).toEqual(['Seller rules', 'Updated', 'Fees are 5 % of the price.', 'First rule', 'Second', 'rule', 'Loose text', 'and a paragraph', 'then more']);
  });
  it('is the same when only clocks, dates and counters moved', () => {
    const later = RULES.replace('12:45', '13:07').replace('2024-08-03', '2024-09-01').replace('© 2024', '© 2025');
    expect(readableText(later)).toBe(readableText(RULES));
  });
  it('changes when a rule changes', () => expect(readableText(RULES.replace('5&nbsp;%', '6 %'))).toContain('Fees are 6 % of the price.'));
  it('reads the part the operator chose, whole', () => {
    expect(readableText(RULES, 'main ul')).toBe('First rule\nSecond\nrule');
    expect(readableText(RULES, 'footer, .share')).toBe('Share this');
    expect(readableText(RULES, '.missing')).toBe('');
  });
  it('reads a page without any landmark', () => expect(readableText('<div id="menu"><a>Shop</a></div><table><tr><td>Return within</td><td>14 days</td></tr></table><p>Free of charge</p>')).toBe('Return within\n14 days\nFree of charge'));
  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.option(fc.string(), { nil: undefined }), (html, select) => { expect(() => readableText(html, select)).not.toThrow(); }));
  });
  it.each(['<div>', '<p>a</p>', '<main>', 'a ', '<b>x', '<'])('a million characters of %j take bounded time', (piece) => {
    const spent = cpuClock();
    readableText(piece.repeat(1_000_000 / piece.length));
    expect(spent()).toBeLessThan(4_000);
  });
});
