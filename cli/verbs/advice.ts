import type { Command } from 'commander';
import type { Config } from '../../config/types.ts';
import type { Advice, Recommendation } from '../../model/advice.ts';
import { decidableRecommendations, decideRecommendations, openRecommendations, recommendationsByIds, type AdviceDecision } from '../../storage/recommendations.ts';
import { takeBackMatches } from '../../workers/match.ts';
import { adviseAgain, adviseOnSkus } from '../../workers/recommend.ts';
import { openConfig, withStore } from '../context.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { logFor } from '../log.ts';
import { eachNamed, type Naming } from '../named.ts';
import { localTime, oneLine, padded, paint, print, wrapped } from '../output.ts';
import { skusNamed } from '../skus.ts';
import { namesBelow } from '../subcommands.ts';
import { adviceWords } from '../words.ts';

/**
 * `advice`: the recommendations that hold now, each with its reason and what went into it; `advice accept`, `dismiss` and `reopen`: the operator's word. Brought in line with the tables as they are first: what was
 * advised before a floor was raised, or after a rival that was not seen since, must not be read as if it held.
 */
export function addAdvice(program: Command, io: Io): void {
  const verb = program.command('advice').description('what to do now: pricing and listing recommendations with their reasons')
    .argument('[skus...]', 'only for these products')
    .addHelpText('after', '\nExamples:\n  rivalwatch advice\n  rivalwatch advice RUN-001 --json\n  rivalwatch advice dismiss rec_1f4a')
    .action(async (typed: readonly string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const { config } = await openConfig(io, options);
      const skus = skusNamed(config, typed, namesBelow(command));
      await withStore(io, config, async (store) => {
        const context = { config: () => config, store, clock: io.clock, log: logFor(io, 'error') };
        await takeBackMatches(context);
        await adviseAgain(context);
        const recommendations = (await openRecommendations(store, io.clock(), typed.length > 0 ? skus : undefined)).toSorted((a, b) => (a.sku < b.sku ? -1 : a.sku > b.sku ? 1 : b.createdAt.getTime() - a.createdAt.getTime()));
        print(io, options, { recommendations }, () => (recommendations.length === 0 ? nothing(config) : recommendations.map((one) => shown(io, config, one)).join('\n\n')));
      });
    });
  for (const { word, state, what } of DECISIONS) {
    verb.command(word).description(what)
      .argument('<ids...>', 'ids from "rivalwatch advice", or the beginning of one')
      .addHelpText('after', `\nExamples:\n  rivalwatch advice ${word} rec_1f4a\n  rivalwatch advice ${word} rec_1f4a rec_90cd --json`)
      .action(async (ids: readonly string[], _options: unknown, command: Command) => decide(io, command.optsWithGlobals<GlobalOptions>(), ids, state));
  }
}

const DECISIONS: readonly { readonly word: string; readonly state: AdviceDecision; readonly what: string }[] = [
  { word: 'accept', state: 'accepted', what: 'you do it: not advised again until the time it holds for is over' },
  { word: 'dismiss', state: 'dismissed', what: 'you do not: the same is not advised again until something else was' },
  { word: 'reopen', state: 'open', what: 'take back what you said of it' },
];
const RECOMMENDATIONS: Naming = { prefix: 'rec', one: 'recommendation', several: 'recommendations', shown: '"rivalwatch advice"' };

/** Writes the operator's word about all of them or, when one is named wrongly, about none, and advises anew. */
async function decide(io: Io, options: GlobalOptions, typed: readonly string[], state: AdviceDecision): Promise<void> {
  const { config } = await openConfig(io, options);
  await withStore(io, config, async (store) => {
    const meant = eachNamed(typed, await decidableRecommendations(store, [...config.products.keys()]), RECOMMENDATIONS);
    await decideRecommendations(store, meant.map(({ id }) => id), state, io.clock());
    await adviseOnSkus({ config: () => config, store, clock: io.clock, log: logFor(io, 'error') }, meant.map(({ sku }) => sku));
    // What was reopened and is not what would be advised now is superseded at once.
    const recommendations = await recommendationsByIds(store, meant.map(({ id }) => id));
    print(io, options, { recommendations }, () => recommendations.map((one) => shown(io, config, one)).join('\n\n'));
  });
}

function nothing(config: Config): string {
  return config.products.size === 0 ? 'No advice: the configuration names no own products (products: products.csv).' : 'No advice holds now.';
}

const WIDTH = 96;
const INDENT = 2;

function shown(io: Io, config: Config, { id, state, sku, advice, reason, inputs, expiresAt }: Recommendation): string {
  const title = config.products.get(sku)?.title ?? '';
  const labels = Math.max(...inputs.map((input) => input.name.length), 0);
  return [
    [paint(io, 'bold', id), ...(state === 'open' ? [] : [STATES[state]]), sku, oneLine(title, 60)].join('  '),
    `${' '.repeat(INDENT)}${paint(io, COLOURS[advice.kind], adviceWords(advice, config.language))}`,
    ...wrapped(reason, WIDTH, 5).map((line) => `${' '.repeat(INDENT)}${line}`),
    ...inputs.map((input) => paint(io, 'dim', `${' '.repeat(INDENT * 2)}${padded(input.name, labels)}  ${oneLine([input.value, input.url].filter(Boolean).join('  '), WIDTH)}`)),
    paint(io, 'dim', `${' '.repeat(INDENT)}holds until ${localTime(expiresAt, config.timezone)}`),
  ].join('\n');
}

const STATES = { accepted: 'accepted by you', dismissed: 'dismissed by you', superseded: 'superseded: something else is advised now', expired: 'expired' } as const;

const COLOURS = { lower_price: 'yellow', raise_price: 'green', hold_price: 'cyan', add_keywords: 'cyan', add_images: 'cyan', add_attributes: 'cyan' } as const satisfies Record<Advice['kind'], 'yellow' | 'green' | 'cyan'>;
