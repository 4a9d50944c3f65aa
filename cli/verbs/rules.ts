import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { loadConfig } from '../../config/load.ts';
import { suggestion } from '../../config/mistakes.ts';
import { PRESET_WORDS } from '../../config/preset-words.ts';
import { PRESETS } from '../../config/rules.ts';
import type { Config, Rule } from '../../config/types.ts';
import { changesSince } from '../../storage/changes.ts';
import { surroundingsOf } from '../../workers/alert/known.ts';
import { openConfig, withStore } from '../context.ts';
import { CliError, configError, EXIT } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { localTime, print, table } from '../output.ts';
import { limitOf, pastTime } from '../period.ts';
import { compareTrials, tryRules } from '../rules/trial.ts';
import { comparedText, trialText } from '../rules/trial-text.ts';

interface Options extends GlobalOptions { readonly since: string; readonly limit: string; readonly against?: string }

/** `rules`: the ready rules in both languages, and those in force. `rules test`: what they would have told of what is stored. Neither sends or writes anything. */
export function addRules(program: Command, io: Io): void {
  const rules = program.command('rules').description('the ready alert rules and those in force; "rules test" tries them on stored history')
    .addHelpText('after', '\nExamples:\n  rivalwatch rules\n  rivalwatch rules test --since 30d')
    .action(async (_options: unknown, command: Command) => list(io, command.optsWithGlobals<GlobalOptions>()));
  rules.command('test').description('replay stored changes over the configured rules; show what would fire, send nothing')
    .argument('[rule]', 'only this rule')
    .option('--since <time>', 'how far back: 24h, 7d, 2026-03-29', '7d')
    .option('--against <file>', 'compare with the rules of another configuration file')
    .addOption(new Option('--limit <count>', 'most changes looked at, the newest').default('10000'))
    .addHelpText('after', '\nEvery change counts as confirmed by as many crawls as the rule asks for, and as lasting. States are only seen where a change led to them.\n\nExamples:\n  rivalwatch rules test\n  rivalwatch rules test rival-cheaper --since 30d\n  rivalwatch rules test --since 30d --against quieter.yaml')
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
  const since = pastTime(options.since, now, '--since');
  const limit = limitOf(options.limit, 200_000);
  const { config } = await openConfig(io, options);
  const other = options.against === undefined ? undefined : await otherConfig(io, options.against);
  const chosen = chosenRules(config, name, other);
  await withStore(io, config, async (store) => {
    const changes = (await changesSince(store, { since, limit })).toReversed();
    const input = { changes, since, until: now, surroundings: await surroundingsOf(store, config, changes) };
    const trial = tryRules({ ...input, config, rules: chosen });
    const silent = trial.rules.filter(({ alerts }) => alerts === 0).map(({ rule }) => rule);
    const sum = `${changes.length} changes since ${localTime(since, config.timezone)}: ${trial.alerts.length} alerts. Nothing was sent.`;
    if (!other) return print(io, options, { since, changes: changes.length, alerts: trial.alerts, rules: trial.rules, silent }, () => [trialText(io, config, trial), '', sum, ...(silent.length > 0 ? [`Silent: ${silent.join(', ')}.`] : [])].join('\n'));
    const second = tryRules({ ...input, config: other, rules: other.rules.filter((rule) => name === undefined || rule.id === name) });
    const compared = compareTrials(trial, second);
    const names = { before: options.config, after: options.against ?? '' };
    print(io, options, { since, changes: changes.length, before: trial, after: second, compared }, () => [comparedText(io, config, compared, names), '', sum, `With ${names.after}: ${second.alerts.length} alerts.`].join('\n'));
  });
}

async function otherConfig(io: Io, path: string): Promise<Config> {
  const loaded = await loadConfig(resolve(io.cwd, path), io.env);
  if (!loaded.ok) throw configError(loaded.mistakes);
  return loaded.config;
}

function chosenRules(config: Config, name: string | undefined, other: Config | undefined): readonly Rule[] {
  if (name === undefined) return config.rules;
  const found = config.rules.filter((rule) => rule.id === name);
  const known = [...config.rules, ...(other?.rules ?? [])].map((rule) => rule.id);
  if (found.length === 0 && !known.some((id) => id === name)) throw new CliError(EXIT.usage, `There is no rule "${name}" that is enabled.${suggestion(name, known)}`);
  return found;
}
