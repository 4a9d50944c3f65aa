import { changesOfCrawl } from '../storage/changes.ts';
import { crawl as getCrawl, moveStage } from '../storage/crawls.ts';
import { adviseFirst } from './alert/details.ts';
import { lookAgain } from './alert/look-again.ts';
import { lookAtListings } from './alert/look-at-listings.ts';
import { rulesOf } from './alert/rules.ts';
import { showChanges } from './alert/show-changes.ts';
import type { Processor } from './context.ts';

/*
 * Shows the changes of a crawl to every rule; what matters becomes an alert with a delivery for each of its channels.
 *   alert/show-changes.ts      the changes that the crawl found
 *   alert/look-again.ts        changes that wait for this crawl to confirm them
 *   alert/look-at-listings.ts  listings as they stand, for rules about states
 *   alert/move-episode.ts      one episode, moved and written so that nothing is told twice or lost
 *   alert/known.ts             what a rule is told beside the change
 *   alert/details.ts           what a message says beside it: whose offer, how sure, what is advised
 * What is due by the clock alone (escalations, the end of a snooze) stands in alert/due.ts, for the tick.
 */
export const alert: Processor<'alert'> = async (context, { crawlId }, job) => {
  const crawl = await getCrawl(context.store, crawlId);
  if (crawl?.stage !== 'alert') return;
  const config = context.config();
  const changes = await changesOfCrawl(context.store, crawlId);
  let advised: Promise<void> | undefined;
  const advise = (): Promise<void> => (advised ??= adviseFirst(context, crawl, job.signal));
  if (changes.length > 0) await advise();
  await showChanges(context, config, rulesOf(config), changes, job.signal);
  await lookAgain(context, config, crawl, job.signal);
  await lookAtListings(context, config, crawl, { advise, signal: job.signal });
  await moveStage(context.store, crawlId, 'alert', 'recommend', context.clock());
  await context.enqueue('recommend', crawlId, { crawlId });
};
