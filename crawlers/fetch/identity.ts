/** Version in the user agent; the same as in package.json. */
export const VERSION = '0.1.0';

/** The name robots.txt files call us by. */
export const AGENT_TOKEN = 'rivalwatch';

/** The one user agent of every request, robots.txt and browser included: who we are and how to reach the operator. Control characters are dropped. */
export function userAgent(contact: string): string {
  const reachable = contact.replace(/[^\x20-\x7e]/g, '').replace(/[()\\]/g, ' ').trim();
  return `${AGENT_TOKEN}/${VERSION} (+${reachable})`;
}

/** Accept-Language for a source's language (BCP 47): `zh-CN` → `zh-CN,zh;q=0.9`. Undefined when the source names none or none that is well formed. */
export function acceptLanguage(language: string | undefined): string | undefined {
  if (language === undefined || !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language)) return undefined;
  const base = language.split('-')[0] ?? language;
  return base === language ? language : `${language},${base};q=0.9`;
}
