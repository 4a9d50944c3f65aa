import { describe, expect, test } from 'vitest';
import { literalOf, refusalOf } from '../../../crawlers/fetch/guard/address.ts';
import { AddressRefused, checkedAddresses, guardedLookup } from '../../../crawlers/fetch/guard/resolve.ts';

describe('refusalOf', () => {
  test.each([
    '0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.168.1.1', '198.18.0.1', '198.51.100.1',
    '203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255', '::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::1',
    '100::1', '2001::1', '2001:db8::1', '2002:7f00:1::', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', 'not an address', '',
  ])('%s is refused', (address) => {
    expect(refusalOf(address)).toBeTypeOf('string');
  });

  test.each(['1.1.1.1', '93.184.216.34', '172.32.0.1', '192.167.255.255', '2606:4700:4700::1111', '::ffff:1.1.1.1', '64:ff9b::101:101'])('%s is public', (address) => {
    expect(refusalOf(address)).toBeUndefined();
  });
});

test('a URL\'s host is a literal address in whatever way it is written', () => {
  const literal = (url: string): string | undefined => literalOf(new URL(url).hostname);
  expect(['http://0x7f.1/', 'http://2130706433/', 'http://127.1/', 'http://0177.0.0.1/'].map(literal)).toEqual(Array.from({ length: 4 }, () => '127.0.0.1'));
  expect(literal('http://[::ffff:127.0.0.1]/')).toBe('::ffff:7f00:1');
  expect(literal('http://localhost/')).toBeUndefined();
});

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
