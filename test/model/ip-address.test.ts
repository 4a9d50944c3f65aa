import { describe, expect, test } from 'vitest';
import { literalOf, refusalOf, refusalOfHost } from '../../model/ip-address.ts';

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

test.each([
  ['localhost', /this machine/], ['Shop.LOCALHOST.', /this machine/], ['127.0.0.1', /loopback/], ['[fd00::1]', /uniqueLocal/], ['shop.example', undefined], ['localhost.example', undefined], ['1.1.1.1', undefined],
])('the host %s', (host, expected) => {
  if (expected === undefined) expect(refusalOfHost(host)).toBeUndefined();
  else expect(refusalOfHost(host)).toMatch(expected);
});
