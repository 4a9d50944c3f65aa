import { html, text, type Answer } from '../answer.ts';
import type { Shop, Visit } from '../server.ts';
import { itemPage, rulesPage, searchPage } from './pages.ts';
import type { BazaarState } from './state.ts';

/** A marketplace in USD: search with organic and sponsored results at `/search?q=&page=`, article pages at `/item/<id>`, seller rules at `/policies/seller-rules`. */
export function bazaar(state: () => BazaarState): Shop {
  return { faults: () => state().faults, render: (visit) => answer(state(), visit) };
}

function answer(state: BazaarState, { path, query, origin }: Visit): Answer | undefined {
  if (path === '/robots.txt') return text('User-agent: *\nDisallow: /cart\nDisallow: /seller/\n');
  if (path === '/search') return html(searchPage(state, query.get('q') ?? '', Math.max(1, Number(query.get('page') ?? '1') || 1)));
  if (path === '/policies/seller-rules') return html(rulesPage(state));
  const item = path.startsWith('/item/') ? state.items.find((one) => one.id === path.slice('/item/'.length)) : undefined;
  return item && html(itemPage(state, item, origin));
}
