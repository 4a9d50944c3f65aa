import { createContext, Script } from 'node:vm';

/** A pattern runs in a context of its own: V8 can end it there, and nowhere else. */
const context = createContext({ pattern: '', text: '' });
const search = new Script('{ const match = new RegExp(pattern, "su").exec(text); match ? (match[1] ?? match[0]) : undefined; }');

/**
 * The first group of an operator's regular expression, else all that it matched; undefined when it matches nothing. `.` also matches line breaks.
 * Throws a SyntaxError for what is no expression, and an Error ("timed out") when it takes longer than `limit` milliseconds.
 */
export function firstMatch(pattern: string, text: string, limit: number): string | undefined {
  Object.assign(context, { pattern, text });
  try {
    const found: unknown = search.runInContext(context, { timeout: limit });
    return typeof found === 'string' ? found : undefined;
  } finally {
    Object.assign(context, { pattern: '', text: '' });
  }
}
