import { productToken, type Group, type Robots } from './parse.ts';
import { matches, normalise, pathOf } from './pattern.ts';

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
