/**
 * How often prices of a target rose or fell far (by a quarter or more), and how many of these moves came bare: not announced on the page, and to no price known
 * before. `up` and `down` count the bare ones by how far they went (alerts/changes/judgement/looks.ts says in which steps).
 */
export interface LargeMoves {
  readonly all: number;
  readonly up: readonly number[];
  readonly down: readonly number[];
}
