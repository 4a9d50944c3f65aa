import { oneLine, paint } from '../cli/output.ts';
import { adviceWords } from '../cli/words.ts';
import type { Progress } from '../crawlers/batch-run.ts';
import { CHANNEL_NAMES, CHANNEL_TITLES, type ChannelName } from './channels.ts';
import { changeLine, pathOf } from './facts.ts';
import type { Recorded } from './recorded.ts';
import { fit, type Paint } from './report.ts';
import type { Scene } from './scenes/scene.ts';

/** Where the demo writes: a terminal shows the crawl in one line that moves, anything else gets a line per page. */
export interface Screen {
  readonly say: (line: string) => void;
  readonly progress: (page: Progress) => void;
  readonly columns: number;
  /** Colours on a terminal, nothing elsewhere. */
  readonly paint: Paint;
}

/** A screen on a stream such as standard output. */
export function openScreen(out: NodeJS.WriteStream): Screen {
  const columns = out.columns ?? 160;
  const live = out.isTTY;
  let pages = 0;
  return {
    columns, paint: (style, text) => paint({ isTty: live, env: process.env }, style, text),
    say: (line) => void out.write(`${live ? '\r\u001b[2K' : ''}${line}\n`),
    progress: ({ targetId, url, outcome, detail }) => {
      pages += 1;
      const no = `  ${String(pages).padStart(4)} `;
      const rest = oneLine(`${outcome.padEnd(12)} ${targetId.padEnd(18)} ${pathOf(url)}${outcome === 'ok' || detail === '' ? '' : `  (${detail})`}`, (live ? columns - 1 : 180) - no.length);
      out.write(live ? `\r\u001b[2K${no}${rest}` : `${no}${rest}\n`);
    },
  };
}

/** The heading of a scene, in both languages, and the time when some has passed. */
export function sceneHeading({ title, titleZh, later }: Scene, no: number, of: number): string {
  return `\n── ${no}/${of} ${later === undefined ? '' : `${later} later: `}${title} · ${titleZh}`;
}

/** What a scene brought, as an operator reads it: changes in short, messages, advice with its reason. */
export function sceneStory(fresh: Recorded, columns: number): string[] {
  const room = Math.max(60, Math.min(140, columns - LABEL - 5));
  const changes = fresh.changes.slice(0, 6).map((change) => labelled('change', oneLine(changeLine(change), room + 2)));
  const looks = fresh.looks.map(({ targetId, real }) => labelled('look', `${targetId} was fetched again: ${real ? 'the price is real' : 'the price was a misreading, nobody is told'}`));
  const messages = CHANNEL_NAMES.flatMap((name) => (fresh.messages.get(name) ?? []).flatMap((words) => block(name, words, room)));
  const advice = fresh.recommendations.filter((one) => one.state === 'open').map((one) => labelled('advice', `${one.sku}: ${adviceWords(one.advice, 'en')}. ${one.reason}`));
  return [...changes, ...looks, ...messages, ...advice];
}

const LABEL = 10;

function labelled(label: string, text: string): string {
  return `  ${fit(label, LABEL)} ${text}`;
}

/** Lines that are shown of a message: all but the longest ones on the two main channels, the beginning on the others, which say the same. */
const MOST_LINES: Readonly<Record<ChannelName, number>> = { slack: 14, email: 14, bot: 5, hook: 5, feishu: 5, dingtalk: 9, wecom: 5, telegram: 5, teams: 5, discord: 5 };

function block(channel: ChannelName, words: string, room: number): string[] {
  const all = asShown(words).split('\n').map((line) => line.trim()).filter((line) => line !== '');
  // A notification, or a subject, which the first line repeats.
  const lines = all.filter((line, i) => i === 0 || line !== all[i - 1]).join('\n').replaceAll(']\n[', '] [').split('\n');
  const most = MOST_LINES[channel];
  const shown = lines.slice(0, most).map((line, i) => labelled(i === 0 ? CHANNEL_TITLES[channel] : '', `│ ${oneLine(line, room)}`));
  return lines.length > most ? [...shown, labelled('', `│ … ${lines.length - most} more lines`)] : shown;
}

/** The mark-up of chats, and what it looks like there: links, words in bold, colours, and buttons by their label alone. */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/<(https?:[^<>|]+)\|([^<>]+)>/g, '$2: $1'], [/^\*([^*\n]+?)[:：]?\*\n/gm, '$1: '], [/<\/?font[^<>]*>|\*\*|^[#>]+ /gm, ''], [/\[([^\]\n]+)\]\((https?:[^()\s]+)\)/g, '$1: $2'],
  [/ ?([^\n·:：]{1,24}?)[:：] ?https?:\/\/\S+\/alerts\/\S+/g, ' [$1]'], [/\\([^\w\s])/g, '$1'], [/&lt;/g, '<'], [/&gt;/g, '>'], [/&amp;/g, '&'],
];

function asShown(words: string): string {
  return LOOKS.reduce((text, [pattern, look]) => text.replaceAll(pattern, look), words);
}
