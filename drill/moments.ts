/** What is killed. `redis_empty`: Redis, and it comes back without its data. */
export const VICTIMS = ['worker', 'mongodb', 'redis', 'redis_empty'] as const;
export type Victim = (typeof VICTIMS)[number];

/** When: so many milliseconds after the last kill, or at the next page asked for or message received, or just before that message is answered. */
export type Moment = { readonly after: number } | { readonly at: 'page' | 'message' | 'answer' };

/** One kill of the plan. */
export interface Kill {
  readonly victim: Victim;
  /** Of the crew; used with `worker` alone. */
  readonly worker: number;
  readonly moment: Moment;
  /** How long it stays dead. Milliseconds. */
  readonly down: number;
}

/** Out of ten kills. Workers die most often in real life as well. */
const SHARES: readonly Victim[] = ['worker', 'mongodb', 'redis_empty', 'worker', 'redis', 'worker', 'mongodb', 'worker', 'redis', 'worker'];
const QUIET_MOMENTS = ['after', 'page'] as const;
const MOMENTS = [...QUIET_MOMENTS, 'message', 'answer', 'answer'] as const;
const LONGEST_AFTER_MS = 600;
const LONGEST_DOWN_MS = 800;

/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Spreads the kills over the rounds at random: a list for each round. `rounds` says of each whether messages come in it: only then a kill can
 * wait for one. Every ten kills have every kind of victim in its share.
 */
export function planKills(count: number, rounds: readonly boolean[], crew: number, random: () => number): readonly (readonly Kill[])[] {
  const plan: Kill[][] = rounds.map(() => []);
  const victims = shuffled(Array.from({ length: count }, (_, index) => SHARES[index % SHARES.length] ?? 'worker'), random);
  for (const victim of victims) {
    const round = Math.floor(random() * rounds.length);
    plan[round]?.push({ victim, worker: Math.floor(random() * crew), moment: momentOf(random, rounds[round] ? MOMENTS : QUIET_MOMENTS), down: Math.round(random() * LONGEST_DOWN_MS) });
  }
  return plan;
}

function momentOf(random: () => number, moments: typeof MOMENTS | typeof QUIET_MOMENTS): Moment {
  const what = moments[Math.floor(random() * moments.length)] ?? 'after';
  return what === 'after' ? { after: Math.round(random() * LONGEST_AFTER_MS) } : { at: what };
}

function shuffled<T>(all: readonly T[], random: () => number): readonly T[] {
  return all.map((one) => ({ one, order: random() })).toSorted((a, b) => a.order - b.order).map(({ one }) => one);
}
