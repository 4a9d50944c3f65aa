import { pino, type Level, type Logger } from 'pino';
import { suggestion } from '../config/mistakes.ts';
import { CliError, EXIT } from './errors.ts';
import type { Io } from './io.ts';
import { oneLine } from './output.ts';

const NAMES: Readonly<Record<number, string>> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warning', 50: 'error', 60: 'fatal' };

const LEVELS: readonly string[] = [...Object.values(pino.levels.labels), 'silent'];

/** The log of the workers: one JSON object a line, or readable lines on a terminal. `RIVALWATCH_LOG` sets the level (debug, info, warn, error); throws a CliError for any other word. */
export function logFor(io: Io, fallback: Level): Logger {
  const asked = io.env['RIVALWATCH_LOG'];
  const level = asked || fallback;
  if (!LEVELS.includes(level)) throw new CliError(EXIT.usage, `RIVALWATCH_LOG "${level}" is no level of the log.${suggestion(level, LEVELS)}`);
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write: (line: string) => io.stderr(io.isTty ? readable(line) : line) });
}

/** `12:03:11 info    crawl finished  verdict=good listings=12`. */
function readable(line: string): string {
  const { time, level, msg, err, ...rest } = fieldsOf(line);
  const facts = Object.entries(rest).map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const problem = typeof err === 'object' && err !== null && 'message' in err ? [String(err.message)] : [];
  const clock = typeof time === 'string' ? time.slice(11, 19) : '';
  return `${clock} ${(NAMES[Number(level)] ?? '').padEnd(7)} ${oneLine([typeof msg === 'string' ? msg : '', ...problem, ...facts].join('  '), 240)}\n`;
}

function fieldsOf(line: string): Record<string, unknown> {
  const value: unknown = JSON.parse(line);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
