import type { Change } from '../../model/change.ts';
import type { FieldChange } from './reread.ts';

/** An example of what is read differently. */
export interface Example extends FieldChange {
  readonly url: string;
  readonly at: Date;
}

export interface ReplayReport {
  readonly versions: { readonly looked: number; readonly same: number; readonly differ: number; readonly unreadable: number; readonly notArchived: number };
  readonly fields: Readonly<Record<string, { readonly versions: number; readonly examples: readonly Example[] }>>;
  readonly changes: { readonly appear: readonly Change[]; readonly vanish: readonly Change[]; readonly altered: readonly Change[] };
  /** Why answers could not be read, by reason. */
  readonly unreadable: Readonly<Record<string, number>>;
  readonly applied: boolean;
}

const MOST_EXAMPLES = 3;

/** Gathers what a replay finds, version by version. */
export class Findings {
  readonly #versions = { same: 0, differ: 0, unreadable: 0, notArchived: 0 };
  readonly #fields = new Map<string, { versions: number; readonly examples: Example[] }>();
  readonly #unreadable = new Map<string, number>();
  readonly #changes: { readonly appear: Change[]; readonly vanish: Change[]; readonly altered: Change[] } = { appear: [], vanish: [], altered: [] };

  /** A version that is read as before, or whose answer is no longer kept. */
  count(what: 'same' | 'notArchived'): void {
    this.#versions[what] += 1;
  }

  /** A version whose answer today's reader cannot read, and why. */
  unreadable(why: string): void {
    this.#versions.unreadable += 1;
    this.#unreadable.set(why, (this.#unreadable.get(why) ?? 0) + 1);
  }

  /** A version of which these fields are read differently. */
  differs(examples: readonly Example[]): void {
    this.#versions.differ += 1;
    for (const example of examples) {
      const noted = this.#fields.get(example.field) ?? { versions: 0, examples: [] };
      noted.versions += 1;
      if (noted.examples.length < MOST_EXAMPLES) noted.examples.push(example);
      this.#fields.set(example.field, noted);
    }
  }

  /** What other contents mean for the changes of a listing or page. */
  changes({ appear, vanish, altered }: ReplayReport['changes']): void {
    this.#changes.appear.push(...appear);
    this.#changes.vanish.push(...vanish);
    this.#changes.altered.push(...altered);
  }

  report(applied: boolean): ReplayReport {
    const { same, differ, unreadable, notArchived } = this.#versions;
    return {
      versions: { looked: same + differ + unreadable + notArchived, ...this.#versions }, fields: Object.fromEntries(this.#fields), changes: this.#changes, unreadable: Object.fromEntries(this.#unreadable), applied,
    };
  }
}
