/** How a value was found, cheap to dear and trusted to less trusted. */
export const METHODS = ['api', 'configured', 'json-ld', 'embedded-state', 'meta', 'microdata', 'rdfa', 'platform', 'text', 'url'] as const;
export type Method = (typeof METHODS)[number];

/** Methods that guess what a text or an address means; the others read data that name the field themselves. */
const GUESSED: ReadonlySet<Method> = new Set<Method>(['text', 'url']);

export function isGuessed(method: Method): boolean {
  return GUESSED.has(method);
}

/** Where a value was read, so that it can be shown. */
export interface Evidence {
  readonly method: Method;
  /** Path in the data (`offers[0].price`) or selector, with the words around it where that helps. */
  readonly place: string;
  /** The text as it stood there, at most 200 characters. */
  readonly raw: string;
}

/** One possible value of a field. The losers are kept, so that a conflict can be seen. */
export interface Candidate<T> {
  readonly value: T;
  /** 0 to 1: the share of such readings that are right. */
  readonly confidence: number;
  readonly evidence: Evidence;
}

/** Why a field is unknown. */
export type UnknownReason =
  | 'not_found' // nothing on the page spoke of it
  | 'unreadable' // something did, but it could not be understood
  | 'ambiguous' // two values, nothing decides
  | 'conflict' // sources on the page contradict each other beyond a bound
  | 'not_read' // this kind of page does not carry the field
  | 'held_back'; // read, but the crawl's reading as a whole is not to be trusted

/**
 * One field as read: known with its evidence, absent (the page says there is none), or unknown with the
 * reason. Unknown is a value: nothing defaults. `unsaid`: no word of the page says that there is none, it only does not show any (alerts/changes/silence.ts).
 */
export type Reading<T> =
  | { readonly state: 'known'; readonly value: T; readonly confidence: number; readonly evidence: Evidence; readonly losers?: readonly Candidate<T>[] }
  | { readonly state: 'absent'; readonly evidence: Evidence; readonly unsaid?: true }
  | { readonly state: 'unknown'; readonly reason: UnknownReason; readonly detail?: string; readonly losers?: readonly Candidate<T>[] };

/**
 * used: its value is the field's. overridden: set aside, because the page's own structured data contradict it beyond a bound. nothing: it
 * matched nothing on the page. unreadable: it matched a text that is no value of the field.
 */
export const SELECTOR_STATES = ['used', 'overridden', 'nothing', 'unreadable'] as const;
export type SelectorState = (typeof SELECTOR_STATES)[number];

/** What became of one of the operator's own selectors on one page. */
export interface SelectorUse {
  readonly state: SelectorState;
  /** The selector, with where it applied. */
  readonly place: string;
  /** What it gave, at most 200 characters; absent when it matched nothing. */
  readonly raw?: string;
  /** In words, for states other than `used`. */
  readonly why?: string;
}

export function known<T>(value: T, evidence: Evidence, confidence = 1, losers?: readonly Candidate<T>[]): Reading<T> {
  return losers?.length ? { state: 'known', value, confidence, evidence, losers } : { state: 'known', value, confidence, evidence };
}

export function absent<T>(evidence: Evidence): Reading<T> {
  return { state: 'absent', evidence };
}

export function unknown<T>(reason: UnknownReason, detail?: string): Reading<T> {
  return detail === undefined ? { state: 'unknown', reason } : { state: 'unknown', reason, detail };
}

/**
 * The method that best vouches for a reading: its value's own, or, where that was guessed, the first loser's that names the field. Data that are
 * there and were outdone by what the page shows (a sale the data do not know of) are still there. Undefined when it is unknown.
 */
export function vouchedBy(reading: Reading<unknown>): Evidence | undefined {
  if (reading.state === 'unknown') return undefined;
  if (reading.state === 'absent' || !isGuessed(reading.evidence.method)) return reading.evidence;
  return reading.losers?.find(({ evidence }) => !isGuessed(evidence.method))?.evidence ?? reading.evidence;
}

/** The value when it is known, else undefined. For use where absent and unknown need no telling apart. */
export function valueOf<T>(reading: Reading<T>): T | undefined {
  return reading.state === 'known' ? reading.value : undefined;
}
