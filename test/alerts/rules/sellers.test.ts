import { describe, expect, it } from 'vitest';
import { RULE_PRESETS } from '../../../config/presets.ts';
import { toldOf } from './crawls.ts';
import { rule } from './support.ts';

const map = rule({ ...RULE_PRESETS['map-violation'], cooldown: 0 });
const BELOW = (percent: string): string => `Price ${percent} below the lowest allowed price`;

describe('another seller has the offer', () => {
  it('each one below the lowest allowed price is told of, once while it lasts', () => {
    expect(toldOf(map, [
      { hour: 0, price: 75, seller: 'A' }, { hour: 1, price: 65, seller: 'A' }, { hour: 2, price: 66, seller: 'B' }, { hour: 3, price: 64, seller: 'A' }, { hour: 4, price: 63, seller: 'B' }, { hour: 5, price: 80, seller: 'C' },
      { hour: 6, price: 65, seller: 'B' },
    ])).toEqual([`1 team: ${BELOW('7.1%')}`, `2 team: ${BELOW('5.7%')}`, '5 team: No longer below the lowest allowed price', `6 team: ${BELOW('7.1%')}`]);
  });

  it('also when one was so at first sight, or is there again once the cooldown is over', () => {
    expect(toldOf({ ...map, cooldown: 24 * 3_600_000 }, [{ hour: 0, price: 65, seller: 'A' }, { hour: 2, price: 66, seller: 'B' }, { hour: 25 , seller: 'B' }])).toEqual([`0 team: Already: ${BELOW('7.1%')}`, `25 team: ${BELOW('5.7%')}`]);
    expect(toldOf({ ...map, cooldown: 24 * 3_600_000 }, [{ hour: 0, price: 65, seller: 'A' }, { hour: 2, price: 66, seller: 'B' }, { hour: 3, price: 65, seller: 'A' }, { hour: 25, seller: 'A' }])).toHaveLength(1);
  });

  it('a rival below the own price is one, whoever it is: what begins or ends is told by the change that led to it', () => {
    const under = rule({ ...RULE_PRESETS.undercut, cooldown: 0 });
    expect(toldOf(under, [{ hour: 0, price: 99, seller: 'A' }, { hour: 1, price: 90, seller: 'B' }, { hour: 2, price: 89, seller: 'C' }, { hour: 3, price: 99, seller: 'A' }])).toEqual([
      '1 team: Rival below your price by 5.3%', '3 team: No longer undercut',
    ]);
  });

  it('who asks for changes of seller is told of them as such', () => {
    expect(toldOf(rule({ ...RULE_PRESETS.undercut, on: ['price', 'seller'], cooldown: 0 }), [{ hour: 0, price: 99, seller: 'A' }, { hour: 1, price: 98, seller: 'B' }])).toEqual(['1 team: Seller changed']);
  });

  it('and his movements are counted from his own price, not from what was told of another', () => {
    const both = rule({ on: ['price', 'seller'], direction: 'down', threshold: { kind: 'percent', percent: 5 }, baseline: { kind: 'last_alerted' } });
    expect(toldOf(both, [{ hour: 0, price: 100, seller: 'A' }, { hour: 1, price: 94, seller: 'A' }, { hour: 2, price: 80, seller: 'B' }, { hour: 3, price: 79, seller: 'B' }, { hour: 4, price: 75, seller: 'B' }])).toEqual([
      '1 team: Price down 6%', '2 team: Seller changed', '4 team: Price down 6.3%',
    ]);
  });

  it('movements begin anew with his price: none that waits is confirmed by it, none is counted from that of another', () => {
    const falls = rule({ direction: 'down', threshold: { kind: 'percent', percent: 5 } });
    expect(toldOf({ ...falls, confirm: { needed: 2, of: 2 } }, [{ hour: 0, price: 100, seller: 'A' }, { hour: 1, price: 90, seller: 'A' }, { hour: 2, price: 99, seller: 'B' }, { hour: 3, seller: 'B' }])).toEqual([]);
    for (const [kind, percent] of [['last_alerted', '6.3'], ['previous', '5.1']] as const) {
      expect(toldOf({ ...falls, baseline: { kind } }, [{ hour: 0, price: 100, seller: 'A' }, { hour: 1, price: 94, seller: 'A' }, { hour: 2, price: 80, seller: 'B' }, { hour: 3, price: 79, seller: 'B' }, { hour: 4, price: 75, seller: 'B' }])).toEqual([
        '1 team: Price down 6%', `4 team: Price down ${percent}%`,
      ]);
    }
    const mixed = rule({ when: [{ moves: [{ way: 'down', by: { kind: 'percent', percent: 5 }, from: { kind: 'last_alerted' } }], levels: [] }, { moves: [], levels: [{ side: 'below', of: { kind: 'map' } }] }] });
    expect(toldOf(mixed, [{ hour: 0, price: 100, seller: 'A' }, { hour: 1, price: 94, seller: 'A' }, { hour: 2, price: 80, seller: 'B' }, { hour: 3, price: 79, seller: 'B' }])).toEqual(['1 team: Price down 6%']);
  });

  it('is told again as it is by then', () => {
    expect(toldOf({ ...map, rearm: { after: 2 * 3_600_000 } }, [{ hour: 0, price: 75, seller: 'A' }, { hour: 1, price: 66, seller: 'B' }, { hour: 2, price: 63, seller: 'B' }, { hour: 4, seller: 'B' }])).toEqual([`1 team: ${BELOW('5.7%')}`, `4 team: Still: ${BELOW('10%')}`]);
  });
});
