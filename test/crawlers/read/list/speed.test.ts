import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { readList } from '../../../../crawlers/read/list/index.ts';
import { SHOPS } from './pages/shops.ts';
import type { ListPage } from './pages/support.ts';
import { cpuClock } from '../../../support/cpu.ts';

/** A page of 240 items as heavy as real ones: a megabyte of data attributes, drawings and choices of sizes. */
function heavy(page: ListPage): string {
  const weight = `<div class="x" data-state='${'y'.repeat(2_600)}'><svg><path d="${'M0 0 '.repeat(220)}"/></svg><span class="badge a b c">Neu</span><ul>${'<li class="size">M</li>'.repeat(4)}</ul></div>`;
  return page.html.replaceAll('<div class="tile__body">', `${weight}<div class="tile__body">`);
}

function milliseconds(run: () => unknown): number {
  const spent = cpuClock();
  run();
  return spent();
}

const read = (html: string, url = 'https://shop.example.de/x'): ReturnType<typeof readList> => readList(html, { url, requestUrl: url, status: 200, role: 'search', platform: 'generic' });

describe('the cost of a list page', () => {
  it('is near that of building a DOM of it, also through the test runner', () => {
    const page = SHOPS.find(({ items }) => items.length === 240);
    const html = page ? heavy(page) : '';
    expect(html.length).toBeGreaterThan(1_000_000);
    expect(read(html, page?.url).items).toHaveLength(240);
    const runs = Array.from({ length: 9 }, () => [milliseconds(() => read(html, page?.url)), milliseconds(() => load(html))] as const);
    const [list, dom] = [Math.min(...runs.map(([first]) => first)), Math.min(...runs.map(([, second]) => second))];
    console.log(`240 items in ${(html.length / 1e6).toFixed(1)} MB: ${list.toFixed(0)} ms, ${(list / dom).toFixed(2)} of a cheerio parse`);
    expect(list / dom).toBeLessThan(2.5);
  });

  it.each([
    ['nested without end', '<i><b>'.repeat(100_000)], ['tiny siblings', '<li class="x"><a href="/p/1">5 €</a></li>'.repeat(25_000)],
    ['headings over strips', '<h2>Recently viewed</h2><div><img><a href="/p/2">x</a></div>'.repeat(15_000)], ['cards without end', Array.from({ length: 10_000 }, (_, i) => `<div class="c${i % 7}"><a href="/p/${i}"><img>Thing ${i}</a><b>${i} €</b></div>`).join('')],
    ['one card of many prices', `<ul>${'<li class="c"><a href="/p/a1">A thing</a>'.repeat(3)}${'<b class="price">5 €</b>'.repeat(40_000)}</ul>`], ['a hundred thousand classes', Array.from({ length: 20_000 }, (_, i) => `<div class="a${i} b${i} c${i} d${i} e${i}"><a href="/p/${i}">${i} €</a></div>`).join('')],
    ['state without end', `<script>window.__STATE__ = {"items":[${Array.from({ length: 60_000 }, (_, i) => `{"name":"Thing ${i}","price":${i}}`).join(',')}]}</script>`],
  ])('is bounded: %s', (_name, html) => {
    const spent = cpuClock();
    read(html);
    expect(spent()).toBeLessThan(10_000);
  });
});
