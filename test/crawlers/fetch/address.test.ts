import { expect, test } from 'vitest';
import { AddressRefused, checkedAddresses, guardedLookup } from '../../../crawlers/fetch/guard/resolve.ts';

test('one private address among several is enough to refuse, none at all is an error', async () => {
  await expect(checkedAddresses('a.test', async () => [{ address: '1.1.1.1', family: 4 }, { address: '10.0.0.1', family: 4 }])).rejects.toThrow('10.0.0.1 is a private address');
  await expect(checkedAddresses('a.test', async () => [])).rejects.toThrow('has no address');
});

test('a name that changes its mind is asked once: what was checked is what is connected to', async () => {
  const answers = [{ address: '1.1.1.1', family: 4 }, { address: '127.0.0.1', family: 4 }];
  let asked = 0;
  const lookup = guardedLookup(async () => answers.slice(asked, asked += 1));
  const connectTo = (all: boolean): Promise<unknown> => new Promise((resolve, reject) => {
    lookup('rebind.test', { all }, (error, address) => (error ? reject(error) : resolve(address)));
  });
  await expect(connectTo(true)).resolves.toEqual([{ address: '1.1.1.1', family: 4 }]);
  await expect(connectTo(true)).rejects.toThrow(AddressRefused);
  expect(asked).toBe(2);
  asked = 0;
  await expect(connectTo(false)).resolves.toBe('1.1.1.1');
});
