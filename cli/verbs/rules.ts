import { Option, type Command } from 'commander';
import { evaluate } from '../../alerts/rules/evaluate.ts';
import type { RuleContext } from '../../alerts/rules/filter.ts';
import { episodeOf } from '../../alerts/rules/kinds.ts';
import { messageOf } from '../../alerts/messages/message.ts';
import { suggestion } from '../../config/mistakes.ts';
import type { Config, Rule } from '../../config/types.ts';
import type { Alert, Episode } from '../../model/alert.ts';
import type { Change } from '../../model/change.ts';
import type { ListingId } from '../../model/ids.ts';
import { changesSince } from '../../storage/changes.ts';
import { matchesOf } from '../../storage/matches.ts';
import type { Store } from '../../storage/store.ts';
import { openConfig, withStore } from '../context.ts';
import { CliError, EXIT } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { localTime, oneLine, print, table } from '../output.ts';
import { limitOf, pastTime } from '../period.ts';

interface Options extends GlobalOptions { readonly since: string; readonly limit: string }

/** `rules test`: what the configured rules would have told about the changes that are stored. Sends and writes nothing. */
export function addRules(program: Command, io: Io): void {
  const rules = program.command('rules').description('try the alert rules');
  rules.command('test').description('replay stored changes over the configured rules; show what would fire, send nothing')
    .argument('[rule]', 'only this rule')
    .option('--since <time>', 'how far back: 24h, 7d, 2026-03-29', '7d')
    .addOption(new Option('--limit <count>', 'most changes looked at, the newest').default('1000'))
    .addHelpText('after', '\nEvery change counts as confirmed by as many crawls as the rule asks for.\n\nExamples:\n  rivalwatch rules test\n  rivalwatch rules test rival-cheaper --since 30d')
    .action(async (name: string | undefined, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const since = pastTime(options.since, io.clock(), '--since');
      const limit = limitOf(options.limit);
      const { config } = await openConfig(io, options);
      const chosen = chosenRules(config, name);
      await withStore(io, config, async (store) => {
        const changes = (await changesSince(store, { since, limit })).toReversed();
        const alerts = replay(config, chosen, changes, await productsOf(store, config, changes));
        const silent = chosen.filter((rule) => !alerts.some((alert) => alert.ruleId === rule.id)).map((rule) => rule.id);
        print(io, options, { since, changes: changes.length, alerts, silent }, () => [
          table(io, ['when', 'rule', 'message', 'to'], alerts.map((alert) => [
            localTime(alert.at, config.timezone).slice(0, 16), alert.ruleId, oneLine(messageOf(alert, config).headline, 90), alert.channels.join(', ') || 'nobody',
          ])),
          `${changes.length} changes since ${localTime(since, config.timezone)}: ${alerts.length} alerts. Nothing was sent.`,
          ...(silent.length > 0 ? [`Silent: ${silent.join(', ')}.`] : []),
        ].filter(Boolean).join('\n'));
      });
    });
}

function chosenRules(config: Config, name: string | undefined): readonly Rule[] {
  if (name === undefined) return config.rules;
  const found = config.rules.filter((rule) => rule.id === name);
  if (found.length === 0) throw new CliError(EXIT.usage, `There is no rule "${name}" that is enabled.${suggestion(name, config.rules.map((rule) => rule.id))}`);
  return found;
}

type Products = ReadonlyMap<ListingId, NonNullable<RuleContext['product']>>;

/** The alerts that the rules would have made of the changes, oldest first. Pure. */
function replay(config: Config, rules: readonly Rule[], changes: readonly Change[], products: Products): readonly Alert[] {
  const episodes = new Map<string, Episode>();
  const alerts: Alert[] = [];
  for (const change of changes) {
    const product = change.listingId && products.get(change.listingId);
    const tags = config.targets.get(change.targetId)?.tags ?? [];
    for (const rule of rules) {
      const { id } = episodeOf(rule, change);
      const episode = episodes.get(id);
      const { episode: next, alert } = evaluate({ rule, change, now: change.at, context: { tags, confirmedBy: rule.confirm, ...(product && { product }) }, ...(episode && { episode }) });
      if (next) episodes.set(id, next);
      if (alert) alerts.push(alert);
    }
  }
  return alerts;
}

async function productsOf(store: Store, config: Config, changes: readonly Change[]): Promise<Products> {
  const listings = [...new Set(changes.flatMap((change) => change.listingId ?? []))];
  const matches = config.products.size === 0 ? [] : await matchesOf(store, listings);
  return new Map(matches.flatMap(({ listingId, sku, state }) => {
    const product = config.products.get(sku);
    return state === 'confirmed' && product ? [[listingId, { sku, title: product.title, price: product.price }] as const] : [];
  }));
}
