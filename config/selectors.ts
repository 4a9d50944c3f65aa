import type { Notes } from './notes.ts';
import { firstMatch } from '../model/pattern.ts';
import type { ConfigFile, FieldSelector } from './schema.ts';

/** A pattern that takes longer than this on a short text backtracks without end. Milliseconds. */
const TIME_LIMIT = 250;
/** Long enough for what grows with the third power of the length, short enough for the second. */
const PROBE_LENGTH = 2_000;
/** Most characters of a pattern that are tried. */
const MOST_CHARACTERS = 12;

/** Names and numbers joined by dots, numbers also in brackets: `$.offers[0].price`. */
const JSON_PATH = /^\$?(?:\.?[^.[\]'"*?@\s][^.[\]'"*?]*|\[\d+\])(?:\.[^.[\]'"*?]+|\[\d+\])*$/;

/** Reports the selectors of all sources, and of the pages watched, that can never work or would hang on a page. */
export async function checkSelectors(settings: ConfigFile, notes: Notes): Promise<void> {
  const refuses = await cssCheck(settings);
  for (const [source, { fields }] of Object.entries(settings.sources)) {
    for (const [field, selector] of Object.entries(fields)) {
      const path = ['sources', source, 'fields', field];
      if (selector.css !== undefined && refuses(selector.css)) notes.wrong([...path, 'css'], noSelector(selector.css));
      if (selector.json !== undefined && !JSON_PATH.test(selector.json)) notes.wrong([...path, 'json'], `"${selector.json}" is no path; write names and numbers joined by dots, e.g. product.offers[0].price. Wildcards, filters and ".." are not known here.`);
      const wrong = selector.regex === undefined ? undefined : patternProblem(selector.regex);
      if (wrong !== undefined) notes.wrong([...path, 'regex'], wrong);
    }
  }
  for (const [name, { select }] of Object.entries(settings.targets)) {
    if (select !== undefined && refuses(select)) notes.wrong(['targets', name, 'select'], noSelector(select));
  }
}

function noSelector(css: string): string {
  return `"${css}" is no CSS selector that can be read; write e.g. .product-price or meta[itemprop="price"].`;
}

/** What tells whether a CSS selector is refused. The parser is loaded only where there is one. */
async function cssCheck(settings: ConfigFile): Promise<(css: string) => boolean> {
  const selectors: readonly FieldSelector[] = Object.values(settings.sources).flatMap(({ fields }) => Object.values(fields));
  if (selectors.every(({ css }) => css === undefined) && Object.values(settings.targets).every(({ select }) => select === undefined)) return () => false;
  const { load } = await import('cheerio');
  const page = load('<p></p>');
  return (css) => {
    try {
      page(css).first();
      return false;
    } catch {
      return true;
    }
  };
}

/** Why a regular expression cannot be used on texts of up to so many characters, in words; undefined when it can. */
export function patternProblem(pattern: string, length = PROBE_LENGTH): string | undefined {
  try {
    firstMatch(pattern, '', TIME_LIMIT);
  } catch (error) {
    // It comes from a context of its own, whose errors are no Error here.
    return `is no regular expression: ${String(error).replace(/^.*Invalid regular expression: .*: /s, '')}.`;
  }
  const slow = probes(pattern, length).some((text) => hangs(pattern, text));
  return slow ? 'would hang on a page: repetitions inside repetitions, such as (a+)+ or .*.*.*, try endless combinations. Say more exactly what stands between the parts, e.g. [^<]* instead of .*.' : undefined;
}

/** Texts that make a careless pattern try endless combinations: one character over and over, with another end. */
function probes(pattern: string, length: number): readonly string[] {
  const letters = [...new Set(['a', '1', ' ', '<', ...pattern.replaceAll(/\\./g, '').match(/[\p{L}\p{N}"'<>=:;,.-]/gu) ?? []])].slice(0, MOST_CHARACTERS);
  return [...letters.map((letter) => `${letter.repeat(length)}\u0001`), `${'a1 '.repeat(length / 3)}\u0001`, `${'<a b="1">'.repeat(length / 9)}\u0001`];
}

function hangs(pattern: string, text: string): boolean {
  try {
    firstMatch(pattern, text, TIME_LIMIT);
    return false;
  } catch {
    return true;
  }
}
