import type { PageMoney } from './money.ts';

/** One element. The elements of a page stand in one array in the order of the page, so that a subtree is a range. */
export interface FlatElement {
  readonly index: number;
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: number;
  readonly depth: number;
  /** Index behind the last element of the subtree. */
  end: number;
  /** First text run of the subtree, and the one behind the last. */
  readonly textFrom: number;
  textTo: number;
}

export interface TextRun {
  /** Index of the element it stands in; -1 outside of all. */
  readonly element: number;
  readonly text: string;
}

/** A page as two arrays: no tree to walk, no recursion, linear. */
export interface FlatPage extends PageMoney {
  readonly elements: readonly FlatElement[];
  readonly texts: readonly TextRun[];
  /** Bodies of the scripts that hold data, with type and id. */
  readonly scripts: readonly { readonly type: string; readonly id: string; readonly attributes: Readonly<Record<string, string>>; readonly body: string }[];
}
