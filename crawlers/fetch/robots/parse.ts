import { normalise, type Pattern } from './pattern.ts';

/** One Allow or Disallow line, ready to be matched. */
interface Rule extends Pattern {
  readonly allow: boolean;
  /** Octets of the normalised pattern: the longest match decides. */
  readonly length: number;
}

/** Lines that follow one or more User-agent lines. */
export interface Group {
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

function keyAndValue(line: string): { key: string; value: string } {
  const hash = line.indexOf('#');
  const bare = hash < 0 ? line : line.slice(0, hash);
  const colon = bare.indexOf(':');
  const parts = colon < 0 ? /^\s*(user[- ]agent|(?:dis)?allow)\s+(\S.*)$/i.exec(bare) : ['', bare.slice(0, colon), bare.slice(colon + 1)];
  const key = parts?.[1]?.trim().toLowerCase() ?? '';
  return { key: SPELLINGS[key] ?? key, value: parts?.[2]?.trim() ?? '' };
}

/** `RivalWatch/1.0 (+…)` → `rivalwatch`: version and comment do not count. */
export function productToken(agent: string): string {
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
