/** Longest object that is cut out of a script. */
const MAX_CUT = 6_000_000;

/**
 * The object or list that begins at `start` ('{' or '['), cut by counting brackets outside of strings and comments.
 * Undefined when it never closes within the bound. No script is evaluated.
 */
export function cutBalanced(text: string, start: number): string | undefined {
  const end = Math.min(text.length, start + MAX_CUT);
  let depth = 0;
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 34 || code === 39 || code === 96) i = endOfString(text, i, end, code);
    else if (code === 123 || code === 91) depth += 1;
    else if (code === 125 || code === 93) {
      depth -= 1;
      if (depth === 0) return text.slice(start, i + 1);
    } else if (code === 47) i = endOfComment(text, i);
  }
  return undefined;
}

function endOfString(text: string, start: number, end: number, quote: number): number {
  for (let i = start + 1; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 92) i += 1;
    else if (code === quote) return i;
  }
  return end;
}

function endOfComment(text: string, start: number): number {
  const next = text.charCodeAt(start + 1);
  if (next === 42) {
    const close = text.indexOf('*/', start + 2);
    return close === -1 ? text.length : close + 1;
  }
  // "//" begins a comment only at the start of a line; elsewhere it may be a regular expression or a broken URL.
  if (next !== 47 || !/[\n{,;[]\s*$/.test(text.slice(Math.max(0, start - 20), start))) return start;
  const line = text.indexOf('\n', start);
  return line === -1 ? text.length : line;
}
