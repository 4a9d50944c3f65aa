import { describe, expect, test } from 'vitest';
import { lookAtAll, takeFirst, Unavailable, type Link } from '../../services/chain.ts';
import { ServiceError } from '../../services/types.ts';

function link(name: string, usable: 'yes' | 'setup' | 'no', take: () => Promise<string>, explicit = false): Link<string> {
  return { name, explicit, look: () => Promise.resolve({ usable, detail: `${name} looks ${usable}` }), take };
}
const works = (name: string) => link(name, 'yes', () => Promise.resolve(name));
const never = (name: string) => link(name, 'no', () => Promise.reject(new Error('must not be taken')));

describe('a chain of links', () => {
  test('takes the first that works and leaves the rest alone', async () => {
    const last = link('last', 'yes', () => Promise.reject(new Error('must not be taken')));
    expect(await takeFirst('Redis', [never('first'), works('second'), last], [])).toBe('second');
  });

  test('goes on when a link turns out to be none, and tries each once', async () => {
    let tries = 0;
    const dud = link('dud', 'setup', () => { tries += 1; return Promise.reject(new Unavailable('no network')); });
    expect(await takeFirst('Redis', [dud, works('next')], [])).toBe('next');
    expect(tries).toBe(1);
  });

  test('names every link with its reason, and the ways out', async () => {
    const dud = link('download', 'setup', () => Promise.reject(new Unavailable('no network')));
    const error = await takeFirst('MongoDB', [never('on PATH'), dud], ['install it', 'give a URL']).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ServiceError);
    expect(error).toHaveProperty('message', [
      'MongoDB: none found, and none could be started. Tried:', '  - on PATH: on PATH looks no', '  - download: no network', 'Ways out:', '  1. install it', '  2. give a URL',
    ].join('\n'));
  });

  test('an explicit wish that fails is an error, never replaced by another link', async () => {
    const wish = link('the given Redis', 'no', () => Promise.resolve('x'), true);
    await expect(takeFirst('Redis', [wish, works('other')], [])).rejects.toThrow('Redis: the given Redis cannot be used: the given Redis looks no.');
  });

  test('a failure that is not about availability ends the chain', async () => {
    const broken = link('mongod', 'yes', () => Promise.reject(new ServiceError('MongoDB did not start')));
    await expect(takeFirst('MongoDB', [broken, works('other')], [])).rejects.toThrow('MongoDB did not start');
  });

  test('an abort ends it before the next link', async () => {
    await expect(takeFirst('MongoDB', [works('a')], [], AbortSignal.abort())).rejects.toThrow(/abort/i);
  });

  test('looking takes nothing', async () => {
    expect(await lookAtAll('Redis', [never('a'), never('b')])).toEqual([
      { service: 'Redis', link: 'a', usable: 'no', detail: 'a looks no' }, { service: 'Redis', link: 'b', usable: 'no', detail: 'b looks no' },
    ]);
  });
});
