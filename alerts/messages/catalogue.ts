import type { Alert, AlertReason, Severity } from '../../model/alert.ts';
import type { ChangeDetail, ChangeKind, EssentialField } from '../../model/change.ts';
import type { Availability, PriceKind } from '../../model/listing.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Method } from '../../model/reading.ts';
import type { Formats } from './formats.ts';

/** A change in words. `headline` is put before the title of the listing. */
export interface Told {
  readonly headline: string;
  readonly from?: string;
  readonly to?: string;
  /** `from` is what it is compared with, and never was its own value. */
  readonly compared?: true;
  readonly lines?: readonly string[];
  /** Text to be shown as it is, line by line: a diff. */
  readonly code?: string;
}

/** Words for why a rule spoke. */
export interface ReasonWords {
  /** The price against a figure that stands by itself: the own price, a lowest allowed price, what is usual. */
  readonly against: (alert: Alert, formats: Formats) => Told;
  /** Before the headline of what is told again, or was so from the start. */
  readonly prefix: (reason: AlertReason) => string;
  /** What else has to be known: it was so already, for how long, that nobody acknowledged. */
  readonly circumstances: (reason: AlertReason, formats: Formats) => readonly string[];
  /** What became of the price while the alert waited. */
  readonly byNow: (price: string) => string;
  /** Which rule spoke. */
  readonly rule: (alert: Pick<Alert, 'ruleId'>) => string;
  readonly why: (alert: Alert, formats: Formats) => string;
  readonly actions: Readonly<Record<'acknowledge' | 'snoozeDay' | 'snoozeWeek', string>>;
}

/** All words of one language. Every record is complete by its type: a missing word does not compile. */
export interface Catalogue {
  /** What kind of thing happened, as a label. */
  readonly kinds: Readonly<Record<ChangeKind, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly availability: Readonly<Record<Availability, string>>;
  /** What is added to an amount of this kind; empty for the plain price. */
  readonly priceKinds: Readonly<Record<PriceKind, string>>;
  readonly methods: Readonly<Record<Method, string>>;
  readonly fields: Readonly<Record<EssentialField, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly labels: Readonly<Record<'from' | 'to' | 'against' | 'where' | 'when' | 'why' | 'evidence' | 'open' | 'proof' | 'recovered', string>>;
  /** Between a label and its text. */
  readonly colon: string;
  readonly tell: (detail: ChangeDetail, formats: Formats) => Told;
  /** Why a rule spoke. */
  readonly reason: ReasonWords;
  /** The search place that was lost is regained. */
  readonly rankRegained: (to: number | null) => string;
  readonly own: (product: NonNullable<Alert['product']>, formats: Formats) => string;
  readonly evidence: (method: string, place: string, raw: string, archive: string) => string;
}
