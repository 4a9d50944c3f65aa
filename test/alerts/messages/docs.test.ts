import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { messageOf } from '../../../alerts/messages/message.ts';
import { CHANGE_KINDS, type ChangeKind } from '../../../model/change.ts';
import { alertOf } from './samples.ts';

const page = await readFile(new URL('../../../docs/alerts.md', import.meta.url), 'utf8');

/** The headlines that the page names for a kind, in both languages; each in bold, several with commas between them. */
function namedFor(kind: ChangeKind): readonly (readonly string[])[] {
  const [, names = ''] = page.split('\n').find((line) => line.startsWith(`| \`${kind}\` |`))?.split(' | ') ?? [];
  return [...names.matchAll(/\*\*(.+?)\*\*/g)].map(([, list = '']) => list.split(', '));
}

test.each(CHANGE_KINDS)('docs/alerts.md says of %s, under the headline that messages have, what it means and what to do', (kind) => {
  const [english = [], chinese = []] = namedFor(kind);
  const headlines = (['en', 'zh-CN'] as const).map((language) => messageOf(alertOf(kind), { language, timezone: 'UTC' }).headline);
  expect([english, chinese].map((names, index) => names.filter((name) => headlines[index]?.startsWith(name)).length > 0 || headlines[index])).toEqual([true, true]);
});
