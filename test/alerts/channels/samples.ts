import type { ChannelKind, ChannelType } from '../../../alerts/channels/channel.ts';
import { dingtalk } from '../../../alerts/channels/dingtalk/index.ts';
import { discord } from '../../../alerts/channels/discord/index.ts';
import { email } from '../../../alerts/channels/email/index.ts';
import { feishu } from '../../../alerts/channels/feishu/index.ts';
import { slack } from '../../../alerts/channels/slack/index.ts';
import { teams } from '../../../alerts/channels/teams/index.ts';
import { telegram } from '../../../alerts/channels/telegram/index.ts';
import { webhook } from '../../../alerts/channels/webhook/index.ts';
import { wecom } from '../../../alerts/channels/wecom/index.ts';
import type { Digest } from '../../../alerts/messages/digest.ts';
import { messageOf, type Message } from '../../../alerts/messages/message.ts';
import type { Language } from '../../../config/schema.ts';
import type { Alert } from '../../../model/alert.ts';
import { alertOf, PRICE_ALERT } from '../messages/samples.ts';
import { change } from '../rules/support.ts';

/** Every channel folder. One that is missing does not compile. */
export const KINDS: { readonly [T in ChannelType]: Pick<ChannelKind<T, unknown>, 'type' | 'render' | 'digest' | 'pace'> } = { slack, email, webhook, feishu, dingtalk, wecom, telegram, teams, discord };

/** The smallest picture: one transparent point. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const WORDS = {
  en: { acknowledge: 'Acknowledge', snooze: 'Snooze for a day', proof: 'Show evidence', alt: 'Price over 30 days: from $100.00 to $80.00', headline: '3 changes since Monday, 08:00', superseded: '1 change no longer holds: “Desk lamp” is sold again.', lines: ['Price down 20%: $100.00 → $80.00', 'Sold out'] },
  'zh-CN': { acknowledge: '确认', snooze: '一天内不再提醒', proof: '查看依据', alt: '30 天价格：US$100.00 至 US$80.00', headline: '周一 08:00 以来有 3 项变动', superseded: '1 项变动已不再成立：“Desk lamp”恢复销售。', lines: ['降价 20%：US$100.00 → US$80.00', '售罄'] },
} as const;

const OVER: Alert = alertOf('stock', { moment: 'recovered', severity: 'info', change: change(5, { kind: 'stock', from: 'out_of_stock', to: 'in_stock' }) });

/** The message of an alert with all that a message can have. */
export function fullMessage(language: Language, alert: Alert = PRICE_ALERT): Message {
  const { acknowledge, snooze, alt } = WORDS[language];
  const actions = [{ label: acknowledge, url: 'https://watch.example/ack?e=epi_1&s=abc' }, { label: snooze, url: 'https://watch.example/snooze?e=epi_1&s=def' }];
  return { ...messageOf(alert, { language, timezone: 'UTC' }), actions, chart: { png: PNG, alt } };
}

export function overMessage(language: Language): Message {
  return messageOf(OVER, { language, timezone: 'UTC' });
}

export function digestSample(language: Language): Digest {
  const { headline, superseded, lines, alt, proof } = WORDS[language];
  return {
    alerts: [PRICE_ALERT, alertOf('stock'), alertOf('title')], language, severity: 'warning', headline, superseded,
    groups: [
      {
        title: 'Desk lamp', chart: { png: PNG, alt },
        pages: [
          { lines: [...lines], links: [{ label: 'shop.example', url: 'https://shop.example/p1?a=1&b=2' }, { label: proof, url: 'https://watch.example/evidence?s=ghi' }] },
          { lines: lines.slice(0, 1), links: [{ label: 'rival.example', url: 'https://rival.example/p(2)' }] },
        ],
      },
      { title: '保温杯 <500 ml> [红*]', pages: [{ lines: lines.slice(0, 1), links: [] }] },
    ],
  };
}
