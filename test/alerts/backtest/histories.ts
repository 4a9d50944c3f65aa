/*
 * Histories of shops as a recording has them, made from a seed, with what is true about them: prices that shift for good, sales that the page announces, ones
 * that it does not, readings that are wrong once, crawls that fail or lose a part of the list, listings that go and ones that flicker.
 */

/** How a shop and its crawls are. Rates are per listing and crawl, unless they say otherwise. */
export interface Shape {
  readonly seed: number;
  readonly listings: number;
  readonly crawls: number;
  readonly everyDays: number;
  readonly currency: string;
  readonly digits: number;
  readonly shifts: number;
  /** Natural logarithm of the usual size of a shift, and the share of shifts that are large (30 to 120 per cent). */
  readonly shiftSpread: number;
  readonly largeShifts: number;
  readonly sales: number;
  readonly secretSales: number;
  readonly errors: number;
  readonly unknownPrices: number;
  /** Of crawls: failed altogether, and partial. */
  readonly failed: number;
  readonly partial: number;
  readonly leastMissing: number;
  readonly goes: number;
  readonly flickers: number;
  readonly longGaps: number;
  /** sale: a list price is shown with a sale. always: beside every price. never: sales are announced by words. */
  readonly listPrice: 'sale' | 'always' | 'never';
  /** Sales are announced by words as well. */
  readonly words: boolean;
  readonly saysListed: boolean;
  readonly unitPrices: boolean;
}

export const WEEKLY: Shape = {
  seed: 1, listings: 300, crawls: 60, everyDays: 7, currency: 'USD', digits: 2, shifts: 0.008, shiftSpread: 0.09, largeShifts: 0.05, sales: 0.05, secretSales: 0.004, errors: 0.008, unknownPrices: 0.004,
  failed: 0.03, partial: 0.05, leastMissing: 0.12, goes: 0.002, flickers: 0.006, longGaps: 0.1, listPrice: 'sale', words: true, saysListed: false, unitPrices: true,
};

/** Something that is true about a listing in a crawl. */
export interface Truth {
  readonly productId: string;
  readonly crawl: string;
}
export interface TrueMove extends Truth {
  readonly from: number;
  readonly to: number;
  readonly why: 'shift' | 'sale' | 'secret';
  /** The crawl after this one that sees the listing. */
  next?: string;
}
export interface TrueError extends Truth {
  readonly wrong: number | null;
  readonly right: number;
  readonly how: string;
  next?: string;
}

export interface History {
  readonly lines: readonly string[];
  readonly moves: readonly TrueMove[];
  readonly errors: readonly TrueError[];
  readonly poor: ReadonlySet<string>;
  /** All crawls in order. */
  readonly order: readonly string[];
  /** By product: the crawls that saw it. */
  readonly seen: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Shelf {
  readonly id: string;
  readonly grams: number;
  readonly neighbour: number;
  base: number;
  sale: { left: number; readonly share: number; readonly secret: boolean } | undefined;
  since: number;
  until: number;
  away: number;
  reviews: number;
  /** The last true price that a crawl saw. */
  shown: number | undefined;
  why: TrueMove['why'];
  last: (TrueMove | TrueError)[];
}

export function historyOf(shape: Shape): History {
  const random = randomOf(shape.seed);
  const chance = (share: number): boolean => random() < share;
  const pick = <T>(from: readonly [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0];
  const step = 10 ** shape.digits;
  const round = (price: number): number => Math.max(1, Math.round(price * step)) / step;
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const lines: string[] = [];
  const moves: TrueMove[] = [];
  const errors: TrueError[] = [];
  const poor = new Set<string>();
  const order: string[] = [];
  const seen = new Map<string, Set<string>>();
  const shelf = Array.from({ length: shape.listings }, (_, index) => newShelf(index, 0));
  let made = shape.listings;

  function newShelf(index: number, since: number): Shelf {
    const scale = shape.digits === 0 ? 150 : 1;
    const base = round((Math.floor(Math.exp(1.4 + 0.8 * normal()) * 20) / 20 - 0.01) * scale || 0.99 * scale);
    return { id: `p${index}`, grams: pick([100, 250, 400, 500, 750, 1_500]), neighbour: pick([0.35, 0.4, 0.45, 0.55, 1.7, 2, 2.4, 3, 4]), base: Math.max(base, 0.4 * scale), sale: undefined, since, until: Number.POSITIVE_INFINITY, away: 0, reviews: Math.floor(random() * 200), shown: undefined, why: 'shift', last: [] };
  }

  function live(item: Shelf, no: number): void {
    if (item.sale) {
      item.sale.left -= 1;
      if (item.sale.left <= 0) {
        item.why = item.sale.secret ? 'secret' : 'sale';
        item.sale = undefined;
        return;
      }
    }
    if (!item.sale && chance(shape.shifts)) {
      const size = chance(shape.largeShifts) ? (chance(0.7) ? 0.3 + 0.5 * random() : -(0.3 + 0.5 * random())) : shape.shiftSpread * normal() + 0.03;
      item.base = round(item.base * Math.exp(size));
      item.why = 'shift';
    } else if (!item.sale && chance(shape.sales)) {
      item.sale = { left: pick([1, 1, 2, 2, 3, 4]), share: pick([0.5, 0.5, 0.6, 0.67, 0.7, 0.75, 0.8, 0.8, 0.85, 0.4]), secret: false };
      item.why = 'sale';
    } else if (!item.sale && chance(shape.secretSales)) {
      item.sale = { left: pick([1, 2, 3]), share: pick([0.5, 0.65, 0.75, 0.8, 0.9]), secret: true };
      item.why = 'secret';
    }
    if (chance(shape.goes)) item.until = Math.min(item.until, no);
    if (item.away > 0) item.away -= 1;
    else if (chance(shape.flickers)) item.away = chance(shape.longGaps) ? 2 + Math.floor(random() * 6) : 1 + (chance(0.25) ? 1 : 0);
    item.reviews += chance(0.4) ? Math.floor(random() * 3) : 0;
  }

  function wrongPrice(item: Shelf, price: number): { readonly how: string; readonly wrong: number | null } {
    const how = pick(['x10', '/10', 'x100', 'unit', 'neighbour', 'neighbour', 'list', 'missing', 'absent']);
    if (how === 'x10') return { how, wrong: round(price * 10) };
    if (how === '/10') return { how, wrong: round(price / 10) };
    if (how === 'x100') return { how, wrong: round(price * 100) };
    if (how === 'unit') return { how, wrong: round((price / item.grams) * 100) };
    if (how === 'neighbour') return { how, wrong: round(price * item.neighbour * (0.95 + 0.1 * random())) };
    if (how === 'list') return { how, wrong: item.sale && !item.sale.secret ? item.base : round(price * (1.1 + 0.4 * random())) };
    return how === 'absent' ? { how, wrong: null } : { how: 'missing', wrong: null };
  }

  for (let no = 0; no < shape.crawls; no += 1) {
    const crawl = `c${String(no).padStart(3, '0')}`;
    order.push(crawl);
    if (no > 0) for (const item of shelf) live(item, no);
    if (no > 0 && chance(shape.goes * shelf.length)) shelf.push(newShelf(made++, no));
    const at = (minutes: number): string => new Date(Date.UTC(2023, 0, 2, 6) + no * shape.everyDays * 86_400_000 + minutes * 60_000).toISOString();
    const there = shelf.filter((item) => item.since <= no && item.until > no && item.away === 0);
    const fails = no > 3 && chance(shape.failed);
    const cut = !fails && no > 3 && chance(shape.partial) ? shape.leastMissing + random() * (0.75 - shape.leastMissing) : 0;
    if (fails || cut > 0) poor.add(crawl);
    const from = Math.floor(random() * there.length);
    const kept = fails ? [] : cut > 0 ? there.filter((_, index) => (index - from + there.length) % there.length >= cut * there.length) : there;
    const listed = shape.saysListed ? { listed: fails ? 0 : there.length } : {};
    lines.push(JSON.stringify({ crawl, source: 'mart', kind: 'catalogue', startedAt: at(0), finishedAt: at(50), ...listed }));
    for (const [index, item] of kept.entries()) lines.push(look(item, crawl, at(1 + (index % 45))));
  }
  return { lines, moves, errors, poor, order, seen };

  function look(item: Shelf, crawl: string, observedAt: string): string {
    const right = item.sale ? round(item.base * item.sale.share) : item.base;
    for (const one of item.last) one.next ??= crawl;
    item.last = [];
    seen.set(item.id, (seen.get(item.id) ?? new Set()).add(crawl));
    const unread = item.shown !== undefined && chance(shape.unknownPrices);
    const error = !unread && item.shown !== undefined && chance(shape.errors) ? wrongPrice(item, right) : undefined;
    const wrong = error && error.wrong !== right ? { productId: item.id, crawl, wrong: error.wrong, right, how: error.how } : undefined;
    if (wrong) {
      errors.push(wrong);
      item.last.push(wrong);
    }
    if (!wrong && !unread) {
      if (item.shown !== undefined && item.shown !== right) {
        const move = { productId: item.id, crawl, from: item.shown, to: right, why: item.why };
        moves.push(move);
        item.last.push(move);
      }
      item.shown = right;
    }
    const price = wrong ? wrong.wrong : right;
    const onSale = item.sale && !item.sale.secret;
    const money = (amount: number): object => ({ amount, currency: shape.currency });
    const priceField = unread || wrong?.how === 'missing' ? {} : { price: price === null ? null : money(price) };
    const list = shape.listPrice === 'never' ? {} : { listPrice: onSale || shape.listPrice === 'always' ? money(item.base) : null };
    const promotions = !shape.words ? {} : { promotions: onSale ? [{ label: `${Math.round((1 - (item.sale?.share ?? 1)) * 100)} % off this week` }] : [] };
    const unit = shape.unitPrices ? { unitPrice: { ...money(round((right / item.grams) * 100)), per: 100, unit: 'g' } } : {};
    return JSON.stringify({ crawl, source: 'mart', productId: item.id, observedAt, title: `Article ${item.id}`, url: `https://mart.example/${item.id}`, fields: { ...priceField, ...list, ...promotions, ...unit, availability: 'in_stock', reviewCount: item.reviews } });
  }
}

/** Mulberry32: small, fast, the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
