import { Parser } from 'htmlparser2';
import { z } from 'zod';
import { partsOf } from './form.ts';
import { limiter, startSink, type Sink, type SinkAnswer } from './sink.ts';

const TOKEN = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
const CHAT = '-1001234567890';
const chat = z.union([z.string(), z.number()]).transform(String);
const button = z.strictObject({ text: z.string().min(1), url: z.url() });
const looks = { parse_mode: z.literal('HTML').optional(), reply_markup: z.strictObject({ inline_keyboard: z.array(z.array(button).min(1)) }).optional() };
const place = { chat_id: chat, message_thread_id: z.int().optional(), reply_parameters: z.strictObject({ message_id: z.int(), allow_sending_without_reply: z.boolean().optional() }).optional() };
const preview = { link_preview_options: z.strictObject({ is_disabled: z.boolean() }).optional() };
const METHODS = {
  sendMessage: z.strictObject({ ...place, ...preview, text: z.string().min(1), ...looks }), sendPhoto: z.strictObject({ ...place, caption: z.string().optional(), ...looks }),
  editMessageText: z.strictObject({ chat_id: chat, message_id: z.int(), ...preview, text: z.string().min(1), ...looks }), editMessageCaption: z.strictObject({ chat_id: chat, message_id: z.int(), caption: z.string(), ...looks }),
} as const;
type Method = keyof typeof METHODS;

/** A message as it stands in the chat. `text` is what is read, without markup. */
export interface TelegramMessage {
  readonly method: Method;
  readonly id: number;
  readonly text: string;
  readonly replyTo?: number;
  readonly buttons: readonly { readonly text: string; readonly url: string }[];
}

/** A bot of Telegram in one group, on loopback: token, chat, form, HTML, 4,096 characters or 1,024 below a picture, addresses of buttons, 20 messages a minute, with Telegram's words. */
export async function startTelegramSink({ now = Date.now }: { readonly now?: () => number } = {}): Promise<Sink<TelegramMessage> & { readonly api: string; readonly token: string; readonly chat: string }> {
  const minute = limiter(20, 60_000, now);
  const photos = new Set<number>();
  let last = 100;
  const sink = await startSink(async (request): Promise<SinkAnswer<TelegramMessage>> => {
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.path) ?? [];
    if (token !== TOKEN || !isMethod(method)) return refusal(404, 'Not Found');
    const { json, files } = await partsOf(request);
    const checked = METHODS[method].safeParse(json);
    if (!checked.success || (method === 'sendPhoto' && Object.keys(files).length !== 1)) return refusal(400, 'Bad Request: can\'t parse the request');
    const data = checked.data;
    if (data.chat_id !== CHAT) return refusal(400, 'Bad Request: chat not found');
    const html = 'text' in data ? data.text : (data.caption ?? '');
    const text = data.parse_mode === 'HTML' ? wordsOf(html) : html;
    if (text === undefined) return refusal(400, 'Bad Request: can\'t parse entities: unsupported start tag');
    if (text.length > ('text' in data ? 4_096 : 1_024)) return refusal(400, 'Bad Request: message is too long');
    const buttons = (data.reply_markup?.inline_keyboard ?? []).flat();
    if (buttons.some(({ url }) => /^https?:\/\/(localhost|127\.|10\.|192\.168\.)/.test(url))) return refusal(400, 'Bad Request: inline keyboard button URL is invalid: Wrong HTTP URL');
    if (method === 'editMessageText' && 'message_id' in data && photos.has(data.message_id)) return refusal(400, 'Bad Request: there is no text in the message to edit');
    if (method.startsWith('send') && !minute()) return refusal(429, 'Too Many Requests: retry after 17', { retry_after: 17 });
    const id = 'message_id' in data ? data.message_id : (last += 1);
    if (method === 'sendPhoto') photos.add(id);
    const replyTo = 'reply_parameters' in data ? data.reply_parameters?.message_id : undefined;
    return {
      status: 200, body: { ok: true, result: { message_id: id, chat: { id: Number(CHAT), type: 'supergroup' }, date: 1, text } },
      taken: { method, id, text, buttons, ...(replyTo === undefined ? {} : { replyTo }) },
    };
  });
  return { ...sink, api: sink.origin, token: TOKEN, chat: CHAT };
}

function isMethod(name: string): name is Method {
  return Object.hasOwn(METHODS, name);
}

function refusal(code: number, description: string, parameters?: object): SinkAnswer<TelegramMessage> {
  return { status: code, body: { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) } };
}

const KNOWN: ReadonlySet<string> = new Set(['b', 'i', 'u', 's', 'a', 'code', 'pre', 'blockquote', 'tg-spoiler']);

/** What is left of Telegram's HTML when its tags are taken away; undefined for a tag that it does not know, or one that is not closed. */
function wordsOf(html: string): string | undefined {
  let words = '';
  let open = 0;
  let wrong = false;
  const parser = new Parser({
    onopentag: (name) => { open += 1; wrong ||= !KNOWN.has(name); }, onclosetag: (_, implied) => { open -= 1; wrong ||= implied; }, ontext: (text) => { words += text; },
  });
  parser.end(html);
  return wrong || open !== 0 ? undefined : words;
}
