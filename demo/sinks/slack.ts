import { createServer, type IncomingMessage } from 'node:http';
import { blockKitMistake } from './block-kit.ts';
import { wordsIn } from './words.ts';

/** A message as the sink took it. */
export interface SlackMessage {
  /** The notification text. */
  readonly text: string;
  /** All words of the message, in order. */
  readonly words: string;
  /** The addresses in it, of buttons too, in order. */
  readonly links: readonly string[];
}

export interface SlackSink {
  /** The URL to use as an incoming webhook. */
  readonly webhook: string;
  /** What arrived, oldest first; the newest 10,000. */
  readonly messages: readonly SlackMessage[];
  /** Posts that were refused, with the reason: none when the sender keeps Slack's rules. */
  readonly refused: readonly string[];
  readonly close: () => Promise<void>;
}

const MOST_CHARACTERS = 200_000;
const MOST_KEPT = 10_000;
const PATH = '/services/T000DEMO/B000DEMO/demo';

/** A server on loopback that takes what a Slack incoming webhook takes, refuses what it refuses (`invalid_payload`, `invalid_blocks`), and answers `ok`. */
export async function startSlackSink(): Promise<SlackSink> {
  const messages: SlackMessage[] = [];
  const refused: string[] = [];
  const server = createServer((request, response) => {
    void answer(request).then(({ status, body, message }) => {
      if (message) messages.push(message);
      else refused.push(body);
      if (messages.length > MOST_KEPT) messages.shift();
      return response.writeHead(status, { 'content-type': 'text/plain' }).end(body);
    }).catch(() => response.writeHead(500).end('internal_error'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the Slack sink got no port');
  return {
    webhook: `http://127.0.0.1:${address.port}${PATH}`, messages, refused,
    close: () => new Promise((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    }),
  };
}

interface Verdict {
  readonly status: number;
  readonly body: string;
  readonly message?: SlackMessage;
}

async function answer(request: IncomingMessage): Promise<Verdict> {
  if (request.method !== 'POST' || request.url !== PATH) return { status: 404, body: 'no_service' };
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > MOST_CHARACTERS) return { status: 413, body: 'payload_too_large' };
  }
  return judge(body);
}

function judge(body: string): Verdict {
  let payload: unknown;
  try {
    payload = JSON.parse(body);
  } catch {
    return { status: 400, body: 'invalid_payload' };
  }
  const mistake = blockKitMistake(payload);
  if (mistake !== undefined) return { status: 400, body: `invalid_blocks: ${mistake}` };
  const text = typeof payload === 'object' && payload !== null && 'text' in payload && typeof payload.text === 'string' ? payload.text : '';
  return { status: 200, body: 'ok', message: { text, words: wordsIn(payload, ['text']).join('\n'), links: wordsIn(payload, ['url']) } };
}
