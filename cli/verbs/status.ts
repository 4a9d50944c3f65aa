import type { Command } from 'commander';
import { crawlsByIds } from '../../storage/crawls.ts';
import { archiveSize } from '../../storage/archive.ts';
import { matchesOfSkus } from '../../storage/matches.ts';
import { allTargets } from '../../storage/targets.ts';
import { channelLines, channelStands } from '../channel-stands.ts';
import { openConfig, withStore } from '../context.ts';
import { crawlDoubts } from '../crawl-doubts.ts';
import { deliveryLines, deliveryTroubles } from '../delivery-troubles.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { counted, print, sizeText } from '../output.ts';
import { targetStand, targetTable } from '../target-stands.ts';
import { workLines, workStands } from '../work-stands.ts';

/** `status`: every target with its last crawl and its next run, whether anything is worked on at all, and what was not delivered. */
export function addStatus(program: Command, io: Io): void {
  program.command('status').description('every target: last crawl, verdict, next run, whether it is broken, blocked or unreachable; whether a process runs; what was not delivered')
    .addHelpText('after', '\nExamples:\n  rivalwatch status\n  rivalwatch status --json | jq ".targets[] | select(.verdict != \\"good\\")"')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const { config } = await openConfig(io, options);
      await withStore(io, config, async (store) => {
        const stored = (await allTargets(store)).filter((state) => config.targets.has(state._id));
        const crawls = new Map((await crawlsByIds(store, stored.flatMap(({ lastCrawlId }) => lastCrawlId ?? []))).map((crawl) => [crawl._id, crawl]));
        const states = stored.map((state) => ({ state, last: state.lastCrawlId && crawls.get(state.lastCrawlId) }));
        const never = [...config.targets.keys()].filter((id) => !states.some(({ state }) => state._id === id));
        const archive = await archiveSize(store);
        const deliveries = await deliveryTroubles(store, io.clock());
        const channels = await channelStands(store, config);
        const work = await workStands(store, config, io.clock());
        const proposed = (await matchesOfSkus(store, [...config.products.keys()])).filter(({ state }) => state === 'proposed').length;
        const data = { work, targets: states.map(({ state, last }) => targetStand(state, last)), neverPlanned: never, channels, deliveries, proposedMatches: proposed, archive };
        print(io, options, data, () => [
          targetTable(io, data.targets, config),
          ...states.flatMap(({ last }) => (last ? crawlDoubts(io, last) : [])),
          ...(never.length > 0 ? [`Not planned yet: ${never.join(', ')}. "rivalwatch run" does it.`] : []),
          ...workLines(io, work),
          ...channelLines(io, channels, config),
          ...deliveryLines(io, deliveries, config),
          ...(proposed > 0 ? [`Proposed, and waiting for your word: ${proposed === 1 ? '1 match' : `${proposed} matches`}. "rivalwatch matches" shows them.`] : []),
          `Archive: ${counted(archive.answers, 'answer')}, ${sizeText(archive.storedBytes)}.`,
        ].filter(Boolean).join('\n'));
      });
    });
}
