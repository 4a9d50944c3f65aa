import { judge } from '../answers.ts';
import type { SendContext, SendResult, SettingsOf } from '../channel.ts';
import { post } from '../post.ts';
import { secretsOfUrl } from '../redact.ts';
import { MEANINGS, readTeams } from './answers.ts';
import type { TeamsPost } from './card.ts';

/** Posts the card to a workflow. "Accepted" is all that it says: whether Teams showed the card stands in the workflow's own history. No idempotency key. */
export async function sendTeams({ webhook }: SettingsOf<'teams'>, card: TeamsPost, context: SendContext): Promise<SendResult> {
  return judge(await post({ url: webhook, body: JSON.stringify(card) }, context), secretsOfUrl(webhook), MEANINGS, readTeams);
}
