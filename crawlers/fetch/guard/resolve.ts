import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import { literalOf, refusalOf } from '../../../model/ip-address.ts';

/** All addresses of a host name, as the system resolves it. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** A host resolved to an address that may not be connected to. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

export const systemResolve: Resolve = (hostname) => new Promise((resolve, reject) => {
  lookup(hostname, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
});

/**
 * The addresses of a host, all of them checked; rejects with AddressRefused when a single one is not public, since which of
 * them is used is not in our hand. The result is what must be connected to: resolving again could give another answer.
 */
export async function checkedAddresses(hostname: string, resolve: Resolve): Promise<readonly LookupAddress[]> {
  const literal = literalOf(hostname);
  const addresses = literal === undefined ? await resolve(hostname) : [{ address: literal, family: literal.includes(':') ? 6 : 4 }];
  for (const { address } of addresses) {
    const refusal = refusalOf(address);
    if (refusal !== undefined) {
      throw new AddressRefused(`${hostname}: ${refusal}; set allowPrivateAddresses on the source if this host is yours`);
    }
  }
  if (addresses.length === 0) throw new Error(`${hostname} has no address`);
  return addresses;
}

/** For `net.connect`: resolves, checks and hands over only what was checked, so the connection goes to the checked address. IP literals never come here and are checked before. */
export function guardedLookup(resolve: Resolve): LookupFunction {
  return lookupWith((hostname) => checkedAddresses(hostname, resolve));
}

/** For `net.connect` where private addresses are allowed: no check. */
export function freeLookup(resolve: Resolve): LookupFunction {
  return lookupWith(resolve);
}

function lookupWith(resolve: Resolve): LookupFunction {
  const addressesOf = callbackify(resolve);
  return (hostname, options, callback) => addressesOf(hostname, (error, addresses) => {
    if (error) return callback(error, []);
    const [first] = addresses;
    if (options.all || !first) callback(null, [...addresses]);
    else callback(null, first.address, first.family);
  });
}
