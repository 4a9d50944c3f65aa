/** True when the seller's name or the host is one of the operator's own. */
export function isOwn({ seller, url }: { readonly seller?: string; readonly url: string }, ownSellers: readonly string[]): boolean {
  const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replace(/^www\./, '');
  const names = [seller, URL.canParse(url) ? new URL(url).host : undefined].filter((name) => name !== undefined).map(plain);
  return ownSellers.some((own) => names.includes(plain(own)));
}
