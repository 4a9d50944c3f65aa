import { createHmac } from 'node:crypto';
import { judge } from '../answers.ts';
import type { SendContext, SendResult, SettingsOf } from '../channel.ts';
import { post } from '../post.ts';
import { secretsOfUrl } from '../redact.ts';
import { MEANINGS, readFeishu } from './answers.ts';
import { note, wordsOf, type Card } from './card.ts';

/** Posts the card to a custom bot, signed when the channel has a secret, with the keyword that the bot wants when it has one. Feishu knows no idempotency key. */
export async function sendFeishu(settings: SettingsOf<'feishu'>, card: Card, context: SendContext): Promise<SendResult> {
  const { webhook, secret, keyword } = settings;
  const body = { ...signature(secret, context.now), msg_type: 'interactive', card: keyword === undefined ? card : withKeyword(card, keyword) };
  const posted = await post({ url: webhook, body: JSON.stringify(body) }, context);
  return judge(posted, secretsOfUrl(webhook, secret), MEANINGS, readFeishu);
}

/** base64 of the HMAC-SHA256 of nothing, with `timestamp`, a line break and the secret as the key: the other way round than DingTalk. */
function signature(secret: string | undefined, now: Date): { readonly timestamp?: string; readonly sign?: string } {
  if (secret === undefined) return {};
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') };
}

function withKeyword(card: Card, keyword: string): Card {
  return wordsOf(card).includes(keyword) ? card : { ...card, elements: [...card.elements, ...note([keyword])] };
}
