import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { loadConfig } from '../../config/load.ts';
import { suggestion } from '../../config/mistakes.ts';
import { PRESET_WORDS, PRESETS } from '../../config/preset-words.ts';
import { loadRules } from '../../config/rules-file.ts';
import type { Config, Rule } from '../../config/types.ts';
import { openConfig, withStore } from '../context.ts';
import { CliError, configError, EXIT } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { counted, localTime, print, table } from '../output.ts';
import { limitOf, pastTime } from '../period.ts';
import { pastOf } from '../rules/past.ts';
import { compareTrials, RuleTrial, type Trial } from '../rules/trial.ts';
import { comparedText, trialText } from '../rules/trial-text.ts';
import { refuseOthers } from '../subcommands.ts';

interface Options extends GlobalOptions { readonly since: string; readonly limit: string; readonly against?: string }

/** `rules`: the ready rules in both languages, and those in force. `rules test`: what they would have told of what is stored. Neither sends or writes anything. */
export function addRules(program: Command, io: Io): void {
  const rules = program.command('rules').description('the ready alert rules and those in force; "rules test" tries them on stored history')
    .addHelpText('after', '\nExamples:\n  rivalwatch rules\n  rivalwatch rules test --since 30d')
    .allowExcessArguments()
    .action(async (_options: unknown, command: Command) => {
      refuseOthers(command);
      await list(io, command.optsWithGlobals<GlobalOptions>());
    });
  rules.command('test').description('show stored history to the configured rules; say what they would have told, send nothing')
    .argument('[rule]', 'only this rule')
    .option('--since <time>', 'how far back: 24h, 7d, 2026-03-29', '7d')
    .option('--against <file>', 'compare with the rules of another file: a "rules" section alone, or a whole configuration')
    .addOption(new Option('--limit <count>', 'most changes looked at, the newest').default('10000'))
    .addHelpText('after', '\nThe rules begin with nothing told, as rules that were added then: what was so at that time is told first, as "Already". States, confirmation and how long\nsomething lasts are looked at with each crawl that is on record (retention.crawlDays).\n\nExamples:\n  rivalwatch rules test\n  rivalwatch rules test rival-cheaper --since 30d\n  rivalwatch rules test --since 30d --against quieter.yaml')
    .action(async (name: string | undefined, _options: unknown, command: Command) => test(io, name, command.optsWithGlobals<Options>()));
}

async function list(io: Io, options: GlobalOptions): Promise<void> {
  const { config } = await openConfig(io, options);
  const presets = PRESETS.map((preset) => ({ preset, ...PRESET_WORDS[preset] }));
  const inForce = config.rules.map((rule) => ({ rule: rule.id, preset: rule.preset ?? null, on: rule.on, state: rule.state ?? null, severity: rule.severity, channels: rule.channels }));
  print(io, options, { rules: inForce, presets }, () => [
    inForce.length === 0 ? 'No rules are in force.' : table(io, ['rule', 'preset', 'about', 'severity', 'to'], inForce.map((one) => [one.rule, one.preset ?? '', one.state ?? one.on.join(', '), one.severity, one.channels.join(', ') || 'nobody'])),
    '', 'Ready rules ("preset:" in a rule):',
    ...presets.map(({ preset, ...words }) => `  ${preset}\n    ${words.en.name}: ${words.en.tells}\n    ${words['zh-CN'].name}：${words['zh-CN'].tells}`),
  ].join('\n'));
}

async function test(io: Io, name: string | undefined, options: Options): Promise<void> {
  const now = io.clock();
  const limit = limitOf(options.limit, 200_000);
  const { config } = await openConfig(io, options);
  const since = pastTime(options.since, now, '--since', config.timezone);
  const other = options.against === undefined ? undefined : await otherConfig(io, config, options.against);
  const chosen = chosenRules(config, name, other);
  await withStore(io, config, async (store) => {
    const trial = new RuleTrial(config, chosen);
    const otherRules = other?.rules.filter((rule) => name === undefined || rule.id === name) ?? [];
    const second = other && new RuleTrial(other, otherRules);
    const looked = { changes: 0, crawls: 0 };
    for await (const past of pastOf(store, config, { since, until: now, limit, rules: [...chosen, ...otherRules] })) {
      trial.take(past, now);
      second?.take(past, now);
      looked.changes += past.changes.length;
      looked.crawls = Math.max(looked.crawls, past.crawls.length);
    }
    const tried = trial.result(since, now);
    const notes = [`${counted(looked.changes, 'change')} and ${counted(looked.crawls, 'crawl')} since ${localTime(since, config.timezone)}: ${counted(tried.alerts.length, 'alert')}. Nothing was sent.`, ...(looked.crawls === 0 ? [NO_CRAWLS] : [])];
    if (second) compare(io, options, { config, looked, since, notes, before: tried, after: second.result(since, now) });
    else show(io, options, { config, looked, since, notes, tried });
  });
}

const NO_CRAWLS = 'No crawl of that time is on record: what must be confirmed, or must last, and states are not seen.';

interface Looked {
  readonly config: Config;
  readonly since: Date;
  readonly looked: { readonly changes: number; readonly crawls: number };
  readonly notes: readonly string[];
}

function show(io: Io, options: Options, { config, since, looked, notes, tried }: Looked & { readonly tried: Trial }): void {
  const silent = tried.rules.filter(({ alerts }) => alerts === 0).map(({ rule }) => rule);
  print(io, options, { since, ...looked, alerts: tried.alerts, rules: tried.rules, silent }, () => [trialText(io, config, tried), '', ...notes, ...(silent.length > 0 ? [`Silent: ${silent.join(', ')}.`] : [])].join('\n'));
}

function compare(io: Io, options: Options, { config, since, looked, notes, before, after }: Looked & { readonly before: Trial; readonly after: Trial }): void {
  const compared = compareTrials(before, after);
  const names = { before: options.config, after: options.against ?? '' };
  print(io, options, { since, ...looked, before, after, compared }, () => [comparedText(io, config, compared, names), '', ...notes, `With ${names.after}: ${after.alerts.length} alerts.`].join('\n'));
}

/** A whole configuration, or this one with the rules of the file. */
async function otherConfig(io: Io, config: Config, path: string): Promise<Config> {
  const file = resolve(io.cwd, path);
  const whole = await loadConfig(file, io.env);
  if (whole.ok) return whole.config;
  const loaded = await loadRules(file, io.env);
  if (!loaded.ok) throw configError(loaded.mistakes);
  const everybody = [...config.channels.keys()];
  return { ...config, rules: loaded.rules.map((rule) => (rule.channels.length === 0 ? { ...rule, channels: everybody } : rule)) };
}

function chosenRules(config: Config, name: string | undefined, other: Config | undefined): readonly Rule[] {
  if (name === undefined) return config.rules;
  const found = config.rules.filter((rule) => rule.id === name);
  const known = [...config.rules, ...(other?.rules ?? [])].map((rule) => rule.id);
  if (found.length === 0 && !known.some((id) => id === name)) throw new CliError(EXIT.usage, `There is no rule "${name}" that is enabled.${suggestion(name, known)}`);
  return found;
}
