import { evaluate } from '../alerts/rules/evaluate.ts';
import type { RuleContext } from '../alerts/rules/filter.ts';
import { episodeOf } from '../alerts/rules/kinds.ts';
import type { Config, Rule } from '../config/types.ts';
import type { Alert, Episode } from '../model/alert.ts';
import type { Change } from '../model/change.ts';
import type { ListingId } from '../model/ids.ts';
import { insertAlert } from '../storage/alerts.ts';
import { change as getChange, changesOfCrawl } from '../storage/changes.ts';
import { crawl as getCrawl, moveStage } from '../storage/crawls.ts';
import { deliveryId, insertDeliveries } from '../storage/deliveries.ts';
import type { CrawlDocument } from '../storage/documents.ts';
import { episode as getEpisode, saveEpisode, waitingEpisodes } from '../storage/episodes.ts';
import { matchesOf } from '../storage/matches.ts';
import type { Context, Processor } from './context.ts';

/** Shows the changes of a crawl to every rule; what matters becomes an alert with a delivery for each of its channels. */
export const alert: Processor<'alert'> = async (context, { crawlId }, job) => {
  const crawl = await getCrawl(context.store, crawlId);
  if (crawl?.stage !== 'alert') return;
  const config = context.config();
  const changes = await changesOfCrawl(context.store, crawlId);
  const products = await productsOf(context, config, changes.flatMap((change) => change.listingId ?? []));
  for (const change of changes) {
    job.signal.throwIfAborted();
    const known = contextOf(config, change, products);
    for (const rule of config.rules) await apply(context, { rule, change, known });
  }
  await lookAgain(context, config, crawl);
  await moveStage(context.store, crawlId, 'alert', 'recommend', context.clock());
  await context.enqueue('recommend', crawlId, { crawlId });
};

/** Another worker may write the same episode in between this often before the job is tried again. */
const ROUNDS = 8;
/** Waiting episodes looked at with one crawl. */
const MOST_WAITING = 1_000;

interface Application {
  readonly rule: Rule;
  readonly change: Change;
  readonly known: RuleContext;
  /** The crawl that confirms a waiting change. */
  readonly confirming?: CrawlDocument;
}

/**
 * Moves one episode by one change. The decided alert is written into the episode first, in one guarded update, and from there
 * into alerts and deliveries: a crash in between loses nothing, and of two workers only one decides.
 */
async function apply(context: Context, { rule, change, known, confirming }: Application): Promise<void> {
  const { store } = context;
  const { id } = episodeOf(rule, change);
  for (let round = 0; round < ROUNDS; round += 1) {
    const stored = await getEpisode(store, id);
    if (stored?.outbox) {
      await empty(context, stored, stored.outbox);
      continue;
    }
    if (confirming && (stored?.waiting?.changeId !== change.id || stored.confirmedIn === confirming._id)) return;
    const confirmedBy = confirming ? Math.max(1, stored?.seen ?? 1) + 1 : 1;
    const result = evaluate({ rule, change, context: { ...known, confirmedBy }, now: context.clock(), ...(stored ? { episode: stored } : {}) });
    if (!result.episode) return;
    const next: Episode = { ...result.episode, ...(result.alert ? { outbox: result.alert } : {}), ...(confirming ? { confirmedIn: confirming._id } : {}) };
    if (!await saveEpisode(store, next, stored?.rev ?? null)) continue;
    if (result.alert) await empty(context, next, result.alert);
    return;
  }
  throw new Error(`episode ${id} of rule ${rule.id} was written by other workers ${ROUNDS} times in a row; trying again helps`);
}

/** Writes the alert of an episode's outbox with its deliveries, then takes it out. Doing it again changes nothing. */
async function empty(context: Context, episode: Episode, decided: Alert): Promise<void> {
  const { store, metrics } = context;
  const now = context.clock();
  if (await insertAlert(store, decided, now)) metrics.alert(decided.ruleId);
  await insertDeliveries(store, decided.id, decided.channels, now);
  const { outbox: _, ...rest } = episode;
  await saveEpisode(store, { ...rest, rev: episode.rev + 1 }, episode.rev);
  for (const channel of decided.channels) {
    const id = deliveryId(decided.id, channel);
    await context.enqueue('notify', id, { deliveryId: id });
  }
}

/** Changes that wait for confirmation or for the end of a cooldown, when this crawl watched their target again. */
async function lookAgain(context: Context, config: Config, crawl: CrawlDocument): Promise<void> {
  if (crawl.verdict !== 'good' && crawl.verdict !== 'partial') return;
  const rules = new Map(config.rules.map((rule) => [rule.id, rule]));
  for (const episode of await waitingEpisodes(context.store, MOST_WAITING)) {
    const rule = rules.get(episode.ruleId);
    const change = rule && episode.waiting ? await getChange(context.store, episode.waiting.changeId) : undefined;
    if (!rule || change?.targetId !== crawl.targetId || change.crawlId === crawl._id) continue;
    const products = await productsOf(context, config, change.listingId ? [change.listingId] : []);
    await apply(context, { rule, change, known: contextOf(config, change, products), confirming: crawl });
  }
}

type Products = ReadonlyMap<ListingId, NonNullable<RuleContext['product']>>;

/** The operator's own product of each listing, where a match is confirmed. */
async function productsOf(context: Context, config: Config, listings: readonly ListingId[]): Promise<Products> {
  const found = new Map<ListingId, NonNullable<RuleContext['product']>>();
  if (config.products.size === 0 || listings.length === 0) return found;
  for (const match of await matchesOf(context.store, listings)) {
    const product = config.products.get(match.sku);
    if (match.state === 'confirmed' && product) found.set(match.listingId, { sku: product.sku, title: product.title, price: product.price });
  }
  return found;
}

function contextOf(config: Config, change: Change, products: Products): RuleContext {
  const product = change.listingId && products.get(change.listingId);
  return { tags: config.targets.get(change.targetId)?.tags ?? [], ...(product ? { product } : {}) };
}
