import ipaddr from 'ipaddr.js';

/** RFC 6052: IPv4 inside IPv6 behind a translator; the outer address says nothing, the inner one decides. */
const NAT64 = ipaddr.IPv6.parse('64:ff9b::');
/** RFC 8215: translation prefix for local use. */
const LOCAL_NAT64 = ipaddr.IPv6.parse('64:ff9b:1::');

/**
 * Why an address must not be connected to without permission, or undefined when it is an ordinary public one. Everything the IANA
 * registries do not call global unicast is refused: private, loopback, link-local (cloud metadata), unique-local, carrier-grade
 * NAT, multicast, reserved, documentation, and the same wrapped in IPv6 (mapped, NAT64, 6to4, Teredo).
 */
export function refusalOf(address: string): string | undefined {
  const zone = address.indexOf('%');
  const bare = zone < 0 ? address : address.slice(0, zone);
  if (!ipaddr.isValid(bare)) return `${address} is no IP address`;
  const parsed = ipaddr.parse(bare);
  const range = parsed instanceof ipaddr.IPv6 ? rangeOf6(parsed) : parsed.range();
  return range === 'unicast' ? undefined : `${address} is a ${range} address`;
}

function rangeOf6(address: ipaddr.IPv6): string {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address().range();
  if (address.match(LOCAL_NAT64, 48)) return 'local NAT64';
  if (address.match(NAT64, 96)) return new ipaddr.IPv4(address.toByteArray().slice(12)).range();
  // ::a.b.c.d, long deprecated, still routed to IPv4 by some systems.
  if (address.parts.slice(0, 6).every((part) => part === 0)) return 'reserved';
  return address.range();
}

/** Why a host will be refused without permission, as far as its name alone tells: an address, or a name that always means this machine (RFC 6761). */
export function refusalOfHost(hostname: string): string | undefined {
  if (/^(?:.+\.)?localhost\.?$/i.test(hostname)) return `${hostname} is this machine`;
  const literal = literalOf(hostname);
  return literal === undefined ? undefined : refusalOf(literal);
}

/** The host of a URL as a plain IP address when it is one, else undefined. The URL parser has already made `0x7f.1` and the like canonical. */
export function literalOf(hostname: string): string | undefined {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return ipaddr.isValid(bare) ? bare : undefined;
}
