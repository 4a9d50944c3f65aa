import { describe, expect, it } from 'vitest';
import { configIn, load, mistakesIn } from './support.ts';

const HEAD = 'version: 1\ncontact: me@shop.example\ntimezone: Europe/Berlin\nsources:\n  shop: { url: "https://shop.example/" }\n';

function channels(...lines: readonly string[]): Readonly<Record<string, string>> {
  return { 'rivalwatch.yaml': `${HEAD}channels:\n${lines.map((line) => `  ${line}\n`).join('')}` };
}

const HOOK = 'type: webhook, url: "https://x.example/"';
const SLACK = 'type: slack, webhook: "https://hooks.slack.com/services/T/B/x"';

describe('the receiver of a channel', () => {
  it('is told everything at once, a hundred times an hour at most; programs without end', async () => {
    const config = configIn(await load(channels(`team: { ${SLACK} }`, `hook: { ${HOOK} }`)));
    const [team, hook] = [...config.channels.values()].map((channel) => channel.receiver);
    expect(team).toEqual({ timezone: 'Europe/Berlin', workingDays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], urgent: 'critical', digest: { kind: 'now' }, limit: 100, switchOffAfter: 6 * 3_600_000 });
    expect(hook).not.toHaveProperty('limit');
  });

  it.each([
    ['now', { kind: 'now' }], ['daily 08:30', { kind: 'daily', minute: 510 }], ['daily 8:05', { kind: 'daily', minute: 485 }],
    ['weekly mon 07:00', { kind: 'weekly', day: 'mon', minute: 420 }], ['Weekly Friday 17:45', { kind: 'weekly', day: 'fri', minute: 1_065 }],
  ])('digest: %s', async (text, expected) => {
    const config = configIn(await load(channels(`team: { ${SLACK}, digest: "${text}" }`)));
    expect([...config.channels.values()][0]?.receiver.digest).toEqual(expected);
  });

  it('has a time zone, quiet hours, working days, a limit and a fallback of its own', async () => {
    const config = configIn(await load(channels(`team: { ${SLACK}, timezone: Asia/Shanghai, quietHours: { from: "22:00", to: "08:30" }, workingDays: [mon, sat], urgent: never, limit: 5, fallback: hook, switchOffAfter: 2h }`, `hook: { ${HOOK} }`)));
    expect([...config.channels.values()][0]?.receiver).toEqual({ timezone: 'Asia/Shanghai', quietHours: { from: 1_320, to: 510 }, workingDays: ['mon', 'sat'], urgent: 'never', digest: { kind: 'now' }, limit: 5, fallback: 'hook', switchOffAfter: 7_200_000 });
  });

  it.each([
    ['digest: "weekly someday 08:00"', /no time of a digest; write now, daily 08:30 or weekly mon 08:30/], ['digest: "daily 25:00"', /no time of a digest/], ['workingDays: []', /workingDays/],
    ['workingDays: [monday]', /workingDays/], ['quietHours: { from: "22:00", to: "22:00" }', /begin and end at the same time/], ['fallback: teem', /there is no channel "teem"\. Did you mean "team"\?/],
    ['fallback: hook', /cannot stand in for itself/], ['limit: 0', /limit/], ['timezone: Mars/Base', /timezone/],
  ])('%s is a mistake', async (setting, expected) => {
    expect(mistakesIn(await load(channels(`hook: { ${HOOK}, ${setting} }`, `team: { ${SLACK} }`))).join('\n')).toMatch(expected);
  });

  it('is warned of a digest that falls into its quiet hours', async () => {
    const loaded = await load(channels(`team: { ${SLACK}, quietHours: { from: "22:00", to: "08:30" }, digest: "daily 08:00" }`));
    expect(loaded.ok && loaded.warnings.join('\n')).toMatch(/digest of channel "team" falls into its quiet hours/);
  });
});
