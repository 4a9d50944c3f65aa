import { DEMO_TARGETS, type TargetName } from '../demo/configuration.ts';
import { SCENES } from '../demo/scenes/index.ts';
import type { Scene } from '../demo/scenes/scene.ts';

/** Targets that need a browser. */
const targets: readonly TargetName[] = Object.entries(DEMO_TARGETS).flatMap(([name, target]) => (isTarget(name) && target.shop !== 'kumo' ? [name] : []));

function isTarget(name: string): name is TargetName {
  return Object.hasOwn(DEMO_TARGETS, name);
}

/** One round of crawls: what the shops do first, and which targets are crawled then. */
export interface Round {
  readonly scene: Scene;
  readonly targets: readonly TargetName[];
  /** The shops move on with the first round of a scene. */
  readonly first: boolean;
}

/** The scenes of these names, all when none are given, as rounds; the first look always comes first, what needs a browser is left out. Throws when there is no such scene. */
export function roundsOf(names: readonly string[]): readonly Round[] {
  for (const name of names) if (!SCENES.some((scene) => scene.name === name)) throw new Error(`there is no scene "${name}"; there are ${SCENES.map((scene) => scene.name).join(', ')}`);
  const wanted = SCENES.filter((scene, index) => index === 0 || names.length === 0 || names.includes(scene.name));
  return wanted.flatMap((scene) => {
    const crawled = (scene.targets ?? targets).filter((name) => targets.includes(name));
    return crawled.length === 0 ? [] : Array.from({ length: scene.rounds ?? 1 }, (_, index): Round => ({ scene, targets: crawled, first: index === 0 }));
  });
}
