import { z } from 'zod';
import { blockKitMistake } from './block-kit.ts';
import { partsOf } from './form.ts';
import { limiter, startSink, type Sink, type SinkAnswer, type SinkRequest } from './sink.ts';

const TOKEN = 'xoxb-000000000000-demo-bot-token';
const CHANNEL = 'C0DEMO12345';
const body = z.looseObject({ channel: z.string(), ts: z.string().optional(), thread_ts: z.string().optional(), reply_broadcast: z.boolean().optional(), text: z.string().optional() });

export interface SlackBotMessage {
  readonly method: 'chat.postMessage' | 'chat.update' | 'files.completeUploadExternal';
  readonly ts: string;
  readonly threadTs?: string;
  readonly broadcast: boolean;
  readonly text: string;
  readonly payload: unknown;
}

/** Slack's Web API on loopback, with a bot in one channel: token, channel, form, threads, pictures, one message a second. Without the scope for files it says so. It says `"ok":false` behind status 200, as Slack does. */
export async function startSlackBotSink({ now = Date.now, files = true }: { readonly now?: () => number; readonly files?: boolean } = {}): Promise<Sink<SlackBotMessage> & { readonly api: string; readonly token: string; readonly channel: string }> {
  const second = limiter(1, 1_000, now);
  const known = new Set<string>();
  const uploads = uploadsTo(known);
  const sink = await startSink((request): SinkAnswer<SlackBotMessage> | Promise<SinkAnswer<SlackBotMessage>> => {
    const { path, headers, json } = request;
    if (/^\/(upload\/|api\/files\.)/.test(path)) return files ? uploads(request) : { status: 200, body: { ok: false, error: 'missing_scope', needed: 'files:write' } };
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

const share = z.strictObject({ files: z.array(z.strictObject({ id: z.string(), title: z.string() })).min(1), channel_id: z.literal(CHANNEL), thread_ts: z.string() });

/** How Slack takes a file: an address is asked for with the size, the file is sent there, and it is shared in a thread. */
function uploadsTo(known: ReadonlySet<string>): (request: SinkRequest) => Promise<SinkAnswer<SlackBotMessage>> {
  const sizes = new Map<string, number>();
  const here = new Set<string>();
  return async (request) => {
    const { path, headers, body: bytes, json } = request;
    if (path.startsWith('/upload/')) {
      const id = path.slice('/upload/'.length);
      if (Object.values((await partsOf(request)).files)[0] !== sizes.get(id)) return { status: 400, body: 'length mismatch' };
      here.add(id);
      return { status: 200, body: '' };
    }
    if (headers.authorization !== `Bearer ${TOKEN}`) return refusal('invalid_auth');
    if (path === '/api/files.getUploadURLExternal') {
      const fields = new URLSearchParams(bytes.toString());
      if (headers['content-type'] !== 'application/x-www-form-urlencoded' || !fields.get('filename') || !/^[1-9]\d*$/.test(fields.get('length') ?? '')) return refusal('invalid_arguments');
      const id = `F${String(sizes.size).padStart(9, '0')}`;
      sizes.set(id, Number(fields.get('length')));
      return { status: 200, body: { ok: true, upload_url: `http://${headers.host}/upload/${id}`, file_id: id } };
    }
    const shared = share.safeParse(json);
    if (!shared.success || !known.has(shared.data.thread_ts)) return refusal('invalid_arguments');
    const { files, thread_ts: threadTs } = shared.data;
    if (!files.every(({ id }) => here.has(id))) return refusal('file_not_found');
    return { status: 200, body: { ok: true, files }, taken: { method: 'files.completeUploadExternal', ts: '', threadTs, broadcast: false, text: files.map(({ title }) => title).join('\n'), payload: json } };
  };
}

function refusal(error: string): SinkAnswer<SlackBotMessage> {
  return { status: 200, body: { ok: false, error } };
}
