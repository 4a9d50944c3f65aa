import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A host that stands for an address on a private network or this machine. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
}

/** RFC 6052 and 8215: IPv4 behind a translator; what is behind cannot be told from the range alone. */
const TRANSLATED = [ipaddr.parseCIDR('64:ff9b::/96'), ipaddr.parseCIDR('64:ff9b:1::/48')];

/** True for everything that is not an ordinary public address: private, loopback, link-local, carrier NAT, multicast, reserved, and the same inside IPv6. */
export function isPrivate(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return true;
  const parsed = ipaddr.process(bare);
  if (parsed instanceof ipaddr.IPv6 && TRANSLATED.some((range) => parsed.match(range))) return true;
  return parsed.range() !== 'unicast';
}

/** True when the host of a URL is an address itself and a private one: such a host is connected to without being looked up. */
export function isPrivateLiteral(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) && isPrivate(bare);
}

/** For `net.connect`: resolves and hands over only checked addresses, so that what was checked is what is connected to. One private address refuses the host. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    if (addresses.some(({ address }) => isPrivate(address))) return callback(new PrivateAddress(`${hostname} is a private or loopback address`), []);
    const [first] = addresses;
    if (options.all || !first) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};
