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
  /** What is told of each listing or page, in the order of their first alerts; what is advised last, without links. */
  readonly pages: readonly DigestPage[];
  readonly chart?: { readonly png: Uint8Array; readonly alt: string };
}

/** What happened on one page. */
export interface DigestPage {
  /** One line for each alert, the newest last. */
  readonly lines: readonly string[];
  /** Where the lines lead: to the page, by the name of its host, and to the evidence of the newest. */
  readonly links: readonly { readonly label: string; readonly url: string }[];
}
