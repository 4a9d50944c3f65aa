import { z } from 'zod';
import { malformed, passing, permanent, readJson, type Meanings, type Said } from '../answers.ts';

const CHAT = permanent('the chat is not there for this bot: check "chat", and add the bot to it');
const FORM = malformed('Telegram does not take the form of the message: please report it');

/**
 * Telegram answers with HTTP's numbers and words (https://core.telegram.org/bots/api#making-requests, https://core.telegram.org/api/errors);
 * where the words say more than the number, they are the code.
 */
export const MEANINGS: Meanings = {
  400: FORM,
  401: permanent('the bot token is not valid (any more): ask @BotFather for it'),
  403: permanent('the bot may not write there: it was blocked or removed, or nobody has written to it yet'),
  404: permanent('the bot token is wrong: ask @BotFather for it'),
  429: passing('too many messages'),
  chat: CHAT,
  topic: permanent('the topic of the group is not there or closed: check "topic"'),
  rights: permanent('the bot may not write in this chat: make it a member with the right to send messages'),
  migrated: permanent('the group has become a supergroup with a new id: write that into "chat"'),
};

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/chat not found|PEER_ID_INVALID|group chat was deactivated/i, 'chat'], [/message thread not found|TOPIC_(?:CLOSED|DELETED)/i, 'topic'],
  [/not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|need administrator rights/i, 'rights'],
];

const answer = z.object({
  ok: z.boolean(), error_code: z.number().optional(), description: z.string().optional(),
  parameters: z.object({ retry_after: z.number().optional(), migrate_to_chat_id: z.number().optional() }).optional(),
  result: z.unknown().optional(),
});
const sent = z.object({ message_id: z.number(), chat: z.object({ id: z.number() }) });

/** The handle is `chat:message`. */
export const readTelegram = readJson(answer, ({ ok, error_code: number, description = '', parameters, result }): Said => {
  const message = sent.safeParse(result);
  const words = parameters?.migrate_to_chat_id === undefined ? description : `${description} (${parameters.migrate_to_chat_id})`;
  const code = parameters?.migrate_to_chat_id === undefined ? (WORDS.find(([pattern]) => pattern.test(description))?.[1] ?? String(number ?? '')) : 'migrated';
  return {
    ok, code: ok ? '' : code, words: ok ? 'ok' : words,
    ...(parameters?.retry_after === undefined ? {} : { waitMs: parameters.retry_after * 1_000 }), ...(message.success ? { handle: `${message.data.chat.id}:${message.data.message_id}` } : {}),
  };
});

/** The form was refused: an address of a button that Telegram does not like, markup that it does not understand. Without both, it may be taken. */
export function isForm(said: Said | undefined): boolean {
  return said !== undefined && MEANINGS[said.code] === FORM;
}
