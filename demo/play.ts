import { duration } from '../config/units.ts';
import { brand, type RuleId } from '../model/ids.ts';
import { replay } from '../workers/replay/replay.ts';
import type { ReplayReport } from '../workers/replay/report.ts';
import { checkScene, type Checked } from './check.ts';
import { readRecord } from './record.ts';
import { since, type Recorded } from './recorded.ts';
import { firstRun, inTime, runNow, tickNow } from './run-now.ts';
import { DEMO_TARGETS } from './configuration.ts';
import { watchSchedule } from './schedule.ts';
import type { Scene } from './scenes/scene.ts';
import { sceneHeading, sceneStory, type Screen } from './screen.ts';
import type { Stage } from './stage.ts';

const NOTHING: Recorded = { changes: [], alerts: [], recommendations: [], crawls: [], listings: [], looks: [], messages: new Map() };

/** Plays the scenes one after another: the shops change, the targets are crawled, and the record is held against what must come of it. */
export async function play(stage: Stage, scenes: readonly Scene[], screen: Screen, signal: AbortSignal): Promise<Checked[]> {
  const checked: Checked[] = [];
  let before = NOTHING;
  for (const [index, scene] of scenes.entries()) {
    screen.say(screen.paint('bold', sceneHeading(scene, index + 1, scenes.length)));
    const trouble = await perform(stage, scene, index === 0, signal);
    const after = await readRecord(stage.store, stage.sinks.messages(), [...scene.expect, ...scene.forbid].some(({ fact }) => fact === 'reading'));
    const fresh = { ...since(before, after), ...(scene.replay ? { replayed: await replayAll(stage, signal) } : {}) };
    before = after;
    const results = [...checkScene(scene, fresh), ...(trouble === undefined ? [] : [{ scene: scene.name, expected: 'the crawls end', seen: trouble, held: false }])];
    checked.push(...results);
    for (const line of sceneStory(fresh, screen.columns)) screen.say(line);
    for (const one of results) if (!one.held) screen.say(screen.paint('red', `  ✗ expected ${one.expected}; seen: ${one.seen}`));
  }
  return checked;
}

/** Does all that a scene is. Returns what went wrong, so that the play goes on. */
async function perform(stage: Stage, scene: Scene, first: boolean, signal: AbortSignal): Promise<string | undefined> {
  try {
    stage.sinks.switchTeams(scene.teamsOff !== true);
    if (scene.press) await press(stage, scene.press);
    if (scene.later !== undefined) {
      stage.clock.pass(duration.parse(scene.later));
      await tickNow(stage.workers.context, signal);
    }
    stage.world.show(scene.act(stage.world.world()));
    await crawl(stage, scene, first, signal);
    const { schedule } = scene;
    if (schedule) await inTime(stage.workers.context, signal, (both) => watchSchedule(stage, schedule, both));
    return undefined;
  } catch (error) {
    signal.throwIfAborted();
    return error instanceof Error ? error.message : String(error);
  }
}

/** What `rivalwatch replay` finds of all that was read. Writes nothing. */
async function replayAll({ store, workers: { context }, clock }: Stage, signal: AbortSignal): Promise<ReplayReport['versions']> {
  const parts = { store, config: context.config(), readers: context.readers, now: clock.now(), signal, onProgress: () => undefined };
  return (await replay(parts, { from: new Date(0), to: clock.now(), apply: false })).versions;
}

/** Runs the scene's crawls; the first scene's are those the schedule starts by itself. */
async function crawl({ world, workers }: Stage, scene: Scene, first: boolean, signal: AbortSignal): Promise<void> {
  if (first) return await firstRun(workers.context, signal);
  const targets = scene.targets ?? Object.keys(DEMO_TARGETS);
  for (let round = 0; targets.length > 0 && round < (scene.rounds ?? 1); round++) {
    if (round > 0 && scene.next) world.show(scene.next(world.world()));
    await runNow(workers.context, targets, signal);
  }
}

/** Opens the link of the newest message on Slack that the rule made and presses the button of its page, as a receiver does by the operator's proxy. */
async function press({ store, sinks, workers }: Stage, { rule, button }: NonNullable<Scene['press']>): Promise<void> {
  const alerts = await store.alerts.find({ ruleId: brand<RuleId>(rule) }, { sort: { at: -1 } });
  const link = alerts.flatMap(({ _id }) => sinks.links().find((address) => address.includes(`${_id}/${button}`)) ?? [])[0];
  const { pathname, search } = new URL(link ?? '/', 'http://none');
  const answer = link === undefined ? undefined : await fetch(`http://127.0.0.1:${workers.healthPort}${pathname}${search}`, { method: 'POST' });
  if (!answer?.ok) throw new Error(`nobody could press ${button} of ${rule}: ${answer ? `the page answered ${answer.status}` : 'no message has such a button'}`);
}
