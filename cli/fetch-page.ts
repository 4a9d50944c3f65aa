import type { Config, Source } from '../config/types.ts';
import type { RawPage } from '../crawlers/fetch/port.ts';
import { brand, type SourceId } from '../model/ids.ts';
import { OUTCOME_CLASS } from '../model/outcome.ts';
import { withFetcher } from './context.ts';
import { CliError, EXIT } from './errors.ts';
import type { Io } from './io.ts';
import { outcomeText } from './outcome-words.ts';

/** Fetches one page as the workers do: robots.txt, host budget, address guard. What is no answer becomes a CliError that says why. */
export async function fetchPage(io: Io, config: Config, source: Source, url: string): Promise<RawPage> {
  return withFetcher(io, config, source, async (fetcher) => {
    let page: RawPage | undefined;
    await fetcher.fetchBatch([{ url }], source, async (fetched) => {
      switch (fetched.kind) {
        case 'answer':
          page = fetched.page;
          return;
        case 'failed': {
          const kept = ['wall', 'refused'].includes(OUTCOME_CLASS[fetched.outcome]);
          throw new CliError(kept ? EXIT.refused : EXIT.failed, outcomeText(url, fetched.outcome, fetched.detail), { outcome: fetched.outcome, url });
        }
        case 'later':
          throw new CliError(EXIT.failed, `${url}: not now (${fetched.detail}); try again after ${fetched.until.toISOString()}.`, { outcome: fetched.reason, until: fetched.until, url });
        case 'not_modified':
          throw new CliError(EXIT.failed, `${url}: the server answered "not modified" to an unconditional request.`, { url });
        default:
          fetched satisfies never;
      }
    }, io.signal);
    if (!page) throw new CliError(EXIT.failed, `${url}: stopped before an answer came.`, { url });
    return page;
  });
}

/** The configured source with the host of the address, or undefined. */
export function sourceFor(config: Config, url: string): Source | undefined {
  const { host } = new URL(url);
  return [...config.sources.values()].find((source) => source.hosts.includes(host));
}

/** A source for an address that no configured one has, treated as the file's `politeness` says. */
export function strangerSource({ politeness }: Pick<Config, 'politeness'>, url: string, platform: Source['platform'] = 'generic'): Source {
  const { host, origin } = new URL(url);
  return { id: brand<SourceId>('stranger'), url: `${origin}/`, platform, mode: 'http', allowPrivateAddresses: false, hosts: [host], fields: {}, politeness };
}
