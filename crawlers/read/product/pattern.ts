import { createContext, Script } from 'node:vm';

/** Text an operator's regular expression may look at. */
const MAX_TEXT = 2_000_000;
/** A pattern that takes longer on one page backtracks without end. Milliseconds. */
const TIME_LIMIT = 1_000;
/** A pattern runs in a context of its own: V8 can end it there, and nowhere else. */
const context = createContext({ pattern: '', text: '' });
const search = new Script('{ const match = new RegExp(pattern, "su").exec(text); match ? (match[1] ?? match[0]) : undefined; }');

/**
 * The first group of an operator's pattern, else all that it matched; undefined when it matches nothing. Throws a SyntaxError for what is no
 * pattern, and an Error that says so when it takes longer than a second.
 */
export function firstMatch(pattern: string, text: string): string | undefined {
  Object.assign(context, { pattern, text: text.slice(0, MAX_TEXT) });
  const found: unknown = search.runInContext(context, { timeout: TIME_LIMIT });
  Object.assign(context, { pattern: '', text: '' });
  return typeof found === 'string' ? found : undefined;
}
