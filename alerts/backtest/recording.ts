import type { z } from 'zod';
import { crawlLine, observationLine, timeOf, type CrawlLine, type ObservationLine } from './format.ts';
import { fieldsOf } from './fields.ts';
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

  /** All crawls, oldest first, each with its listings in the order in which it saw them, so that the order of the lines means nothing. An observation whose crawl has no line of its own makes one of kind `catalogue`. */
  crawls(): readonly RecordedCrawl[] {
    const crawls = [...this.#crawls.values()].map(({ crawl, observed }) => ({ ...crawl, observed: new Map([...observed].toSorted(([a, one], [b, other]) => one.at.getTime() - other.at.getTime() || (a < b ? -1 : 1))) }));
    return crawls.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime() || (a.id < b.id ? -1 : 1));
  }

  #note(message: string): void {
    this.errors.push({ line: this.#line, message });
  }

  #take(value: unknown): void {
    const isObservation = typeof value === 'object' && value !== null && ('productId' in value || 'fields' in value);
    if (isObservation) this.#observation(checked(observationLine, value));
    else this.#crawl(checked(crawlLine, value));
  }

  #crawl({ crawl, source, kind, startedAt, finishedAt, listed }: CrawlLine): void {
    const key = keyOf(source, crawl);
    const before = this.#crawls.get(key);
    if (before?.known) throw new RangeError(`crawl "${crawl}" of "${source}" is there twice`);
    const [start, end] = [timeOf(startedAt), typeof finishedAt === 'string' ? timeOf(finishedAt) : undefined];
    if (end && end < start) this.#note(`crawl "${crawl}" of "${source}" came to its end before it began: taken as ended when it began`);
    const own = {
      id: crawl, source, kind, startedAt: start, ...(end ? { finishedAt: end < start ? start : end } : {}),
      ...(typeof listed === 'number' ? { listed } : Array.isArray(listed) ? { listed: listed.length, listedIds: new Set(listed) } : {}),
    };
    this.#crawls.set(key, { crawl: own, known: true, observed: before?.observed ?? new Map<string, Observed>() });
  }

  #observation({ crawl, source, productId, observedAt, title, url, fields }: ObservationLine): void {
    const at = timeOf(observedAt);
    const observed: Observed = { productId, at, title: title ?? '', url: url ?? '', fields: fieldsOf(fields, title) };
    const key = keyOf(source, crawl);
    const own = this.#crawls.get(key) ?? { crawl: { id: crawl, source, kind: 'catalogue', startedAt: at, finishedAt: at }, known: false, observed: new Map<string, Observed>() };
    const begun = own.known || own.crawl.startedAt <= at ? own : { ...own, crawl: { ...own.crawl, startedAt: at } };
    this.#crawls.set(key, begun);
    const earlier = own.observed.get(productId);
    if (!earlier || earlier.at <= at) own.observed.set(productId, observed);
  }
}

function keyOf(source: string, crawl: string): string {
  return `${source}\u001f${crawl}`;
}

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new RangeError(`${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'cannot be used'}`);
}
