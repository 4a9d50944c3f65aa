import { checkScene, type Checked } from './check.ts';
import { readRecord } from './record.ts';
import { since, type Recorded } from './recorded.ts';
import { firstRun, runNow } from './run-now.ts';
import { DEMO_TARGETS } from './configuration.ts';
import type { Scene } from './scenes/scene.ts';
import { sceneHeading, sceneStory, type Screen } from './screen.ts';
import type { Stage } from './stage.ts';

const NOTHING: Recorded = { changes: [], alerts: [], deliveries: [], recommendations: [], crawls: [], listings: [], slack: [], mails: [] };

/** Plays the scenes one after another: the shops change, the targets are crawled, and the record is held against what must come of it. */
export async function play(stage: Stage, scenes: readonly Scene[], screen: Screen, signal: AbortSignal): Promise<Checked[]> {
  const checked: Checked[] = [];
  let before = NOTHING;
  for (const [index, scene] of scenes.entries()) {
    screen.say(sceneHeading(scene, index + 1, scenes.length));
    stage.world.show(scene.act(stage.world.world()));
    const trouble = await crawl(stage, scene, index === 0, signal);
    const after = await readRecord(stage.store, stage);
    const fresh = since(before, after);
    before = after;
    const results = [...checkScene(scene, fresh), ...(trouble === undefined ? [] : [{ scene: scene.name, expected: 'the crawls end', seen: trouble, held: false }])];
    checked.push(...results);
    for (const line of sceneStory(fresh)) screen.say(line);
    for (const one of results) if (!one.held) screen.say(`  ✗ expected ${one.expected}; seen: ${one.seen}`);
  }
  return checked;
}

/** Runs the scene's crawls; the first scene's are those the schedule starts by itself. Returns what went wrong, so that the play goes on. */
async function crawl(stage: Stage, scene: Scene, first: boolean, signal: AbortSignal): Promise<string | undefined> {
  try {
    if (first) await firstRun(stage.workers.context, signal);
    else for (let round = 0; round < (scene.rounds ?? 1); round++) await runNow(stage.workers.context, scene.targets ?? Object.keys(DEMO_TARGETS), signal);
    return undefined;
  } catch (error) {
    signal.throwIfAborted();
    return error instanceof Error ? error.message : String(error);
  }
}
