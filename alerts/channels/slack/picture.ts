import { FormData } from 'undici';
import { z } from 'zod';
import { cut } from '../../messages/cut.ts';
import type { SendContext, SendResult } from '../channel.ts';
import { post, resultOf } from '../post.ts';
import { secretsOfUrl } from '../redact.ts';
import { call, type Bot, type Place } from './api.ts';
import type { Picture } from './blocks.ts';

const NAME = 'chart.png';
const ticket = z.object({ upload_url: z.url(), file_id: z.string() });

/**
 * Puts pictures below a message, together: asks for an address for each, sends it there, and shares them in the thread
 * (https://docs.slack.dev/messaging/working-with-files#uploading_files). Needs the scope files:write. The result is the first that failed, if one did.
 */
export async function sendPictures(bot: Bot, pictures: readonly Picture[], below: Place, context: SendContext): Promise<SendResult> {
  const uploads = await Promise.all(pictures.map((picture) => upload(bot, picture, context)));
  const failed = uploads.find((one) => 'result' in one);
  if (failed) return failed;
  return (await call(bot, 'files.completeUploadExternal', { files: uploads, channel_id: below.channel, thread_ts: below.ts }, context)).result;
}

/** A picture at Slack that nobody sees yet, or why it is not there. */
async function upload(bot: Bot, { png, alt }: Picture, context: SendContext): Promise<SendResult | { readonly id: string; readonly title: string }> {
  const asked = await call(bot, 'files.getUploadURLExternal', new URLSearchParams({ filename: NAME, length: String(png.length), alt_txt: alt }), context);
  if (asked.result.result !== 'sent') return asked.result;
  const { upload_url: url, file_id: id } = ticket.parse(JSON.parse(asked.text));
  const form = new FormData();
  form.set('filename', new Blob([Buffer.from(png)], { type: 'image/png' }), NAME);
  const put = resultOf(await post({ url, body: form }, context), secretsOfUrl(url));
  return put.result === 'sent' ? { id, title: cut(alt, 200) } : put;
}
