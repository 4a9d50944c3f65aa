import { refusalOfHost } from '../model/ip-address.ts';
import type { Notes } from './notes.ts';
import type { Path } from './yaml-file.ts';

/** Says of a host that is refused as a private address that it will be, before the first crawl or message does. */
export function warnOfPrivate(path: Path, { url, allowPrivateAddresses }: { readonly url: string; readonly allowPrivateAddresses: boolean }, what: string, notes: Notes): void {
  const refusal = allowPrivateAddresses ? undefined : refusalOfHost(new URL(url).hostname);
  if (refusal !== undefined) notes.warn(`${notes.placeOf(path)}: ${refusal}: ${what} without "allowPrivateAddresses: true".`);
}
