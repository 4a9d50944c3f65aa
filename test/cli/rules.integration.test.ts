import { expect } from 'vitest';
import { brand, factId, type BlobHash } from '../../model/ids.ts';
import type { Episode } from '../../model/episode.ts';
import type { Change } from '../../model/change.ts';
import { insertAlert } from '../../storage/alerts.ts';
import { archivePages } from '../../storage/archive.ts';
import { insertChanges } from '../../storage/changes.ts';
import { episode as getEpisode, saveEpisode } from '../../storage/episodes.ts';
import { migrate } from '../../storage/migrate.ts';
import { openStore, type Store } from '../../storage/store.ts';
import { alertOf } from '../alerts/messages/samples.ts';
import { moved, stock } from '../alerts/rules/support.ts';
import { test as base } from '../support/fixtures.ts';
import { headOf, shell, type Shell } from './support.ts';

const NOW = new Date('2026-02-01T12:00:00Z');
const DAY = 86_400_000;

const test = base.extend<{ store: Store; cli: Shell }>({
  store: async ({ space: { mongoUri, prefix } }, use) => {
    const store = await openStore({ uri: mongoUri, database: prefix });
    await migrate(store, { holder: 'test', clock: () => NOW });
    await use(store);
    await store.close();
  },
  cli: async ({ space, store }, use) => {
    const head = `${headOf({ ...space, prefix: store.database })}sources:\n  acme: { url: "https://shop.example/" }\nrules:\n`;
    await use(await shell({
      'rivalwatch.yaml': `${head}  drop: { preset: price-drop, threshold: 5% }\n  gone: { preset: sold-out }\n`,
      'other.yaml': `${head}  drop: { preset: price-drop, threshold: 15% }\n  back: { preset: back-in-stock }\n`, 'wrong.yaml': `${head}  drop: { preset: price-dropp }\n`,
      'rules.yaml': 'rules:\n  drop: { preset: price-drop, threshold: 15% }\n',
    }, { clock: () => NOW }));
  },
});

/** Four weeks: a fall of 10 % on each Monday, of 20 % in the last one, and one sell-out. */
function history(): readonly Change[] {
  const at = (day: number): Date => new Date(NOW.getTime() - 28 * DAY + day * DAY);
  const falls = [0, 7, 14].map((day, no): Change => ({ ...moved(no, 10_000, 9_000), subjectId: brand(`sub_${no}`), at: at(day) }));
  return [...falls, { ...moved(9, 10_000, 8_000), subjectId: brand('sub_9'), at: at(21) }, { ...stock(10, 'in_stock', 'out_of_stock'), at: at(22) }];
}

test('rules lists the ready rules in both languages and those in force', async ({ cli }) => {
  const shown = await cli.run('rules');
  expect(shown).toMatchObject({ code: 0, out: expect.stringMatching(/drop +price-drop +price +warning +nobody[\s\S]*map-violation\n {4}MAP violation: .*\n {4}控价违规：/) });
  expect((await cli.run('rules', '--json')).json()).toMatchObject({ rules: [{ rule: 'drop' }, { rule: 'gone' }], presets: expect.arrayContaining([expect.objectContaining({ preset: 'undercut' })]) });
});

test('rules test shows counts by week, noise by day and examples, and compares two sets', async ({ store, cli }) => {
  await insertChanges(store, history(), NOW);
  const tried = await cli.run('rules', 'test', '--since', '28d');
  expect(tried.out).toMatch(/drop +4 +0\.14 +1 +\S+ 1 1 1 1\n/);
  expect(tried.out).toContain('5 changes and 0 crawls since 2026-01-04 12:00 +00:00: 5 alerts. Nothing was sent.\nNo crawl of that time is on record');
  expect(tried.out).toMatch(/Examples \(the newest 4 of 5\):[\s\S]*Price down 20%/);
  expect((await cli.run('rules', 'test', '--since', '28d', '--json')).json()).toMatchObject({ changes: 5, rules: [{ rule: 'drop', alerts: 4, perWeek: [1, 1, 1, 1], busiestDay: 1 }, { rule: 'gone', alerts: 1 }], silent: [] });
  const compared = await cli.run('rules', 'test', '--since', '28d', '--against', 'other.yaml');
  expect(compared.out).toMatch(/drop +4 +1 +3 +0\n/);
  expect(compared.out).toMatch(/gone +1 +– +1 +0\n/);
  expect(compared.out).toMatch(/back +– +0 +0 +0\n/);
  expect(compared.out).toMatch(/Told by rivalwatch\.yaml alone, e\.g\.:[\s\S]*Price down 10%/);
  expect((await cli.run('rules', 'test', '--since', '28d', '--against', 'rules.yaml')).out).toMatch(/drop +4 +1 +3 +0\n/);
  expect(await cli.run('rules', 'test', '--against', 'wrong.yaml')).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean "price-drop"') });
});

const EPISODE: Episode = {
  id: factId('episode', 'drop', 'x'), ruleId: brand('drop'), subjectId: brand('sub_1'), aspect: 'price|page|', state: 'firing', rev: 1, seen: 0, openedAt: NOW, updatedAt: NOW, changedAt: NOW, applied: [],
  escalateAt: new Date(NOW.getTime() + DAY), toldTo: [brand('team')],
};

test('episodes, ack, snooze and evidence: by the beginning of an id, once, and back out of mistakes', async ({ store, cli }) => {
  expect((await cli.run('episodes')).out).toBe('Nothing is going on.\n');
  await saveEpisode(store, EPISODE, null);
  await saveEpisode(store, { ...EPISODE, id: factId('episode', 'drop', 'y'), state: 'recovered', closed: { at: NOW, why: 'rule_removed' } }, null);
  expect((await cli.run('episodes')).out).toMatch(new RegExp(`${EPISODE.id} +firing +2026-02-01 12:00 +drop`));
  expect((await cli.run('episodes', '--all')).out).toMatch(/over: its rule is gone/);
  const short = EPISODE.id.slice(0, 12);
  expect(await cli.run('snooze', short, '2d')).toMatchObject({ code: 0, out: expect.stringMatching(/quiet until 2026-02-03 12:00/) });
  expect((await cli.run('episodes')).out).toMatch(/snoozed until 2026-02-03 12:00/);
  expect((await cli.run('snooze', short, '1d')).out).toMatch(/that was done before/);
  expect(await cli.run('ack', short)).toMatchObject({ code: 0, out: `${EPISODE.id}: acknowledged.\n` });
  expect(await getEpisode(store, EPISODE.id)).toMatchObject({ state: 'acknowledged', rev: 3, acknowledged: { at: NOW, by: 'command' } });
  expect((await cli.run('ack', short, '--json')).json()).toEqual({ episodes: [{ id: EPISODE.id, result: 'already' }] });
  expect((await cli.run('ack', factId('episode', 'drop', 'y'))).out).toMatch(/it is not firing/);
  for (const [id, words] of [['epi_', 'is no id of an episode'], ['lamp', 'is no id of an episode'], ['epi_ffffffffffff', 'There is no episode']] as const) expect(await cli.run('ack', id)).toMatchObject({ code: 2, err: expect.stringContaining(words) });
  expect(await cli.run('snooze', short, 'soon')).toMatchObject({ code: 2, err: expect.stringContaining('is no duration') });
  // The archived answer that a message names, by the beginning of its hash.
  const [hash = ''] = await archivePages(store, [{ body: Buffer.from('<h1>Desk lamp</h1>'), url: 'https://shop.example/p1', contentType: 'text/html', at: NOW }]);
  await insertAlert(store, alertOf('price', { change: { ...moved(1, 100, 90), archive: brand<BlobHash>(hash) } }), NOW);
  expect(await cli.run('evidence', hash.slice(0, 12))).toMatchObject({ code: 0, out: expect.stringMatching(/https:\/\/shop\.example\/p1\ntext\/html, 18 bytes, SHA-256 [0-9a-f]{64}\nIt came first on 2026-02-01 12:00/) });
  expect(await cli.run('evidence', hash, '--out', 'page.html')).toMatchObject({ code: 0, out: expect.stringContaining('Written to page.html') });
  expect((await cli.run('read', 'page.html', '--json')).out).toContain('Desk lamp');
  for (const [typed, code, words] of [['lamp', 2, 'is no hash'], ['abcdef', 1, 'is kept: it never was'], ['ab'.repeat(32), 1, 'is kept: it never was'], [hash.slice(0, 3), 2, 'is no hash']] as const) expect(await cli.run('evidence', typed)).toMatchObject({ code, err: expect.stringContaining(words) });
});
