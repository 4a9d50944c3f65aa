import { Parser } from 'htmlparser2';
import { z } from 'zod';
import { limiter, startSink, type Sink, type SinkAnswer } from './sink.ts';

const TOKEN = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
const CHAT = '-1001234567890';
const button = z.strictObject({ text: z.string().min(1), url: z.url() });
const shared = { text: z.string().min(1), parse_mode: z.literal('HTML').optional(), reply_markup: z.strictObject({ inline_keyboard: z.array(z.array(button).min(1)) }).optional() };
const message = z.strictObject({
  ...shared, chat_id: z.union([z.string(), z.number()]).transform(String), message_thread_id: z.int().optional(), link_preview_options: z.strictObject({ is_disabled: z.boolean() }).optional(),
  reply_parameters: z.strictObject({ message_id: z.int(), allow_sending_without_reply: z.boolean().optional() }).optional(),
});
const edit = z.strictObject({ ...shared, chat_id: z.union([z.string(), z.number()]).transform(String), message_id: z.int() });

/** A message as it stands in the chat. `text` is what is read, without markup. */
export interface TelegramMessage {
  readonly method: 'sendMessage' | 'editMessageText';
  readonly id: number;
  readonly text: string;
  readonly html: string;
  readonly replyTo?: number;
  readonly buttons: readonly { readonly text: string; readonly url: string }[];
}

/** A bot of Telegram in one group, on loopback: token, chat, form, HTML, 4,096 characters, addresses of buttons, 20 messages a minute, with Telegram's words. */
export async function startTelegramSink({ now = Date.now }: { readonly now?: () => number } = {}): Promise<Sink<TelegramMessage> & { readonly api: string; readonly token: string; readonly chat: string }> {
  const minute = limiter(20, 60_000, now);
  let last = 100;
  const sink = await startSink(({ path, json }): SinkAnswer<TelegramMessage> => {
    const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
    if (token !== TOKEN || (method !== 'sendMessage' && method !== 'editMessageText')) return refusal(404, 'Not Found');
    const checked = (method === 'sendMessage' ? message : edit).safeParse(json);
    if (!checked.success) return refusal(400, 'Bad Request: can\'t parse the request');
    const data = checked.data;
    if (data.chat_id !== CHAT) return refusal(400, 'Bad Request: chat not found');
    const text = data.parse_mode === 'HTML' ? wordsOf(data.text) : data.text;
    if (text === undefined) return refusal(400, 'Bad Request: can\'t parse entities: unsupported start tag');
    if (text.length > 4_096) return refusal(400, 'Bad Request: message is too long');
    const buttons = (data.reply_markup?.inline_keyboard ?? []).flat();
    if (buttons.some(({ url }) => /^https?:\/\/(localhost|127\.|10\.|192\.168\.)/.test(url))) return refusal(400, 'Bad Request: inline keyboard button URL is invalid: Wrong HTTP URL');
    if (method === 'sendMessage' && !minute()) return refusal(429, 'Too Many Requests: retry after 17', { retry_after: 17 });
    const id = 'message_id' in data ? data.message_id : (last += 1);
    const replyTo = 'reply_parameters' in data ? data.reply_parameters?.message_id : undefined;
    return {
      status: 200, body: { ok: true, result: { message_id: id, chat: { id: Number(CHAT), type: 'supergroup' }, date: 1, text } },
      taken: { method, id, text, html: data.text, buttons, ...(replyTo === undefined ? {} : { replyTo }) },
    };
  });
  return { ...sink, api: sink.origin, token: TOKEN, chat: CHAT };
}

function refusal(code: number, description: string, parameters?: object): SinkAnswer<TelegramMessage> {
  return { status: code, body: { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) } };
}

const KNOWN: ReadonlySet<string> = new Set(['b', 'i', 'u', 's', 'a', 'code', 'pre', 'blockquote', 'tg-spoiler']);

/** What is left of Telegram's HTML when its tags are taken away; undefined for a tag that it does not know, or one that is not closed. */
export function wordsOf(html: string): string | undefined {
  let words = '';
  let open = 0;
  let wrong = false;
  const parser = new Parser({
    onopentag: (name) => { open += 1; wrong ||= !KNOWN.has(name); }, onclosetag: (_, implied) => { open -= 1; wrong ||= implied; }, ontext: (text) => { words += text; },
  });
  parser.end(html);
  return wrong || open !== 0 ? undefined : words;
}
