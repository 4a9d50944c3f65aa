import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { refusalOf } from '../../../model/ip-address.ts';

/** A host that stands for an address on a private network or this machine. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
}

/** For `net.connect`: resolves and hands over only checked addresses, so that what was checked is what is connected to. One private address refuses the host. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    if (addresses.some(({ address }) => refusalOf(address) !== undefined)) return callback(new PrivateAddress(`${hostname} is a private or loopback address`), []);
    const [first] = addresses;
    if (options.all || !first) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};
