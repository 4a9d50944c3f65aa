import type { BodyUse } from './exchange.ts';
import { isRedirect } from './redirect.ts';

/** Content types that reading understands: text of any kind, HTML, XML, JSON, JavaScript with data in it, CSV. */
const READABLE = /^(?:text\/|application\/(?:[\w.+-]*\+)?(?:json|xml)\b|application\/(?:xhtml|json|ld|csv|javascript|x-javascript|ecmascript|x-ndjson|jsonlines)\b)/i;

/** Whether reading understands the type; an answer that names none is given the benefit of the doubt. */
export function isReadable(contentType: string | undefined): boolean {
  return contentType === undefined || contentType.trim() === '' || READABLE.test(contentType.trim());
}

/** Whether the answer tells us to come back later: 429, or 503 that says when. */
export function isPutOff(status: number, headers: Readonly<Record<string, string>>): boolean {
  return status === 429 || (status === 503 && headers['retry-after'] !== undefined);
}

/**
 * What the body of a page's answer is worth. The status is looked at first: a 429 that carries an image is a 429, and an error
 * page is taken as far as it comes, whatever it is made of.
 */
export function pageBodyUse(status: number, headers: Readonly<Record<string, string>>): BodyUse {
  if (status === 304 || isRedirect(status, headers) || isPutOff(status, headers)) return 'drop';
  if (status < 200 || status >= 300) return 'cut';
  return isReadable(headers['content-type']) ? 'read' : 'refuse';
}

/** The same for a picture: an error page is worth nothing. */
export function pictureBodyUse(status: number, headers: Readonly<Record<string, string>>): BodyUse {
  if (status < 200 || status >= 300 || isRedirect(status, headers)) return 'drop';
  return /^(?:image\/(?!svg)|application\/octet-stream\b|binary\/octet-stream\b|$)/i.test((headers['content-type'] ?? '').trim()) ? 'read' : 'refuse';
}
