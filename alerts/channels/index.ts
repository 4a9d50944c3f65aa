import type { ChannelSettings } from '../../config/schema.ts';
import type { Message } from '../messages/message.ts';
import type { SendContext, SendResult, SettingsOf } from './channel.ts';
import { email } from './email/index.ts';
import { reasonOf } from './post.ts';
import { redact } from './redact.ts';
import { slack } from './slack/index.ts';
import { webhook } from './webhook/index.ts';

type Deliver<T extends ChannelSettings['type']> = (settings: SettingsOf<T>, message: Message, context: SendContext) => Promise<SendResult>;

/** Every type of channel. A new type in the configuration that is missing here does not compile. */
const DELIVER: { readonly [T in ChannelSettings['type']]: Deliver<T> } = {
  slack: async (settings, message, context) => slack.send(settings, slack.render(message), context),
  email: async (settings, message, context) => email.send(settings, email.render(message), context),
  webhook: async (settings, message, context) => webhook.send(settings, webhook.render(message), context),
};

/** Renders a message for a channel and sends it: one attempt. Never rejects: a failure is a result, a message that cannot be made a permanent one. */
export async function deliver(settings: ChannelSettings, message: Message, context: SendContext): Promise<SendResult> {
  try {
    return await deliverTo(settings, message, context);
  } catch (error) {
    return { result: 'permanent_failure', answer: redact(`the message could not be made: ${reasonOf(error)}`, []) };
  }
}

function deliverTo(settings: ChannelSettings, message: Message, context: SendContext): Promise<SendResult> {
  switch (settings.type) {
    case 'slack': return DELIVER.slack(settings, message, context);
    case 'email': return DELIVER.email(settings, message, context);
    case 'webhook': return DELIVER.webhook(settings, message, context);
    default: return settings satisfies never;
  }
}
