/** Parameters that say where a visitor came from, never which article the page shows. */
const TRACKING = /^(?:utm_.*|gclid|fbclid|msclkid|yclid|dclid|mc_[ce]id|_ga|igshid|spm|scm|ref|ref_|ref_src|source|src|aff|affid|aff_id|tag|trackid|clickid|pvid)$/i;

/**
 * An address in the form in which two of the same page are equal: lower-case host without `www.`, https and http alike, no
 * fragment, no tracking parameters, the rest in order, no trailing slash. Undefined when it is no http(s) URL.
 */
export function canonicalUrl(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address.trim()) || !URL.canParse(address.trim())) return undefined;
  const url = new URL(address.trim());
  const parameters = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).toSorted(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  const query = parameters.length > 0 ? `?${new URLSearchParams(parameters).toString()}` : '';
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${query}`;
}
