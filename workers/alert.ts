import { changesOfCrawl } from '../storage/changes.ts';
import { crawl as getCrawl, moveStage } from '../storage/crawls.ts';
import { apply } from './alert/apply.ts';
import { knownOf, productsOf } from './alert/known.ts';
import { lookAgain } from './alert/look-again.ts';
import type { Processor } from './context.ts';

/*
 * Shows the changes of a crawl to every rule; what matters becomes an alert with a delivery for each of its channels.
 *   alert/apply.ts        one change, one rule, one episode
 *   alert/look-again.ts   changes that wait for this crawl to confirm them
 *   alert/known.ts        what a rule is told beside the change
 */
export const alert: Processor<'alert'> = async (context, { crawlId }, job) => {
  const crawl = await getCrawl(context.store, crawlId);
  if (crawl?.stage !== 'alert') return;
  const config = context.config();
  const changes = await changesOfCrawl(context.store, crawlId);
  const products = await productsOf(context, config, changes);
  for (const change of changes) {
    job.signal.throwIfAborted();
    const known = knownOf(config, change, products);
    for (const rule of config.rules) await apply(context, { rule, change, known });
  }
  await lookAgain(context, config, crawl, job.signal);
  await moveStage(context.store, crawlId, 'alert', 'recommend', context.clock());
  await context.enqueue('recommend', crawlId, { crawlId });
};
