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
 * Puts a picture below a message: asks for an address, sends the picture there, and shares it in the thread
 * (https://docs.slack.dev/messaging/working-with-files#uploading_files). Needs the scope files:write.
 */
export async function sendPicture(bot: Bot, { png, alt }: Picture, below: Place, context: SendContext): Promise<SendResult> {
  const asked = await call(bot, 'files.getUploadURLExternal', new URLSearchParams({ filename: NAME, length: String(png.length), alt_txt: alt }), context);
  if (asked.result.result !== 'sent') return asked.result;
  const { upload_url: url, file_id: id } = ticket.parse(JSON.parse(asked.text));
  const form = new FormData();
  form.set('filename', new Blob([Buffer.from(png)], { type: 'image/png' }), NAME);
  const put = resultOf(await post({ url, body: form }, context), secretsOfUrl(url));
  if (put.result !== 'sent') return put;
  return (await call(bot, 'files.completeUploadExternal', { files: [{ id, title: cut(alt, 200) }], channel_id: below.channel, thread_ts: below.ts }, context)).result;
}
