import type { Outcome } from '../../../model/outcome.ts';

/** Why an answer is no data, in words an operator understands. */
export interface NotData {
  readonly outcome: Exclude<Outcome, 'ok'>;
  readonly detail: string;
}
