import type { Language } from '../../config/schema.ts';
import type { Alert, Severity } from '../../model/alert.ts';

/** Several alerts told together, grouped by product, the most important group first. Plain text everywhere: channels escape what they need to. */
export interface Digest {
  readonly alerts: readonly Alert[];
  readonly language: Language;
  /** That of its most important alert. */
  readonly severity: Severity;
  /** "12 changes since Monday 08:00", at most 150 characters. */
  readonly headline: string;
  readonly groups: readonly DigestGroup[];
  /** What was dropped because it no longer holds, in one line. */
  readonly superseded?: string;
}

/** What happened to one product or listing. */
export interface DigestGroup {
  readonly title: string;
  readonly url?: string;
  /** One line for each alert, the newest last. */
  readonly lines: readonly string[];
  readonly chart?: { readonly png: Uint8Array; readonly alt: string };
}
