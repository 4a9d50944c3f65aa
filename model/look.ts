/** What a second look at a suspicious price found: how far it seemed to jump, and whether it really had. */
export interface Look {
  /** When the jump was first seen (UTC). */
  readonly at: Date;
  /** Natural logarithm of new over old: 0.69 = twice as dear. */
  readonly size: number;
  /** It was still there when looked at again. */
  readonly real: boolean;
}
