import { FormData } from 'undici';
import { judge, noted, type Said } from '../answers.ts';
import type { SendContext, SendResult, SettingsOf } from '../channel.ts';
import { post } from '../post.ts';
import { isForm, MEANINGS, readTelegram } from './answers.ts';
import { fitsBelowPicture, type TelegramText } from './html.ts';

/**
 * Sends as a bot, as a reply to the episode's first message, and replaces that one when the episode is over. What Telegram refuses for its
 * form is sent once more as plain text without buttons and picture. Telegram knows no idempotency key.
 */
export async function sendTelegram(settings: SettingsOf<'telegram'>, text: TelegramText, context: SendContext): Promise<SendResult> {
  const { chat, topic } = settings;
  const parent = parentOf(context.thread);
  const place = {
    chat_id: chat, ...(topic === undefined ? {} : { message_thread_id: topic }),
    ...(parent ? { reply_parameters: { message_id: parent.message_id, allow_sending_without_reply: true } } : {}),
  };
  const first = text.png && fitsBelowPicture(text)
    ? await call(settings, 'sendPhoto', formOf({ ...place, caption: text.html, ...looks(text) }, text.png), context)
    : await call(settings, 'sendMessage', { ...place, ...NO_PREVIEW, text: text.html, ...looks(text) }, context);
  if (isForm(first.said)) {
    const { result } = await call(settings, 'sendMessage', { ...place, ...NO_PREVIEW, text: text.plain }, context);
    return result.result === 'sent' ? noted(result, `as plain text, after ${first.result.answer}`) : result;
  }
  if (first.result.result !== 'sent' || !parent || !text.over) return first.result;
  const replaced = await replace(settings, parent, text, context);
  // Whether the first message could be replaced changes nothing: what had to be told is told.
  return replaced.result === 'sent' ? first.result : noted(first.result, `the first message stays as it was: ${replaced.answer}`);
}

const NO_PREVIEW = { link_preview_options: { is_disabled: true } };

/** A message with a picture has a caption and no text. */
async function replace(settings: SettingsOf<'telegram'>, parent: Parent, text: TelegramText, context: SendContext): Promise<SendResult> {
  const { said, result } = await call(settings, 'editMessageText', { ...parent, ...NO_PREVIEW, text: text.html, ...looks(text) }, context);
  if (!/there is no text in the message/i.test(said?.words ?? '')) return result;
  return (await call(settings, 'editMessageCaption', { ...parent, caption: text.html, ...looks(text) }, context)).result;
}

function looks({ buttons }: TelegramText): object {
  const rows = buttons.flatMap((_, index) => (index % 2 === 0 ? [buttons.slice(index, index + 2).map(({ label, url }) => ({ text: label, url }))] : []));
  return { parse_mode: 'HTML', ...(rows.length === 0 ? {} : { reply_markup: { inline_keyboard: rows } }) };
}

/** In a form, what is no text is JSON. */
function formOf(fields: object, png: Uint8Array): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  form.set('photo', new Blob([Buffer.from(png)], { type: 'image/png' }), 'chart.png');
  return form;
}

interface Answered {
  readonly result: SendResult;
  readonly said: Said | undefined;
}

async function call({ token, api = 'https://api.telegram.org' }: SettingsOf<'telegram'>, method: string, body: object, context: SendContext): Promise<Answered> {
  const posted = await post({ url: `${api.replace(/\/+$/, '')}/bot${token}/${method}`, body: body instanceof FormData ? body : JSON.stringify(body) }, context);
  return { result: judge(posted, [token], MEANINGS, readTelegram), said: posted.kind === 'answer' && posted.status < 500 ? readTelegram(posted.text) : undefined };
}

interface Parent {
  readonly chat_id: number;
  readonly message_id: number;
}

function parentOf(handle: string | undefined): Parent | undefined {
  const parts = /^(-?\d{1,16}):(\d{1,12})$/.exec(handle ?? '');
  return parts ? { chat_id: Number(parts[1]), message_id: Number(parts[2]) } : undefined;
}
