/** One Allow or Disallow line, ready to be matched. */
interface Rule {
  readonly allow: boolean;
  /** Octets of the normalised pattern: the longest match decides. */
  readonly length: number;
  /** The literal texts between the `*`. */
  readonly pieces: readonly string[];
  /** The pattern ended in `$`. */
  readonly anchored: boolean;
}

/** Lines that follow one or more User-agent lines. */
interface Group {
  /** Product tokens in lower case. */
  readonly agents: string[];
  readonly rules: Rule[];
  crawlDelay: number | undefined;
  /** It has a line that counts, be it an empty Disallow. */
  spoken: boolean;
}

/** A robots.txt as understood, in the order of its groups. */
export interface Robots {
  readonly groups: readonly Readonly<Group>[];
}

/** Slips that large crawlers understand as well: where the owner's wish is plain, it holds. */
const SPELLINGS: Readonly<Record<string, string>> = {
  'user agent': 'user-agent', useragent: 'user-agent',
  dissallow: 'disallow', dissalow: 'disallow', disalow: 'disallow', diasllow: 'disallow', disallaw: 'disallow',
};

/** Longer than any URL we ask for; a line beyond it cannot be meant seriously. */
const MAX_PATTERN = 8_192;

/**
 * Reads a robots.txt by RFC 9309: lines ended by LF, CR or CRLF, comments, unknown lines skipped, keys in any case, several agents
 * per group, rules before the first agent ignored. Never throws; time is linear in the text.
 */
export function parseRobots(text: string): Robots {
  const groups: Group[] = [];
  let current: Group | undefined;
  let open = false;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const { key, value } = keyAndValue(line);
    if (key === 'user-agent') {
      if (!current || !open) groups.push(current = { agents: [], rules: [], crawlDelay: undefined, spoken: false });
      current.agents.push(productToken(value));
      open = true;
    } else if (current && key !== '' && key !== 'sitemap') {
      open = false;
      addLine(current, key, value);
    }
  }
  // Agents followed by nothing but unknown lines are as good as not named; a last line without rules names them all the same.
  return { groups: groups.filter((group) => group.spoken || (group === current && open)) };
}

function addLine(group: Group, key: string, value: string): void {
  if (key === 'crawl-delay') {
    if (/^\d+(?:\.\d+)?$/.test(value)) group.crawlDelay ??= Number(value);
    group.spoken = true;
  } else if (key === 'allow' || key === 'disallow') {
    group.spoken = true;
    if (value === '' || value.length > MAX_PATTERN) return;
    const rule = ruleOf(key === 'allow', value);
    group.rules.push(rule, ...alsoMeant(rule));
  }
}

/**
 * Whether the agent may fetch the URL (absolute or a path). Agents are compared by product token without regard to case; groups
 * naming the agent are merged, else those of `*` hold, else everything is allowed; the longest matching pattern wins, Allow wins a
 * tie; /robots.txt itself is always allowed. RFC 9309 2.2.
 */
export function isAllowed(robots: Robots, agent: string, url: string): boolean {
  const path = normalise(pathOf(url)).replaceAll('*', '%2A').replaceAll('$', '%24');
  if (path === '/robots.txt') return true;
  let longest = -1;
  let allowed = true;
  for (const group of groupsFor(robots, agent)) {
    for (const rule of group.rules) {
      if (rule.length < longest || (rule.length === longest && (allowed || !rule.allow))) continue;
      if (!matches(rule, path)) continue;
      longest = rule.length;
      allowed = rule.allow;
    }
  }
  return allowed;
}

/** Seconds between two requests that the groups of the agent ask for (the largest), undefined when they do not. Not of RFC 9309, but obeyed. */
export function crawlDelay(robots: Robots, agent: string): number | undefined {
  const delays = groupsFor(robots, agent).flatMap((group) => group.crawlDelay ?? []);
  return delays.length > 0 ? Math.max(...delays) : undefined;
}

/** Groups by agent, so that a page costs no search through a long file. */
const chosen = new WeakMap<Robots, Map<string, readonly Readonly<Group>[]>>();

function groupsFor(robots: Robots, agent: string): readonly Readonly<Group>[] {
  const known = chosen.get(robots) ?? new Map<string, readonly Readonly<Group>[]>();
  chosen.set(robots, known);
  const groups = known.get(agent) ?? chooseGroups(robots, agent);
  known.set(agent, groups);
  return groups;
}

function chooseGroups(robots: Robots, agent: string): readonly Readonly<Group>[] {
  const wanted = agent.toLowerCase();
  const tokens = new Set([productToken(wanted), ...wanted.split(/[\s/;,()]+/)]);
  const own = robots.groups.filter((group) => group.agents.some((name) => name !== '*' && (tokens.has(name) || isGlobOf(name, tokens))));
  return own.length > 0 ? own : robots.groups.filter((group) => group.agents.includes('*'));
}

function isGlobOf(name: string, tokens: ReadonlySet<string>): boolean {
  if (!name.includes('*')) return false;
  const glob = { pieces: name.split('*'), anchored: true };
  return [...tokens].some((token) => token !== '' && matches(glob, token));
}

function keyAndValue(line: string): { key: string; value: string } {
  const hash = line.indexOf('#');
  const bare = hash < 0 ? line : line.slice(0, hash);
  const colon = bare.indexOf(':');
  const parts = colon < 0 ? /^\s*(user[- ]agent|(?:dis)?allow)\s+(\S.*)$/i.exec(bare) : ['', bare.slice(0, colon), bare.slice(colon + 1)];
  const key = parts?.[1]?.trim().toLowerCase() ?? '';
  return { key: SPELLINGS[key] ?? key, value: parts?.[2]?.trim() ?? '' };
}

/** `RivalWatch/1.0 (+…)` → `rivalwatch`: version and comment do not count. */
function productToken(agent: string): string {
  return agent.trim().toLowerCase().replace(/[/\s].*$/s, '');
}

function ruleOf(allow: boolean, value: string): Rule {
  const pattern = normalise(/^[/*]/.test(value) ? value : `/${value}`);
  const anchored = pattern.endsWith('$');
  const body = (anchored ? pattern.slice(0, -1) : pattern).replaceAll('$', '%24');
  return { allow, length: pattern.length, pieces: body.split('*'), anchored };
}

/** What is meant besides the rule as it stands: a final `$` may be a dollar sign, and a page may be named where its folder is meant. */
function alsoMeant(rule: Rule): Rule[] {
  const last = rule.pieces.at(-1) ?? '';
  if (rule.anchored) return [{ ...rule, pieces: [...rule.pieces.slice(0, -1), `${last}%24`], anchored: false }];
  const folder = /^(.*\/)index\.html?$/.exec(last)?.[1];
  return rule.allow && folder !== undefined ? [{ ...rule, pieces: [...rule.pieces.slice(0, -1), folder], anchored: true }] : [];
}

/** Leftmost search piece by piece: no backtracking, since a `*` takes anything. */
function matches(rule: Pick<Rule, 'pieces' | 'anchored'>, path: string): boolean {
  const [first = '', ...rest] = rule.pieces;
  if (!path.startsWith(first)) return false;
  const last = rest.pop();
  if (last === undefined) return !rule.anchored || path.length === first.length;
  let at = first.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return rule.anchored ? path.length - last.length >= at && path.endsWith(last) : path.includes(last, at);
}

/** Path and query of a URL as it is written, `/` when there is none. */
function pathOf(url: string): string {
  const scheme = url.indexOf('://');
  const rest = scheme < 0 ? url : url.slice(scheme + 3);
  const start = scheme < 0 && rest.startsWith('/') ? 0 : rest.search(/[/?#;]/);
  const hash = rest.indexOf('#', start);
  const path = start < 0 ? '' : rest.slice(start, hash < 0 ? undefined : hash);
  return path.startsWith('/') ? path : `/${path}`;
}

/** One spelling for equal octets: unreserved characters decoded, all others that are escaped or not allowed in a URL as upper-case escapes (RFC 9309 2.2.2, RFC 3986 6.2.2). */
function normalise(path: string): string {
  return path.replace(/%([0-9a-f]{2})|[^\x21-\x7e]+|["<>\\^`{|}]/gi, (text, hex: string | undefined) => {
    if (hex === undefined) return escapeAll(text);
    const char = String.fromCodePoint(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(char) ? char : text.toUpperCase();
  });
}

function escapeAll(text: string): string {
  return [...Buffer.from(text, 'utf8')].map((octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
