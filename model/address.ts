/**
 * Host and path of an address as one text for comparing: no `www.`, decoded, lower case, without a session (`;jsessionid=…`) or a slash at the end, whatever
 * the query. The text itself when it is no address.
 */
export function placeOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname } = new URL(url);
  return `${host.replace(/^www\./, '')}${decoded(pathname).toLowerCase().replaceAll(/;[^/]*/g, '').replace(/\/+$/, '')}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone % stays as it is.
    return path;
  }
}
