import { visit, type Document, type YAMLParseError, type YAMLWarning } from 'yaml';

/** A place that is no YAML: its offset in the text and what is wrong there, as a sentence for an operator. */
export interface SyntaxProblem {
  readonly offset: number;
  readonly message: string;
}

/**
 * What the parser could not read, but for keys that are there twice. Behind the first such place it stumbles over each further word: of its
 * "unexpected" ones only the first is kept, of the others each is a slip of its own.
 */
export function syntaxProblems(document: Document, text: string): readonly SyntaxProblem[] {
  const problems = [...document.errors, ...document.warnings].filter(({ code }) => code !== 'DUPLICATE_KEY');
  return problems.filter(({ code }, index) => index === 0 || code !== 'UNEXPECTED_TOKEN').map((error) => ({ offset: error.pos[0], message: wordsFor(error, text) }));
}

/** The aliases (`*name`) before which no anchor (`&name`) of that name stands; the parser says nothing of them. */
export function unknownAliases(document: Document): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Value(_key, { anchor }) {
      if (anchor !== undefined) anchors.add(anchor);
    },
    Alias(_key, alias) {
      if (anchors.has(alias.source)) return;
      problems.push({ offset: alias.range?.[0] ?? 0, message: `*${plainWords(alias.source)} repeats what &${plainWords(alias.source)} marks, and nothing before it is marked so; a text that begins with * must stand in quotes.` });
    },
  });
  return problems;
}

/** The slips that operators make most, in words of their own; else those of the parser. */
function wordsFor({ code, pos: [from, to], message }: YAMLParseError | YAMLWarning, text: string): string {
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here (---); only one can be read.';
  if (text.startsWith('${', from - 1)) return 'inside { } or [ ] a variable must stand in quotes: "${NAME}".';
  if (/^[^\n:：]*：/.test(text.slice(from, to))) return 'a wide colon (：) parts no key from its value; write ": ".';
  return `not readable as YAML: ${plainWords(message)}`;
}

/** A parser's message may quote the file: one line, without what a terminal would obey. */
export function plainWords(message: string): string {
  const line = message.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
