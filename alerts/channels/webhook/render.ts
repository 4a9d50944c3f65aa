import { decimalOf, isMoney } from '../../../model/money.ts';
import type { Message } from '../../messages/message.ts';
import { plainText } from '../text.ts';
import { alertBody, type AlertBody } from './body.ts';

/** The body for an alert. Throws a ZodError when the alert does not fit the contract: that is a fault of this program. */
export function renderWebhook(message: Message): AlertBody {
  const { alert, language, headline } = message;
  return alertBody.parse({ version: 1, type: 'alert', alert: toJson(alert), message: { language, headline, text: plainText(message) } });
}

/** Dates as ISO 8601 in UTC, money with its decimal text. */
export function toJson(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return value;
  if (isMoney(value)) return { amount: decimalOf(value), ...value };
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toJson(inner)]));
}
