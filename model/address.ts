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

/**
 * The text with user, password and options of every address of a server in it left out, fit for logs. A password with an unescaped `/` or `@` makes the
 * address wrong, and then it is shown: all that stands before the last `@` goes.
 */
export function withoutSecrets(text: string): string {
  return text.replaceAll(/([\w+]+:\/\/)?\S*@/g, '$1***@').replaceAll(/(:\/\/[^\s?]*)\?\S*/g, '$1');
}
