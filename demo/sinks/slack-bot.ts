import { z } from 'zod';
import { blockKitMistake } from './block-kit.ts';
import { limiter, startSink, type Sink, type SinkAnswer } from './sink.ts';

const TOKEN = 'xoxb-000000000000-demo-bot-token';
const CHANNEL = 'C0DEMO12345';
const body = z.looseObject({ channel: z.string(), ts: z.string().optional(), thread_ts: z.string().optional(), reply_broadcast: z.boolean().optional(), text: z.string().optional() });

export interface SlackBotMessage {
  readonly method: 'chat.postMessage' | 'chat.update';
  readonly ts: string;
  readonly threadTs?: string;
  readonly broadcast: boolean;
  readonly text: string;
  readonly payload: unknown;
}

/** Slack's Web API on loopback, with a bot in one channel: token, channel, form, threads, one message a second. It says `"ok":false` behind status 200, as Slack does. */
export async function startSlackBotSink({ now = Date.now }: { readonly now?: () => number } = {}): Promise<Sink<SlackBotMessage> & { readonly api: string; readonly token: string; readonly channel: string }> {
  const second = limiter(1, 1_000, now);
  const known = new Set<string>();
  const sink = await startSink(({ path, headers, json }): SinkAnswer<SlackBotMessage> => {
    const [, method] = /^\/api\/(chat\.postMessage|chat\.update)$/.exec(path) ?? [];
    if (method !== 'chat.postMessage' && method !== 'chat.update') return refusal('unknown_method');
    if (headers.authorization === undefined) return refusal('not_authed');
    if (headers.authorization !== `Bearer ${TOKEN}`) return refusal('invalid_auth');
    const checked = body.safeParse(json);
    if (!checked.success) return refusal('invalid_arguments');
    const { channel, ts, thread_ts: threadTs, reply_broadcast: broadcast = false, text = '' } = checked.data;
    if (channel !== CHANNEL && channel !== '#prices') return refusal('channel_not_found');
    if (blockKitMistake(checked.data) !== undefined) return refusal('invalid_blocks');
    if (method === 'chat.update' && (ts === undefined || !known.has(ts))) return refusal('message_not_found');
    if (threadTs !== undefined && !known.has(threadTs)) return refusal('thread_not_found');
    if (method === 'chat.postMessage' && !second()) return { status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': '30' } };
    const id = ts ?? `1700000000.${String(known.size).padStart(6, '0')}`;
    known.add(id);
    return { status: 200, body: { ok: true, channel: CHANNEL, ts: id, message: { ...checked.data } }, taken: { method, ts: id, broadcast, text, payload: checked.data, ...(threadTs === undefined ? {} : { threadTs }) } };
  });
  return { ...sink, api: `${sink.origin}/api/`, token: TOKEN, channel: CHANNEL };
}

function refusal(error: string): SinkAnswer<SlackBotMessage> {
  return { status: 200, body: { ok: false, error } };
}
