/** Letters without others that a pattern without regard to case takes for them once the text is in small letters: ASCII, Chinese, Japanese and Korean ones. */
const PLAIN = /^[ -~\u3000-\u9fff\uac00-\ud7af]$/;
/** More words than this take longer to look for than the pattern itself. */
const MOST_WORDS = 60;

/**
 * Words of which every text that a pattern of the grammar can match holds at least one, in small letters: the longest that stand outside of
 * whatever may be left out. Undefined when nothing can be said. Making a pattern takes a thousand times as long as looking for its words.
 */
export function needsWords(pattern: string): readonly string[] | undefined {
  return alternatives(pattern, 0).words;
}

/** A text made ready for {@link holdsOne}. */
export function smallOf(text: string): string {
  return text.toLowerCase().replaceAll('ſ', 's');
}

/** True when one of the words stands in the text of {@link smallOf}, or nothing is known of them. */
export function holdsOne(words: readonly string[] | undefined, small: string): boolean {
  return words === undefined || words.some((word) => small.includes(word));
}

interface Part {
  readonly words?: readonly string[] | undefined;
  /** The one character that it stands for. */
  readonly letter?: string;
  /** Just behind the part. */
  readonly end: number;
}

/** The alternatives of a pattern or group that begins here: the words of all of them. */
function alternatives(pattern: string, from: number): Part {
  const all: (readonly string[] | undefined)[] = [];
  let at = from;
  do {
    const one = sequence(pattern, at);
    all.push(one.words);
    at = one.end + 1;
  } while (pattern.charAt(at - 1) === '|');
  const words = [...new Set(all.flatMap((some) => some ?? []))];
  return { words: all.includes(undefined) || words.length > MOST_WORDS ? undefined : words, end: at };
}

/** What stands in a row up to the next `|` or `)`: the best words of its parts. Letters side by side are one word. */
function sequence(pattern: string, from: number): Part {
  let [best, run]: [readonly string[] | undefined, string] = [undefined, ''];
  const close = (): void => {
    if (run.trim() !== '') best = better(best, [run]);
    run = '';
  };
  let at = from;
  while (at < pattern.length && pattern.charAt(at) !== '|' && pattern.charAt(at) !== ')') {
    const part = atom(pattern, at);
    const times = timesAt(pattern, part.end);
    const needed = times === '' || !/^(?:[?*]|\{0)/.test(times);
    if (needed && part.letter !== undefined) run += part.letter;
    if (times !== '' || part.letter === undefined) close();
    if (needed && part.words) best = better(best, part.words);
    at = part.end + times.length;
  }
  close();
  return { words: best, end: at };
}

/** How often the part before may stand there, as the pattern has it: `?`, `{2,}`; empty for once. */
function timesAt(pattern: string, at: number): string {
  return '?*+{'.includes(pattern.charAt(at)) ? /^(?:[?*+]|\{\d[\d,]*\})\??/.exec(pattern.slice(at, at + 12))?.[0] ?? '' : '';
}

/** The words that fewer texts hold: those whose shortest is longer. */
function better(a: readonly string[] | undefined, b: readonly string[]): readonly string[] {
  return a === undefined || weight(b) > weight(a) ? b : a;
}

/** Letters of the shortest word; a Chinese character says as much as three letters. Fewer words are better. */
function weight(words: readonly string[]): number {
  return Math.min(...words.map((word) => Array.from(word, (char) => (char > '~' ? 3 : 1)).reduce((sum: number, one) => sum + one, 0))) - words.length / MOST_WORDS;
}

/** One character, class, parameter or group. */
function atom(pattern: string, at: number): Part {
  const char = pattern.charAt(at);
  if (!'\\[{('.includes(char)) return { ...letter(char), end: at + 1 };
  const rest = pattern.slice(at);
  if (char === '\\') return /^\\[^\w\s]/.test(rest) ? { ...letter(pattern.charAt(at + 1)), end: at + 2 } : { end: at + (/^\\(?:p\{[^}]*\}|u[\da-f]{4}|k<\w+>)/i.exec(rest)?.[0].length ?? 2) };
  if (char === '[') return { end: at + (/^\[(?:\\.|[^\]])*\]/.exec(rest)?.[0].length ?? 1) };
  if (char === '{') return { end: at + (/^\{[a-z][a-zA-Z]{2,}\}/.exec(rest)?.[0].length ?? 1) };
  const open = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(rest)?.[0] ?? '(';
  const inner = alternatives(pattern, at + open.length);
  return /^\(\?<?[=!]/.test(open) ? { end: inner.end } : inner;
}

function letter(char: string): { readonly letter?: string } {
  return PLAIN.test(char) && char !== '.' && char !== '^' && char !== '$' ? { letter: char.toLowerCase() } : {};
}
