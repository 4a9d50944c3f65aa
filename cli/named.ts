import { CliError, EXIT } from './errors.ts';

/** How records of one kind are spoken of when people name one by its id. */
export interface Naming {
  /** What their ids begin with, without the underscore. */
  readonly prefix: string;
  readonly one: string;
  readonly several: string;
  /** The command that shows them all, in quotes. */
  readonly shown: string;
}

const FEWEST_DIGITS = 4;

/** The text when it is an id or its beginning, long enough to mean one. Throws a CliError for any other. */
export function asBeginning(text: string, { prefix, one, shown }: Naming): string {
  if (new RegExp(`^${prefix}_[0-9a-f]{${FEWEST_DIGITS},24}$`).test(text)) return text;
  throw new CliError(EXIT.usage, `"${text}" is no id of ${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}; ${shown} shows them. Four digits behind "${prefix}_" are enough when no other begins alike.`);
}

/** What each text means of all these; one that is named wrongly ends it for all. Throws a CliError. */
export function eachNamed<T extends { readonly id: string }>(texts: readonly string[], all: readonly T[], naming: Naming): readonly T[] {
  return texts.map((text) => asBeginning(text, naming)).map((text) => oneNamed(text, all.filter(({ id }) => id.startsWith(text)), naming));
}

/** The one of those whose ids begin with the text. Throws a CliError when there is none or another. */
export function oneNamed<T extends { readonly id: string }>(text: string, [first, second]: readonly T[], { one, several, shown }: Naming): T {
  if (!first) throw new CliError(EXIT.usage, `There is no ${one} "${text}". ${shown} shows those there are.`);
  if (second) throw new CliError(EXIT.usage, `Several ${several} begin with "${text}", e.g. ${first.id} and ${second.id}; write more of it.`);
  return first;
}
