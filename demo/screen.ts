import { oneLine } from '../cli/output.ts';
import { adviceWords } from '../cli/words.ts';
import type { Progress } from '../crawlers/batch-run.ts';
import { changeLine, pathOf } from './facts.ts';
import type { Recorded } from './recorded.ts';
import type { Scene } from './scenes/scene.ts';

/** Where the demo writes: a terminal shows the crawl in one line that moves, anything else gets a line per page. */
export interface Screen {
  readonly say: (line: string) => void;
  readonly progress: (page: Progress) => void;
  readonly columns: number;
}

/** A screen on a stream such as standard output. */
export function openScreen(out: NodeJS.WriteStream): Screen {
  const columns = out.columns ?? 160;
  const live = out.isTTY;
  let pages = 0;
  return {
    columns,
    say: (line) => void out.write(`${live ? '\r\u001b[2K' : ''}${line}\n`),
    progress: ({ targetId, url, outcome, detail }) => {
      pages += 1;
      const no = `  ${String(pages).padStart(4)} `;
      const rest = oneLine(`${outcome.padEnd(12)} ${targetId.padEnd(18)} ${pathOf(url)}${outcome === 'ok' || detail === '' ? '' : `  (${detail})`}`, (live ? columns - 1 : 180) - no.length);
      out.write(live ? `\r\u001b[2K${no}${rest}` : `${no}${rest}\n`);
    },
  };
}

/** The heading of a scene, in both languages. */
export function sceneHeading(scene: Scene, no: number, of: number): string {
  return `\n── ${no}/${of} ${scene.title} · ${scene.titleZh}`;
}

/** What a scene brought, as an operator reads it: changes in short, every message in full, advice with its reason. */
export function sceneStory(fresh: Recorded): string[] {
  const changes = fresh.changes.slice(0, 6).map((change) => `  change   ${oneLine(changeLine(change), 150)}`);
  const slack = fresh.slack.flatMap((message) => block('Slack', asShown(message.words)));
  const mails = fresh.mails.flatMap((mail) => block('e-mail', `${mail.subject}\n${mail.text}`));
  const advice = fresh.recommendations.filter((one) => one.state === 'open').map((one) => `  advice   ${one.sku}: ${adviceWords(one.advice, 'en')}. ${one.reason}`);
  return [...changes, ...slack, ...mails, ...advice];
}

/** Slack's mark-up as Slack shows it; the notification text, which its header repeats, is left out. */
function asShown(words: string): string {
  const [notification = '', ...rest] = words.replace(/<([^<>|]+)\|([^<>]+)>/g, '$2: $1').replace(/^\*([^*\n]+?)[:：]?\*\n/gm, '$1: ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').split('\n');
  return (rest[0] === notification ? rest : [notification, ...rest]).join('\n');
}

const MOST_LINES = 14;

function block(channel: string, text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const shown = lines.slice(0, MOST_LINES).map((line, i) => `  ${(i === 0 ? channel : '').padEnd(8)} │ ${oneLine(line, 140)}`);
  return lines.length > MOST_LINES ? [...shown, `           │ … ${lines.length - MOST_LINES} more lines`] : shown;
}
