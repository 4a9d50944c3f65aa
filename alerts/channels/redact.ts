import { shorten } from '../changes/text.ts';

const LONGEST = 500;
/** Shorter parts of an address (`api`, `hooks`) are words, not secrets. */
const SHORTEST_SECRET = 8;

/** A text as it may be logged and stored: secrets replaced, control characters and line breaks made spaces, at most 500 characters. */
export function redact(text: string, secrets: readonly string[]): string {
  const longestFirst = [...new Set(secrets)].filter((secret) => secret !== '').toSorted((a, b) => b.length - a.length);
  const clean = longestFirst.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  return shorten(clean.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim(), LONGEST);
}

/** What of a URL may be secret: all of it, its path and query, longer path segments, user and password; as written and decoded. With it the secret of its channel, where there is one. */
export function secretsOfUrl(url: string, secret = ''): readonly string[] {
  if (!URL.canParse(url)) return [url, secret];
  const { href, pathname, search, username, password } = new URL(url);
  const path = [pathname + search, pathname, search.slice(1), ...pathname.split('/'), ...new URLSearchParams(search).values()].filter((part) => part.length >= SHORTEST_SECRET);
  const password64 = [password, decoded(password)].map((text) => Buffer.from(text).toString('base64'));
  const plain = Buffer.from(`\0${decoded(username)}\0${decoded(password)}`).toString('base64');
  const signIn = password === '' ? [] : [password, decoded(password), ...password64, plain];
  return [url, href, ...path, ...signIn, secret];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
