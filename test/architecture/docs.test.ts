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
