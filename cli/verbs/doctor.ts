import { dirname } from 'node:path';
import type { Command } from 'commander';
import { deliver } from '../../alerts/channels/index.ts';
import { messageOf } from '../../alerts/messages/message.ts';
import { loadConfig } from '../../config/load.ts';
import { mistakeText, type Mistake } from '../../config/mistakes.ts';
import type { Channel, Config } from '../../config/types.ts';
import { brand, factId, type RuleId, type SourceId, type SubjectId, type TargetId } from '../../model/ids.ts';
import type { Alert } from '../../model/alert.ts';
import { describeServices, type LinkReport } from '../../services/index.ts';
import { configName, configPath, servicesOptions } from '../context.ts';
import { CliError, EXIT, type ExitCode } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { oneLine, paint, print, table } from '../output.ts';

interface ChannelReport { readonly channel: string; readonly type: string; readonly result: 'not tried' | 'sent' | 'passing_failure' | 'permanent_failure'; readonly answer: string }

/** `doctor`: configuration, services, browser and channels: what is there, what is missing, what to do. Starts and fetches nothing. */
export function addDoctor(program: Command, io: Io): void {
  program.command('doctor').description('look at configuration, services, browser and channels; say what is missing')
    .option('--send', 'send a test message to every channel')
    .addHelpText('after', '\nExamples:\n  rivalwatch doctor\n  rivalwatch doctor --send')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { send?: boolean }>();
      const loaded = await loadConfig(configPath(io, options), io.env);
      const config = loaded.ok ? loaded.config : undefined;
      const services = await lookAtServices(io, options, config);
      const missing = [...new Set(services.map((link) => link.service))].filter((service) => services.every((link) => link.service !== service || link.usable === 'no'));
      const channels = await Promise.all([...(config?.channels.values() ?? [])].map((channel) => tryChannel(io, channel, options.send ? config : undefined)));
      const failed = channels.filter((channel) => channel.result.endsWith('_failure'));
      const mistakes = loaded.ok ? [] : loaded.mistakes;
      const data = { ok: mistakes.length + missing.length + failed.length === 0, configuration: { file: configName(io, options), mistakes, warnings: loaded.ok ? loaded.warnings : [] }, services, missing, channels };
      if (data.ok || !options.json) print(io, options, data, () => report(io, data));
      if (!data.ok) throw new CliError(codeOf(mistakes.length, missing.length), summary(mistakes.length, missing, failed), data);
    });
}

function codeOf(mistakes: number, missing: number): ExitCode {
  if (mistakes > 0) return EXIT.usage;
  return missing > 0 ? EXIT.unavailable : EXIT.failed;
}

function summary(mistakes: number, missing: readonly string[], failed: readonly ChannelReport[]): string {
  return [
    ...(mistakes > 0 ? ['the configuration has mistakes'] : []),
    ...(missing.length > 0 ? [`no way to ${missing.join(', ')}`] : []),
    ...(failed.length > 0 ? [`failed: ${failed.map(({ channel }) => channel).join(', ')}`] : []),
  ].join('; ');
}

/** Chromium is looked for when a source needs it, and when nothing is known of the sources. */
function lookAtServices(io: Io, options: GlobalOptions, config: Config | undefined): Promise<LinkReport[]> {
  const needsBrowser = !config || [...config.sources.values()].some((source) => source.mode === 'browser');
  const { mongodb, redis, chromium } = config?.storage ?? {};
  return describeServices({ mongodb: { uri: mongodb }, redis: { url: redis }, chromium: needsBrowser ? { path: chromium } : false }, servicesOptions(io, { folder: dirname(configPath(io, options)) }));
}

async function tryChannel(io: Io, channel: Channel, config: Config | undefined): Promise<ChannelReport> {
  const about = { channel: channel.id, type: channel.settings.type };
  if (!config) return { ...about, result: 'not tried', answer: '' };
  const now = io.clock();
  const message = messageOf(testAlert(channel, now), { language: channel.language, timezone: channel.receiver.timezone });
  const { result, answer } = await deliver(channel.settings, message, { deliveryId: factId('delivery', 'doctor', channel.id, now.getTime()), signal: io.signal, now });
  return { ...about, result, answer };
}

/** A record that says of itself that it is a test. It is sent and not stored. */
function testAlert(channel: Channel, at: Date): Alert {
  const subjectId = brand<SubjectId>('doctor');
  return {
    id: factId('alert', 'doctor', at.getTime()), episodeId: factId('episode', 'doctor', at.getTime()), ruleId: brand<RuleId>('doctor'), severity: 'info', moment: 'fired', at, channels: [channel.id],
    reason: { baseline: 'previous' },
    change: {
      id: factId('change', 'doctor', at.getTime()), sourceId: brand<SourceId>('rivalwatch'), targetId: brand<TargetId>('doctor'), subjectId, crawlId: factId('crawl', 'doctor', at.getTime()), at,
      title: 'Test message of "rivalwatch doctor" 测试消息', url: 'https://rivalwatch.invalid/doctor', detail: { kind: 'page_text', diff: '+ this channel works 通道正常', added: 1, removed: 0 },
    },
  };
}

type Report = { readonly configuration: { readonly file: string; readonly mistakes: readonly Mistake[]; readonly warnings: readonly string[] }; readonly services: readonly LinkReport[]; readonly channels: readonly ChannelReport[] };

function report(io: Io, { configuration, services, channels }: Report): string {
  const mark = { yes: paint(io, 'green', 'yes'), setup: paint(io, 'yellow', 'would be fetched'), no: 'no' };
  return [
    configuration.mistakes.length === 0 ? `${paint(io, 'green', 'ok')} ${configuration.file}` : `${paint(io, 'red', 'wrong')} ${configuration.file}\n${configuration.mistakes.map((mistake) => `  ${mistakeText(mistake)}`).join('\n')}`,
    ...configuration.warnings.map((warning) => `${paint(io, 'yellow', 'warning:')} ${warning}`),
    table(io, ['service', 'usable', 'way', 'found'], services.map((link) => [link.service, mark[link.usable], oneLine(link.link, 50), oneLine(link.detail, 80)])),
    table(io, ['channel', 'type', 'test', 'answer'], channels.map((channel) => [channel.channel, channel.type, channel.result.replace('_', ' '), oneLine(channel.answer, 80)])),
    // The table has room for the beginning of an answer; what to do stands at its end.
    ...channels.filter((channel) => channel.result.endsWith('_failure') && channel.answer.length > 80).map((channel) => `${paint(io, 'red', `${channel.channel}:`)} ${oneLine(channel.answer, 500)}`),
  ].filter(Boolean).join('\n');
}
