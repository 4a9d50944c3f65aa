import { describe, expect, it } from 'vitest';
import { compileRule } from '../../../alerts/rules/compile.ts';
import { evaluate } from '../../../alerts/rules/evaluate.ts';
import { evaluateDue } from '../../../alerts/rules/due.ts';
import { acknowledge, closeQuietly, rightClock, snooze } from '../../../alerts/rules/handling.ts';
import type { Present } from '../../../alerts/rules/present.ts';
import { asChange, evaluateStanding, type Standing } from '../../../alerts/rules/standing.ts';
import { RULE_PRESETS } from '../../../config/presets.ts';
import type { Rule } from '../../../config/types.ts';
import type { Alert } from '../../../model/alert.ts';
import type { Episode } from '../../../model/episode.ts';
import type { Change } from '../../../model/change.ts';
import { brand } from '../../../model/ids.ts';
import type { Availability } from '../../../model/listing.ts';
import { at, facts, price } from '../changes/support.ts';
import { moved, PRODUCT, rule, run, stock, told } from './support.ts';

const HOUR = 3_600_000;
const soldOut = (more: Partial<Rule> = {}): Rule => rule({ ...RULE_PRESETS['sold-out'], ...more });
const [out, back] = [stock(1, 'in_stock', 'out_of_stock'), stock(5, 'out_of_stock', 'in_stock')];

interface Fired { readonly episode: Episode; readonly alert: Alert }

function fire(of: Rule, one: Change = out): Fired {
  const { episode, alert } = evaluate({ compiled: compileRule(of), change: one, context: { tags: [], product: PRODUCT }, now: one.at });
  if (!episode || !alert) throw new Error('did not fire');
  return { episode, alert };
}

describe('acknowledging', () => {
  it('is noted once, by whom and when; what is over or waits cannot be acknowledged', () => {
    const { episode } = fire(soldOut({ escalate: { to: [brand('boss')], after: HOUR } }));
    expect(episode.escalateAt).toEqual(at(2));
    const seen = acknowledge(episode, 'command', at(2));
    expect(seen).toMatchObject({ state: 'acknowledged', rev: episode.rev + 1, acknowledged: { at: at(2), by: 'command' } });
    expect(seen).not.toHaveProperty('escalateAt');
    expect(seen && acknowledge(seen, 'link', at(3))).toBeUndefined();
    expect(acknowledge({ ...episode, state: 'recovered' }, 'link', at(3))).toBeUndefined();
    expect(acknowledge({ ...episode, state: 'pending' }, 'link', at(3))).toBeUndefined();
  });

  it('ends with the next movement, which is told and asks for an answer of its own', () => {
    const drop = rule({ direction: 'down', escalate: { to: [brand('boss')], after: HOUR } });
    const seen = acknowledge(fire(drop, moved(1, 100, 90)).episode, 'link', at(2));
    const next = evaluate({ compiled: compileRule(drop), change: moved(3, 90, 80), context: { tags: [] }, now: at(3), ...(seen ? { episode: seen } : {}) });
    expect(next).toMatchObject({ alert: { moment: 'fired' }, episode: { state: 'firing', escalateAt: at(4) } });
    expect(next.episode).not.toHaveProperty('acknowledged');
  });
});

describe('escalation', () => {
  const of = soldOut({ escalate: { to: [brand('boss')], after: 2 * HOUR } });
  const compiled = compileRule(of);

  it('tells the second receiver when nobody acknowledged, once, with the same facts', () => {
    const { episode, alert } = fire(of);
    const due = evaluateDue({ compiled, episode, last: alert, now: at(3) });
    expect(due.alert).toMatchObject({ channels: ['boss'], moment: 'fired', change: { id: out.id }, reason: { again: 'unacknowledged' } });
    expect(due.episode).toMatchObject({ state: 'firing', toldTo: ['team', 'boss'] });
    expect(due.episode).not.toHaveProperty('escalateAt');
    expect(evaluateDue({ compiled, episode, last: alert, now: at(3) }).alert?.id).toBe(due.alert?.id);
  });

  it('is not put off by what is told meanwhile', () => {
    const drop = rule({ direction: 'down', escalate: { to: [brand('boss')], after: 2 * HOUR } });
    const first = fire(drop, moved(1, 100, 90)).episode;
    expect(evaluate({ compiled: compileRule(drop), change: moved(2, 90, 80), context: { tags: [] }, now: at(2), episode: first }).episode?.escalateAt).toEqual(at(3));
  });

  it('tells nobody of what is over or was acknowledged, or whose record is gone', () => {
    const { episode, alert } = fire(of);
    expect(evaluateDue({ compiled, episode: { ...episode, state: 'acknowledged' }, last: alert, now: at(3) }).alert).toBeUndefined();
    expect(evaluateDue({ compiled, episode: { ...episode, state: 'recovered' }, last: alert, now: at(3) }).alert).toBeUndefined();
    expect(evaluateDue({ compiled, episode, now: at(3) }).alert).toBeUndefined();
    expect(evaluate({ compiled, change: back, context: { tags: [] }, episode, now: at(5) }).episode).not.toHaveProperty('escalateAt');
  });
});

describe('the recovery', () => {
  it('is told to whom the firing was told, those of the escalation too, also when the rule tells others meanwhile', () => {
    const of = soldOut({ escalate: { to: [brand('boss')], after: HOUR } });
    const { episode, alert } = fire(of);
    const { episode: escalated } = evaluateDue({ compiled: compileRule(of), episode, last: alert, now: at(3) });
    const edited = compileRule({ ...of, channels: [brand('others')] });
    expect(evaluate({ compiled: edited, change: back, context: { tags: [] }, now: at(5), ...(escalated ? { episode: escalated } : {}) }).alert).toMatchObject({ moment: 'recovered', channels: ['team', 'boss'] });
  });

  it('that waits for the end of a cooldown is told to the same people; a bounce leaves all as it was', () => {
    const of = soldOut({ cooldown: 10 * HOUR, escalate: { to: [brand('boss')], after: 8 * HOUR } });
    const compiled = compileRule({ ...of, channels: [brand('others')] });
    const { episode } = fire(of);
    const held = evaluate({ compiled, change: back, context: { tags: [] }, episode, now: at(5) }).episode;
    if (!held) throw new Error('nothing waits');
    expect(evaluate({ compiled, change: back, context: { tags: [], confirmedBy: 2 }, episode: held, now: at(12) })).toMatchObject({ alert: { moment: 'recovered', channels: ['team'] }, episode: { state: 'recovered' } });
    const bounced = evaluate({ compiled, change: stock(6, 'in_stock', 'out_of_stock'), context: { tags: [] }, episode: held, now: at(6) });
    expect(bounced.alert).toBeUndefined();
    expect(bounced.episode).toMatchObject({ state: 'firing', openedAt: episode.openedAt, escalateAt: at(9), toldTo: ['team'] });
  });

  it('of a new opening is told to those of that opening alone', () => {
    const first = fire(soldOut()).episode;
    const over = evaluate({ compiled: compileRule(soldOut()), change: back, context: { tags: [] }, episode: first, now: at(5) }).episode;
    const other = compileRule(soldOut({ channels: [brand('others')] }));
    const again = evaluate({ compiled: other, change: stock(6, 'in_stock', 'out_of_stock'), context: { tags: [] }, now: at(6), ...(over ? { episode: over } : {}) });
    expect(again.episode?.toldTo).toEqual(['others']);
  });

  it('that stands for itself goes to whom the rule tells now, not to those of an opening long over', () => {
    const any = rule({ on: ['stock'], direction: 'any' });
    const over = evaluate({ compiled: compileRule(any), change: back, context: { tags: [] }, episode: fire(any).episode, now: at(5) }).episode;
    const other = compileRule({ ...any, channels: [brand('others')] });
    expect(evaluate({ compiled: other, change: stock(7, 'out_of_stock', 'in_stock'), context: { tags: [] }, now: at(7), ...(over ? { episode: over } : {}) }).alert).toMatchObject({ moment: 'recovered', channels: ['others'] });
  });
});

describe('snoozing', () => {
  const of = soldOut();
  const compiled = compileRule(of);

  it('is quiet until its end, then tells again what still holds', () => {
    const { episode, alert } = fire(of);
    const quiet = snooze(episode, at(10), at(2));
    if (!quiet) throw new Error('not snoozed');
    expect(evaluateDue({ compiled, episode: quiet, last: alert, now: at(9) }).alert).toBeUndefined();
    const due = evaluateDue({ compiled, episode: quiet, last: alert, now: at(10) });
    expect(due).toMatchObject({ alert: { reason: { again: 'snoozed' }, channels: ['team'] }, episode: { state: 'firing' } });
    expect(due.episode).not.toHaveProperty('snoozedUntil');
  });

  it('holds the recovery, and says it afterwards', () => {
    const quiet = snooze(fire(of).episode, at(10), at(2));
    if (!quiet) throw new Error('not snoozed');
    const held = evaluate({ compiled, change: back, context: { tags: [] }, episode: quiet, now: at(5) });
    expect(held.alert).toBeUndefined();
    if (!held.episode) throw new Error('no episode');
    expect(evaluateDue({ compiled, episode: held.episode, last: fire(of).alert, now: at(10) }).alert).toBeUndefined();
    expect(evaluate({ compiled, change: back, context: { tags: [], confirmedBy: 2 }, episode: held.episode, now: at(11) }).alert).toMatchObject({ moment: 'recovered' });
  });

  it('twice, or into the past, changes nothing', () => {
    const quiet = snooze(fire(of).episode, at(10), at(2));
    expect(quiet && snooze(quiet, at(9), at(3))).toBeUndefined();
    expect(snooze(fire(of).episode, at(1), at(2))).toBeUndefined();
  });
});

it('a reminder says that it still holds, as often as the rule asks', () => {
  const of = soldOut({ rearm: { after: 24 * HOUR } });
  const { episode, alert } = fire(of);
  expect(episode.remindAt).toEqual(at(25));
  const first = evaluateDue({ compiled: compileRule(of), episode, last: alert, now: at(26) });
  expect(first).toMatchObject({ alert: { reason: { again: 'still' } }, episode: { remindAt: at(50) } });
});

it('a reminder is not put off by an escalation, and told with it when both are due', () => {
  const asks = (after: number) => soldOut({ rearm: { after }, escalate: { to: [brand('boss')], after: 2 * HOUR } });
  const due = (after: number) => {
    const { episode, alert } = fire(asks(after));
    return evaluateDue({ compiled: compileRule(asks(after)), episode, last: alert, now: at(3) });
  };
  expect(due(3 * HOUR)).toMatchObject({ alert: { channels: ['boss'] }, episode: { remindAt: at(4) } });
  expect(due(2 * HOUR)).toMatchObject({ alert: { channels: ['team', 'boss'] }, episode: { remindAt: at(5) } });
});

describe('a price that is told again', () => {
  const presentAt = (cents: number): Present => ({ standing: { facts: { ...facts(20), at: at(20) }, listing: { price: price(cents) } }, context: { tags: [], product: PRODUCT, history: [{ at: at(20), money: price(cents).money }] } });
  const again = (of: Rule, first: Change, cents: number) => {
    const { episode, alert } = fire(of, first);
    return evaluateDue({ compiled: compileRule(of), episode, last: alert, present: presentAt(cents), now: at(26) });
  };

  it('is told as it is now, against what it is compared with now', () => {
    const line = rule({ ...RULE_PRESETS.undercut, rearm: { after: 23 * HOUR } });
    expect(again(line, moved(1, 10_000, 9_000), 9_400)).toMatchObject({ alert: { change: { at: at(20) }, reason: { to: { minor: 9_400 }, percent: expect.closeTo(-1.05, 2), again: 'still' } }, episode: { toldAt: { minor: 9_400 } } });
    const drop = rule({ direction: 'down', rearm: { after: 23 * HOUR } });
    expect(again(drop, moved(1, 10_000, 9_000), 9_400).alert).toMatchObject({ change: { at: at(20), detail: { from: { money: { minor: 10_000 } }, to: { money: { minor: 9_400 } }, percent: -6 } }, reason: { percent: -6, again: 'still' }, history: [{ money: { minor: 9_400 } }] });
    expect(again(drop, moved(1, 10_000, 9_000), 9_000).alert?.change).toEqual(moved(1, 10_000, 9_000));
  });

  it('is not told when it is known to be over, and looked at again after the same time', () => {
    for (const of of [rule({ ...RULE_PRESETS.undercut, rearm: { after: 23 * HOUR } }), rule({ direction: 'down', rearm: { after: 23 * HOUR } })]) {
      expect(again(of, moved(1, 10_000, 9_000), 10_100)).toEqual({ episode: expect.objectContaining({ state: 'firing', remindAt: at(49) }) });
    }
  });

  it('is not told of a stock that is the other one now: the page shows another variant', () => {
    const of = soldOut({ rearm: { after: 23 * HOUR } });
    const { episode, alert } = fire(of, out);
    const due = (availability: Availability) => evaluateDue({ compiled: compileRule(of), episode, last: alert, present: { standing: { facts: { ...facts(20), at: at(20) }, listing: { availability } }, context: { tags: [] } }, now: at(26) }).alert;
    expect([due('in_stock'), due('delisted')]).toEqual([undefined, expect.objectContaining({ reason: expect.objectContaining({ again: 'still' }) })]);
  });

  it('is not told when nothing is left to compare with, or the rule asks for no such listing any more', () => {
    const line = rule({ ...RULE_PRESETS.undercut, rearm: { after: 23 * HOUR }, match: { seller: { $ne: 'Our own shop' } } });
    const { episode, alert } = fire(line, moved(1, 10_000, 9_000));
    const { standing, context: { product: _, ...unmatched } } = presentAt(9_000);
    const due = (present: Present) => evaluateDue({ compiled: compileRule(line), episode, last: alert, present, now: at(26) }).alert;
    expect(due(presentAt(9_000))).toBeDefined();
    expect(due({ standing, context: unmatched })).toBeUndefined();
    expect(due({ standing, context: { ...presentAt(9_000).context, listing: { seller: 'Our own shop' } } })).toBeUndefined();
  });

  it('that is over for the moment is told to the second receiver later, when it was not over after all', () => {
    const line = rule({ ...RULE_PRESETS.undercut, rearm: { distance: { kind: 'percent', percent: 1 } }, escalate: { to: [brand('boss')], after: 2 * HOUR } });
    const { episode, alert } = fire(line, moved(1, 10_000, 9_000));
    const wobble = evaluateDue({ compiled: compileRule(line), episode, last: alert, present: presentAt(9_550), now: at(3) });
    expect(wobble).toEqual({ episode: expect.objectContaining({ state: 'firing', escalateAt: at(5) }) });
    expect(wobble.episode && evaluateDue({ compiled: compileRule(line), episode: wobble.episode, last: alert, present: presentAt(9_000), now: at(5) }).alert).toMatchObject({ channels: ['boss'] });
  });

  it('takes the step along that waited for the end of a snooze', () => {
    const drop = rule({ direction: 'down' });
    const { episode, alert } = fire(drop, moved(1, 10_000, 9_000));
    const quiet = snooze(episode, at(10), at(2));
    const held = evaluate({ compiled: compileRule(drop), change: moved(5, 9_000, 8_000), context: { tags: [] }, now: at(5), ...(quiet ? { episode: quiet } : {}) }).episode;
    if (!held?.waiting) throw new Error('nothing waits');
    const due = evaluateDue({ compiled: compileRule(drop), episode: held, last: alert, present: presentAt(8_000), now: at(10) });
    expect(due.alert).toMatchObject({ reason: { again: 'snoozed', percent: -20 } });
    expect(due.episode).not.toHaveProperty('waiting');
  });
});

it('closing without a word leaves a record and nothing that is due', () => {
  const { episode } = fire(soldOut({ escalate: { to: [brand('boss')], after: HOUR }, rearm: { after: HOUR } }));
  const closed = closeQuietly(episode, 'rule_removed', at(9));
  expect(closed).toMatchObject({ state: 'recovered', closed: { at: at(9), why: 'rule_removed' } });
  for (const key of ['escalateAt', 'remindAt', 'waiting']) expect(closed).not.toHaveProperty(key);
  expect(closed && closeQuietly(closed, 'rule_removed', at(9))).toBeUndefined();
});

describe('a rule that was gone while it fired, and is back', () => {
  const gone = (of: Rule): Episode => {
    const closed = closeQuietly(fire(of).episode, 'rule_removed', at(3));
    if (!closed) throw new Error('not closed');
    return closed;
  };
  const put = (of: Rule, change: Change, episode: Episode): ReturnType<typeof evaluate> => evaluate({ compiled: compileRule(of), change, context: { tags: [] }, episode, now: change.at });

  it('says that what it told of is over, to those who were told, once', () => {
    const over = put(soldOut({ channels: [brand('others')] }), back, gone(soldOut()));
    expect(over.alert).toMatchObject({ moment: 'recovered', channels: ['team'] });
    expect(over.episode).not.toHaveProperty('toldTo');
    expect(over.episode && put(soldOut(), stock(6, 'low', 'in_stock'), over.episode).alert).toBeUndefined();
  });

  it('tells what begins anew, and nothing of what nobody was told of', () => {
    expect(put(soldOut(), stock(6, 'in_stock', 'out_of_stock'), gone(soldOut())).alert).toMatchObject({ moment: 'fired' });
    const waits = evaluate({ compiled: compileRule(soldOut({ confirm: { needed: 2, of: 2 } })), change: out, context: { tags: [] }, now: out.at }).episode;
    const closed = waits && closeQuietly(waits, 'rule_removed', at(3));
    expect(closed && put(soldOut(), back, closed)).toMatchObject({ episode: { state: 'recovered' } });
    expect(closed && put(soldOut(), back, closed).alert).toBeUndefined();
  });
});

it('a rule whose time is over says nothing', () => {
  expect(told(run(soldOut({ until: at(1) }), [{ change: out }]))).toEqual([]);
  expect(told(run(soldOut({ until: at(2) }), [{ change: out }]))).toEqual(['fired 1']);
});

describe('a clock that was ahead and is set back', () => {
  const compiled = compileRule(soldOut());

  it('puts off no escalation, reminder or end of a snooze for longer than was asked', () => {
    const { episode } = fire(soldOut({ escalate: { to: [brand('boss')], after: 2 * HOUR }, rearm: { after: 24 * HOUR } }), { ...out, at: at(500) });
    expect(rightClock(episode, at(5))).toEqual({ ...episode, rev: episode.rev + 1, updatedAt: at(5), escalateAt: at(7), remindAt: at(29) });
    expect(rightClock(episode, at(500))).toBeUndefined();
    const quiet = snooze(episode, at(510), at(500));
    expect(quiet && rightClock(quiet, at(5))).toMatchObject({ snoozedUntil: at(15) });
  });

  const ahead = fire(soldOut(), { ...out, at: at(500) }).episode;

  it('makes nothing late: what comes now counts', () => {
    expect(evaluate({ compiled, change: back, context: { tags: [] }, episode: ahead, now: at(5) })).toMatchObject({ alert: { moment: 'recovered' }, episode: { state: 'recovered', changedAt: at(5) } });
  });

  it('does not make what was taken in before news again', () => {
    const { episode } = evaluate({ compiled, change: back, context: { tags: [] }, episode: ahead, now: at(5) });
    expect(evaluate({ compiled, change: { ...out, at: at(500) }, context: { tags: [] }, now: at(6), ...(episode ? { episode } : {}) })).toEqual({});
  });
});

describe('M of N looks', () => {
  const of = soldOut({ confirm: { needed: 2, of: 3 } });
  const outAgain = stock(3, 'in_stock', 'out_of_stock');

  it('fire when so many of the last agree, though not in a row', () => {
    expect(told(run(of, [{ change: out }, { change: stock(2, 'out_of_stock', 'in_stock') }, { change: outAgain }]))).toEqual(['fired 3']);
    expect(told(run(of, [{ change: out }, { change: out, hour: 2, confirmedBy: 2 }]))).toEqual(['fired 1']);
  });

  it('do not fire when those that agree lie too far apart', () => {
    const seenBack = stock(2, 'out_of_stock', 'in_stock');
    const late = stock(9, 'in_stock', 'out_of_stock');
    const steps = [{ change: out }, { change: seenBack }, { change: out, hour: 3, confirmedBy: 2 }, { change: out, hour: 4, confirmedBy: 3 }, { change: late }];
    const result = run(of, steps);
    expect(told(result)).toEqual([]);
    expect(result.episode).toMatchObject({ state: 'pending', waiting: { checks: [true] } });
  });

  it('with a break have not lasted from the first of them on', () => {
    expect(told(run({ ...of, holdFor: 2 * HOUR }, [{ change: out }, { change: stock(2, 'out_of_stock', 'in_stock') }, { change: outAgain }, { change: outAgain, hour: 4, confirmedBy: 2 }]))).toEqual([]);
    expect(told(run({ ...of, holdFor: 2 * HOUR }, [{ change: out }, { change: stock(2, 'out_of_stock', 'in_stock') }, { change: outAgain }, { change: outAgain, hour: 5, confirmedBy: 2 }]))).toEqual(['fired 3']);
  });

  it('a look that is repeated counts once', () => {
    expect(told(run(of, [{ change: out }, { change: out }, { change: out }]))).toEqual([]);
  });
});

describe('a state that must last', () => {
  const of = rule({ on: ['stock'], direction: 'down', state: 'out_of_stock', holdFor: 3 * HOUR, notifyRecovery: true });

  it('is told when it has held for so long, with for how long', () => {
    const result = run(of, [{ change: out }, { change: out, hour: 3, confirmedBy: 2 }, { change: out, hour: 4, confirmedBy: 3 }]);
    expect(told(result)).toEqual(['fired 1']);
    expect(result.alerts[0]?.reason.heldFor).toBe(3 * HOUR);
  });

  it('is not told when it ended before, nor that it ended', () => {
    expect(told(run(of, [{ change: out }, { change: stock(2, 'out_of_stock', 'in_stock') }, { change: out, hour: 9, confirmedBy: 2 }]))).toEqual([]);
  });
});

describe('a listing as it stands', () => {
  const standing = (minor: number, availability: Availability = 'in_stock', hour = 1): Standing => ({ facts: { ...facts(hour), toVersion: brand(`ver_${minor}_${availability}`) }, listing: { price: price(minor), availability } });
  const look = (of: Rule, one: Standing, more: { readonly episode?: Episode; readonly hour?: number; readonly own?: number } = {}): ReturnType<typeof evaluateStanding> => {
    const compiled = compileRule(of);
    const change = asChange(one, compiled);
    if (!change) return {};
    return evaluateStanding({ compiled, change, context: { tags: [], product: { ...PRODUCT, price: price(more.own ?? 9_500).money } }, now: at(more.hour ?? 1), ...(more.episode ? { episode: more.episode } : {}) });
  };
  const undercut = rule({ ...RULE_PRESETS.undercut, cooldown: 0 });

  it('that is so at first sight is told once, as such', () => {
    const first = look(undercut, standing(9_000));
    expect(first).toMatchObject({ alert: { moment: 'fired', reason: { already: 'first_sight', baseline: 'own_price', percent: (-500 / 9_500) * 100 } }, episode: { state: 'firing' } });
    expect(look(undercut, standing(9_000), { hour: 2, ...(first.episode ? { episode: first.episode } : {}) })).toEqual({});
    expect(look(undercut, standing(9_500))).toEqual({});
  });

  it('begins and ends when the own price moves, each told with an id of its own', () => {
    let episode: Episode | undefined;
    const ids: string[] = [];
    for (const own of [9_500, 8_000, 9_500, 8_000, 9_500]) {
      const result = look(undercut, standing(9_000), { own, hour: ids.length + 1, ...(episode ? { episode } : {}) });
      episode = result.episode ?? episode;
      if (result.alert) ids.push(`${result.alert.moment} ${result.alert.reason.already} ${result.alert.id}`);
    }
    expect(ids.map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual(['fired first_sight', 'recovered meanwhile', 'fired meanwhile', 'recovered meanwhile', 'fired meanwhile']);
    expect(new Set(ids).size).toBe(5);
  });

  it('that no longer fits an edited rule ends without a word', () => {
    const { episode } = look(undercut, standing(9_000));
    const stricter = { ...undercut, direction: 'up' } as const;
    expect(look(stricter, standing(9_000), { hour: 2, ...(episode ? { episode } : {}) })).toMatchObject({ episode: { state: 'recovered', closed: { why: 'rule_changed' } } });
    expect(look(stricter, standing(9_000), { hour: 2, ...(episode ? { episode } : {}) }).alert).toBeUndefined();
  });

  it('that was told before the rule was gone is taken up in silence when it is still so, and its end is told', () => {
    const told = look({ ...undercut, escalate: { to: [brand('boss')], after: HOUR } }, standing(9_000)).episode;
    const closed = told && closeQuietly(told, 'rule_removed', at(2));
    if (!closed) throw new Error('not closed');
    const taken = look(undercut, standing(9_000), { hour: 3, episode: closed });
    expect(taken.alert).toBeUndefined();
    expect(taken.episode).toMatchObject({ state: 'firing', openedAt: told.openedAt, rev: closed.rev + 1 });
    expect(taken.episode).not.toHaveProperty('closed');
    expect(look(undercut, standing(9_000), { hour: 4, ...(taken.episode ? { episode: taken.episode } : {}) })).toEqual({});
    expect(look(undercut, standing(9_600), { hour: 5, ...(taken.episode ? { episode: taken.episode } : {}) }).alert).toMatchObject({ moment: 'recovered', channels: ['team'] });
    expect(look(undercut, standing(8_900), { hour: 3, episode: closed }).alert).toMatchObject({ moment: 'fired', reason: { already: 'meanwhile' } });
  });

  it('that ended while the rule was gone is over for good: nobody is told, and when it begins again, it is news', () => {
    const told = look(undercut, standing(9_000)).episode;
    const closed = told && closeQuietly(told, 'rule_removed', at(2));
    const over = look(undercut, standing(9_600), { hour: 3, ...(closed ? { episode: closed } : {}) });
    expect(over.alert).toBeUndefined();
    expect(over.episode).toMatchObject({ state: 'recovered', closed: { why: 'rule_removed' } });
    const still = over.episode ? { episode: over.episode } : {};
    expect(look(undercut, standing(9_600), { hour: 4, ...still })).toEqual({});
    expect(look(undercut, standing(9_000), { hour: 5, ...still }).alert).toMatchObject({ moment: 'fired' });
  });

  it('out of stock for so long, from the first sight on', () => {
    const of = rule({ on: ['stock'], direction: 'down', state: 'out_of_stock', holdFor: 48 * HOUR });
    const first = look(of, standing(9_000, 'out_of_stock'));
    expect(first.alert).toBeUndefined();
    expect(first.episode).toMatchObject({ state: 'pending', waiting: { standing: true } });
    const second = look(of, standing(9_000, 'out_of_stock', 24), { hour: 24, ...(first.episode ? { episode: first.episode } : {}) });
    expect(second.alert).toBeUndefined();
    const third = look(of, standing(9_000, 'out_of_stock', 49), { hour: 49, ...(second.episode ? { episode: second.episode } : {}) });
    expect(third.alert).toMatchObject({ reason: { already: 'first_sight', heldFor: 48 * HOUR } });
    expect(look(of, standing(9_000, 'in_stock', 30), { hour: 30, ...(second.episode ? { episode: second.episode } : {}) })).toMatchObject({ episode: { state: 'recovered' } });
  });

  it('begins and ends by nothing that goes to and fro', () => {
    const out = rule({ on: ['stock'], direction: 'down', state: 'out_of_stock', notifyRecovery: true });
    for (const [of, what] of [[undercut, 'price'], [out, 'stock']] as const) {
      expect(look(of, { ...standing(9_000, 'out_of_stock'), unsure: [what] })).toEqual({});
      const { episode } = look(of, standing(9_000, 'out_of_stock'));
      if (!episode) throw new Error('did not begin');
      expect(look(of, { ...standing(9_600, 'in_stock', 2), unsure: [what] }, { hour: 2, episode })).toEqual({});
      expect(look(of, standing(9_600, 'in_stock', 2), { hour: 2, episode }).alert).toMatchObject({ moment: 'recovered' });
    }
  });

  it('leaves alone what waits as a change', () => {
    const { episode } = evaluate({ compiled: compileRule({ ...undercut, confirm: { needed: 2, of: 2 } }), change: moved(1, 12_000, 9_000), context: { tags: [], product: PRODUCT }, now: at(1) });
    expect(look({ ...undercut, confirm: { needed: 2, of: 2 } }, standing(9_000), { hour: 2, ...(episode ? { episode } : {}) })).toEqual({});
  });

  it('needs as many crawls as a change does', () => {
    const of = { ...undercut, confirm: { needed: 2, of: 2 } };
    const first = look(of, standing(9_000));
    expect(first.alert).toBeUndefined();
    expect(look(of, standing(9_000, 'in_stock', 2), { hour: 2, ...(first.episode ? { episode: first.episode } : {}) }).alert).toMatchObject({ reason: { already: 'first_sight' } });
  });
});
