/** What a pattern of a robots.txt asks of a path. */
export interface Pattern {
  /** The literal texts between the `*`. */
  readonly pieces: readonly string[];
  /** The pattern ended in `$`. */
  readonly anchored: boolean;
}

/** Leftmost search piece by piece: no backtracking, since a `*` takes anything. */
export function matches(rule: Pattern, path: string): boolean {
  const [first = '', ...rest] = rule.pieces;
  if (!path.startsWith(first)) return false;
  const last = rest.pop();
  if (last === undefined) return !rule.anchored || path.length === first.length;
  let at = first.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return rule.anchored ? path.length - last.length >= at && path.endsWith(last) : path.includes(last, at);
}

/** Path and query of a URL as it is written, `/` when there is none. */
export function pathOf(url: string): string {
  const scheme = url.indexOf('://');
  const rest = scheme < 0 ? url : url.slice(scheme + 3);
  const start = scheme < 0 && rest.startsWith('/') ? 0 : rest.search(/[/?#;]/);
  const hash = rest.indexOf('#', start);
  const path = start < 0 ? '' : rest.slice(start, hash < 0 ? undefined : hash);
  return path.startsWith('/') ? path : `/${path}`;
}

/** One spelling for equal octets: unreserved characters decoded, all others that are escaped or not allowed in a URL as upper-case escapes (RFC 9309 2.2.2, RFC 3986 6.2.2). */
export function normalise(path: string): string {
  return path.replace(/%([0-9a-f]{2})|[^\x21-\x7e]+|["<>\\^`{|}]/gi, (text, hex: string | undefined) => {
    if (hex === undefined) return escapeAll(text);
    const char = String.fromCodePoint(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(char) ? char : text.toUpperCase();
  });
}

function escapeAll(text: string): string {
  return [...Buffer.from(text, 'utf8')].map((octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
