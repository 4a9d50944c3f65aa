import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const PAGES = [...readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => join('docs', name)), 'README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];

test('every file that a page names or links to is there', () => {
  const gone = PAGES.flatMap((page) => {
    const text = readFileSync(page, 'utf8');
    const named = [...text.matchAll(/`(\w[\w.-]*\/(?:[\w.-]+\/)*[\w.-]+\.(?:ts|mjs|md|json|yaml|csv))`/g)].map(([, path = '']) => path);
    const linked = [...text.matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map(([, path = '']) => join(dirname(page), path));
    return [...named, ...linked].filter((path) => !existsSync(path)).map((path) => `${page}: ${path}`);
  });
  expect(gone).toEqual([]);
});

/** As GitHub makes the address of a heading. */
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replaceAll(/[^\p{L}\p{N}_ -]/gu, '').replaceAll(' ', '-'));
}

test('every heading that a page links to is there', () => {
  const links = PAGES.flatMap((page) => [...readFileSync(page, 'utf8').matchAll(/\]\((?!\w+:)([^)#\s]*)#([^)\s]+)\)/g)].map(([, path = '', anchor = '']) => ({ page, to: path === '' ? page : join(dirname(page), path), anchor })));
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(({ to, anchor }) => !anchorsOf(readFileSync(to, 'utf8')).includes(decodeURIComponent(anchor))).map(({ page, to, anchor }) => `${page}: ${to}#${anchor}`)).toEqual([]);
});
