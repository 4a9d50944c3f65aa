import { z } from 'zod';
import { crawlLine, observationLine, timeOf, type CrawlLine, type ObservationLine } from './format.ts';
import { fieldsOf } from './fields.ts';
import { TARGET_KINDS } from '../../model/crawl.ts';
import type { ListingFields } from '../../model/listing.ts';

/** A listing as a recorded crawl saw it. */
export interface Observed {
  readonly productId: string;
  readonly at: Date;
  readonly title: string;
  readonly url: string;
  readonly fields: ListingFields;
}

/** A recorded crawl with all that it saw. */
export interface RecordedCrawl {
  readonly id: string;
  readonly source: string;
  readonly kind: string;
  readonly startedAt: Date;
  /** Left out when it never came to its end. */
  readonly finishedAt?: Date;
  readonly listed?: number;
  /** The product ids that the list spoke of, where it is known which: a listing among them is not missing. */
  readonly listedIds?: ReadonlySet<string>;
  /** Each listing once, as it was seen last. */
  readonly observed: ReadonlyMap<string, Observed>;
}

/** A line that cannot be used. Lines count from 1. */
export interface BadLine {
  readonly line: number;
  readonly message: string;
}

/** Clocks of crawl and observation may differ, and a crawl may be dated by its day alone; what lies farther outside of it is no time at which it saw anything. */
const DATED_WITHIN_MS = 86_400_000;

/** Some programs begin a file of UTF-8 with it. */
const BYTE_ORDER_MARK = '\uFEFF';

interface Growing {
  readonly crawl: Omit<RecordedCrawl, 'observed'>;
  readonly observed: Map<string, Observed>;
  /** It has a line of its own. */
  readonly known: boolean;
}

/** Collects the lines of a recording, in whatever order they come. A bad line is noted and left out. */
export class Recording {
  readonly errors: BadLine[] = [];
  readonly #crawls = new Map<string, Growing>();
  readonly #spoiled = new Set<string>();
  #line = 0;

  /** Takes in one line; an empty one is none. */
  add(text: string): void {
    this.#line += 1;
    const json = this.#line === 1 ? text.replace(BYTE_ORDER_MARK, '') : text;
    if (json.trim() === '') return;
    try {
      this.#take(JSON.parse(json));
    } catch (error) {
      this.#note(error instanceof SyntaxError ? `not JSON: ${error.message}` : error instanceof Error ? error.message : String(error));
    }
  }

  /**
   * All crawls, oldest first, each with its listings in the order in which it saw them, so that the order of the lines means nothing. An observation whose
   * crawl has no line of its own makes one of kind `catalogue`.
   */
  crawls(): readonly RecordedCrawl[] {
    const crawls = [...this.#crawls].map(([key, { crawl: { finishedAt, ...crawl }, known, observed }]) => {
      const ended = finishedAt && (known || !this.#spoiled.has(key));
      const inOrder = [...observed].toSorted(([a, one], [b, other]) => one.at.getTime() - other.at.getTime() || (a < b ? -1 : 1));
      return { ...crawl, ...(ended ? { finishedAt } : {}), observed: new Map(inOrder) };
    });
    return crawls.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime() || (a.id < b.id ? -1 : 1));
  }

  #note(message: string): void {
    this.errors.push({ line: this.#line, message });
  }

  #take(value: unknown): void {
    const isObservation = typeof value === 'object' && value !== null && ('productId' in value || 'fields' in value);
    if (isObservation) this.#observation(this.#observed(value));
    else this.#crawl(this.#itsLine(value));
  }

  /** A price that is none is named and taken as unknown: that the listing was there is a fact all the same. */
  #observed(value: object): ObservationLine {
    const result = observationLine.safeParse(value);
    if (result.success) return result.data;
    const { fields } = z.object({ fields: z.looseObject({ price: z.unknown() }) }).safeParse(value).data ?? {};
    if (!fields || result.error.issues.some(({ path: [member, field] }) => member !== 'fields' || field !== 'price')) throw new RangeError(wordsOf(result.error));
    this.#note(`${wordsOf(result.error)}: taken as unknown`);
    return observationLine.parse({ ...value, fields: { ...fields, price: undefined } });
  }

  /** A crawl whose line cannot be used is not known to have come to its end: it may add, never remove. */
  #itsLine(value: unknown): CrawlLine {
    const named = crawlLine.pick({ crawl: true, source: true }).safeParse(value).data;
    try {
      return checked(crawlLine, value);
    } catch (error) {
      if (named) this.#spoiled.add(keyOf(named.source, named.crawl));
      throw error;
    }
  }

  #crawl({ crawl, source, kind, startedAt, finishedAt, listed }: CrawlLine): void {
    const key = keyOf(source, crawl);
    const before = this.#crawls.get(key);
    if (before?.known) throw new RangeError(`crawl "${crawl}" of "${source}" is there twice`);
    const [start, end] = [timeOf(startedAt), typeof finishedAt === 'string' ? timeOf(finishedAt) : undefined];
    if (!TARGET_KINDS.some((one) => one === kind)) this.#note(`kind: "${kind}" is none of ${TARGET_KINDS.join(', ')}: taken as a catalogue`);
    if (end && end < start) this.#note(`crawl "${crawl}" of "${source}" came to its end before it began: taken as ended when it began`);
    const own = {
      id: crawl, source, kind, startedAt: start, ...(end ? { finishedAt: end < start ? start : end } : {}),
      ...(typeof listed === 'number' ? { listed } : Array.isArray(listed) ? { listed: listed.length, listedIds: new Set(listed) } : {}),
    };
    this.#crawls.set(key, { crawl: own, known: true, observed: new Map([...before?.observed ?? []].map(([productId, observed]) => [productId, this.#dated(observed, own)])) });
  }

  /** The observation with a time that its crawl can have seen it at. */
  #dated(observed: Observed, crawl: Omit<RecordedCrawl, 'observed'>): Observed {
    const { startedAt, finishedAt = startedAt } = crawl;
    const { at, productId } = observed;
    if (at.getTime() >= startedAt.getTime() - DATED_WITHIN_MS && at.getTime() <= finishedAt.getTime() + DATED_WITHIN_MS) return observed;
    this.#note(`product "${productId}" is dated ${at.toISOString()}, more than a day away from its crawl "${crawl.id}" of "${crawl.source}": taken as seen when that ended`);
    return { ...observed, at: finishedAt };
  }

  #observation({ crawl, source, productId, observedAt, title, url, fields }: ObservationLine): void {
    const at = timeOf(observedAt);
    const key = keyOf(source, crawl);
    const own = this.#crawls.get(key) ?? { crawl: { id: crawl, source, kind: 'catalogue', startedAt: at, finishedAt: at }, known: false, observed: new Map<string, Observed>() };
    const observed: Observed = { productId, at, title: title ?? '', url: url ?? '', fields: fieldsOf(fields, title) };
    const { price } = observed.fields;
    if (price.state === 'unknown' && price.reason === 'unreadable') this.#note(`${price.detail ?? 'fields.price is no price'}: taken as unknown`);
    this.#crawls.set(key, own.known ? own : { ...own, crawl: spanning(own.crawl, at) });
    const dated = own.known ? this.#dated(observed, own.crawl) : observed;
    const earlier = own.observed.get(productId);
    if (!earlier || earlier.at <= dated.at) own.observed.set(productId, dated);
  }
}

/** A crawl without a line of its own lasted from the first to the last of what it saw. */
function spanning(crawl: Growing['crawl'], at: Date): Growing['crawl'] {
  const { startedAt, finishedAt = at } = crawl;
  return { ...crawl, startedAt: at < startedAt ? at : startedAt, finishedAt: at > finishedAt ? at : finishedAt };
}

function keyOf(source: string, crawl: string): string {
  return `${source}\u001f${crawl}`;
}

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new RangeError(wordsOf(result.error));
}

/** The first thing that is wrong, with its place. */
function wordsOf({ issues: [issue] }: z.ZodError): string {
  return `${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'cannot be used'}`;
}
