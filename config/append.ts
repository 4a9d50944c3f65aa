import { isMap, parseDocument, stringify, type Document, type YAMLMap } from 'yaml';
import { isDeepStrictEqual } from 'node:util';

/** Entries to be put into a section of the configuration. */
export interface Addition {
  readonly section: 'sources' | 'targets';
  readonly name: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

/**
 * The YAML text with the entries added, everything else as it stood: comments, blank lines, quotes. Where a section is not written as a block
 * (`targets: {}`), the file is printed anew, with its comments. Throws when the text is no YAML map.
 */
export function appendEntries(text: string, additions: readonly Addition[]): string {
  return additions.reduce((now, addition) => appendEntry(now, addition), text);
}

function appendEntry(text: string, { section, name, entry }: Addition): string {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) throw new SyntaxError('the file is no readable YAML map');
  const printed = printedAnew(document, [section, name], entry);
  const inserted = inserting(text, document, section, { [name]: entry });
  return inserted !== undefined && isDeepStrictEqual(parseDocument(inserted).toJS(), parseDocument(printed).toJS()) ? inserted : printed;
}

function printedAnew(document: Document, path: readonly [string, string], entry: unknown): string {
  const copy = document.clone();
  // An empty or missing section must become a map before anything can be put into it.
  if (!isMap(copy.get(path[0]))) copy.set(path[0], copy.createNode({}));
  const section = copy.get(path[0]);
  if (isMap(section)) section.flow = false;
  copy.setIn(path, copy.createNode(entry));
  return copy.toString({ lineWidth: 0 });
}

/** The text with the entry put in after the last line of the section, or a new section at the end. Undefined where that cannot be done by lines. */
function inserting(text: string, document: Document, section: string, entry: Readonly<Record<string, unknown>>): string | undefined {
  const end = text.endsWith('\n') ? text : `${text}\n`;
  if (!document.has(section)) return `${end}\n${stringify({ [section]: entry }, { lineWidth: 0 })}`;
  const map = document.get(section);
  if (!isMap(map) || map.flow || map.items.length === 0) return undefined;
  const at = lastLineOf(end, map);
  const indent = columnOf(end, map.range?.[0] ?? 0);
  if (at === undefined || indent === 0) return undefined;
  const lines = stringify(entry, { lineWidth: 0 }).trimEnd().split('\n').map((line) => `${' '.repeat(indent)}${line}\n`);
  return `${end.slice(0, at)}${lines.join('')}${end.slice(at)}`;
}

/** Offset behind the line on which the map's last value ends. */
function lastLineOf(text: string, map: YAMLMap): number | undefined {
  const valueEnd = map.range?.[1];
  if (valueEnd === undefined) return undefined;
  // The end may lie behind the line break of the last value.
  const from = text[valueEnd - 1] === '\n' ? valueEnd - 1 : valueEnd;
  const lineEnd = text.indexOf('\n', from);
  return lineEnd < 0 ? undefined : lineEnd + 1;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
