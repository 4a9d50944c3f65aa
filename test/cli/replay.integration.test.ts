import { describe, expect } from 'vitest';
import { productTargets, sourceOf, test } from '../workers/support.ts';
import { headOf, shell } from './support.ts';

describe('rivalwatch replay', () => {
  test('says what it read again, writes nothing by itself, and refuses what it does not understand', async ({ shop, open, space }) => {
    const targets = productTargets(shop, ['lamp', 'rug']);
    const pipeline = await open(targets);
    await pipeline.crawl('lamp', 'rug');
    const { run } = await shell({ 'rivalwatch.yaml': `${headOf(space)}${sourceOf(shop)}${targets}` });
    expect(await run('replay', '--from', '1h')).toMatchObject({ code: 0, out: '2 versions read again: 2 the same, 0 differ, 0 are not understood today and stay as they are, 0 have no answer in the archive any more.\n', err: expect.stringContaining('2 of 2 listings') });
    const ran = await run('replay', '--from', '1h', '--source', 'shop', '--json');
    expect(ran.json()).toMatchObject({ versions: { looked: 2, same: 2 }, applied: false, changes: { appear: [] } });
    expect(await run('replay')).toMatchObject({ code: 2 });
    expect(await run('replay', '--from', 'soon')).toMatchObject({ code: 2, err: expect.stringContaining('is no time') });
    expect(await run('replay', '--from', '1h', '--to', '2h')).toMatchObject({ code: 2, err: expect.stringContaining('--to is not after --from') });
    expect(await run('replay', '--from', '1h', '--source', 'shopp')).toMatchObject({ code: 2, err: expect.stringContaining('There is no source "shopp"') });
  });
});
