import type { ClosedWhy, Episode, HandledBy } from '../../model/episode.ts';
import type { CompiledRule } from './compiled.ts';
import { isFiring, withoutOpen } from './episode.ts';
import { dueTimes } from './tell.ts';

/**
 * Somebody has seen it: it stays quiet while it lasts, and no second receiver is told. Undefined when there is nothing to acknowledge: it is over, nobody
 * was told yet, or somebody did it before. Doing it again does no harm.
 */
export function acknowledge(episode: Episode, by: HandledBy, now: Date): Episode | undefined {
  if (episode.state !== 'firing') return undefined;
  const { escalateAt: _escalate, remindAt: _remind, snoozedUntil: _snoozed, ...rest } = episode;
  return { ...rest, state: 'acknowledged', rev: episode.rev + 1, updatedAt: now, acknowledged: { at: now, by } };
}

/** Quiet until a time; then it is told again if it still holds. Undefined when it is over, or snoozed for at least as long already. */
export function snooze(episode: Episode, until: Date, now: Date): Episode | undefined {
  if (!isFiring(episode) || until <= now || (episode.snoozedUntil !== undefined && episode.snoozedUntil >= until)) return undefined;
  const { escalateAt: _escalate, remindAt: _remind, ...rest } = episode;
  return { ...rest, rev: episode.rev + 1, updatedAt: now, snoozedUntil: until };
}

/** Ends an episode without a word. The record says why, and keeps who was told, in case the rule comes back. Undefined when it is over. */
export function closeQuietly(episode: Episode, why: ClosedWhy, now: Date): Episode | undefined {
  if (episode.state === 'recovered' && !episode.waiting) return undefined;
  const { waiting: _waiting, escalateAt: _escalate, remindAt: _remind, snoozedUntil: _snoozed, holdsSince: _since, ...rest } = episode;
  return { ...rest, state: 'recovered', rev: episode.rev + 1, updatedAt: now, closed: { at: now, why } };
}

/** Ends the waiting of a change that its rule no longer asks for: nobody can ever be told. What was told before goes on. */
export function waitNoLonger(episode: Episode, now: Date): Episode {
  const { waiting: _, ...rest } = episode;
  const left = isFiring(rest) ? rest : { ...withoutOpen(rest), state: 'recovered' } as const;
  return { ...left, rev: rest.rev + 1, updatedAt: now };
}

/** Takes up an episode that was let go: its rule is back, and what was told is still so. Nobody is told again; its end is told to those who were. */
export function takeUp({ closed: _closed, ...rest }: Episode, compiled: CompiledRule, now: Date): Episode {
  const state = rest.acknowledged ? 'acknowledged' : 'firing';
  return { ...rest, ...(state === 'firing' ? dueTimes({ compiled, now }) : {}), state, rev: rest.rev + 1, updatedAt: now, ruleHash: compiled.hash };
}

/** What was told is over since its rule was gone: should it begin again, it is news. The record stays. */
export function letGoForGood(episode: Episode, now: Date): Episode {
  return { ...withoutOpen(episode), rev: episode.rev + 1, updatedAt: now };
}

/** Clocks of machines that work together differ by less. */
const SKEW_MS = 60_000;

/**
 * An episode that was written by a clock that has been set back since: what is due lies as far from now as it was meant to lie from then. Undefined where
 * nothing is to be righted.
 */
export function rightClock(episode: Episode, now: Date): Episode | undefined {
  const ahead = episode.updatedAt.getTime() - now.getTime();
  if (ahead <= SKEW_MS) return undefined;
  const times = Object.fromEntries((['escalateAt', 'remindAt', 'snoozedUntil'] as const).flatMap((key) => {
    const at = episode[key];
    return at ? [[key, new Date(at.getTime() - ahead)]] : [];
  }));
  return { ...episode, ...times, rev: episode.rev + 1, updatedAt: now };
}
