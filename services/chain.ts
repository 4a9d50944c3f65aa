import { ServiceError } from './types.ts';

/** What a link sees when it only looks: nothing is started, installed or fetched for it. */
export interface Look {
  /** yes: at hand. setup: would be fetched or installed first. no: cannot be used here. */
  readonly usable: 'yes' | 'setup' | 'no';
  /** What was found or why not, without a full stop. */
  readonly detail: string;
}

/** One way to a service. */
export interface Link<T> {
  /** In words, as operators read it. */
  readonly name: string;
  /** An explicit wish of the operator: when it fails, no other link is tried in its place. */
  readonly explicit?: boolean;
  look(): Promise<Look>;
  /** Takes this way. Throws {@link Unavailable} when it turns out not to be one after all; any other error ends the chain. */
  take(): Promise<T>;
}

/** This link is none on this machine: try the next one. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** The look of one link, for `rivalwatch doctor`. */
export interface LinkReport extends Look {
  readonly service: string;
  readonly link: string;
}

/**
 * Tries the links in their order, each once, and takes the first that works. An explicit link that cannot be used ends it.
 * Throws a {@link ServiceError} that names every link with its reason, and the ways out.
 */
export async function takeFirst<T>(service: string, links: readonly Link<T>[], waysOut: readonly string[], signal?: AbortSignal): Promise<T> {
  const reasons: string[] = [];
  for (const link of links) {
    signal?.throwIfAborted();
    const look = await link.look();
    const taken = look.usable === 'no' ? look.detail : await attempt(link);
    if (typeof taken !== 'string') return taken.value;
    if (link.explicit) throw new ServiceError(`${service}: ${link.name} cannot be used: ${taken}.`);
    reasons.push(`  - ${link.name}: ${taken}`);
  }
  throw new ServiceError([`${service}: none found, and none could be started. Tried:`, ...reasons, 'Ways out:', ...waysOut.map((way, i) => `  ${i + 1}. ${way}`)].join('\n'));
}

/** The service, or in words why this link is none. */
async function attempt<T>(link: Link<T>): Promise<{ readonly value: T } | string> {
  try {
    return { value: await link.take() };
  } catch (error) {
    if (error instanceof Unavailable) return error.message;
    throw error;
  }
}

/** Looks at every link without using any. */
export async function lookAtAll(service: string, links: readonly Link<unknown>[]): Promise<LinkReport[]> {
  const reports: LinkReport[] = [];
  for (const link of links) reports.push({ service, link: link.name, ...(await link.look()) });
  return reports;
}
