// Checks that a webhook comes from rivalwatch (Standard Webhooks 1.0). No packages needed; copy it into your receiver.
import { createHmac, timingSafeEqual } from 'node:crypto';

const FIVE_MINUTES = 300;

/**
 * Throws an Error unless `rawBody` (the bytes as they came, before any JSON.parse) was signed with `secret` (`whsec_…`) within five minutes.
 * Remember `headers['webhook-id']` for as long: a request with an id that you have had already is a repetition, and may be answered with 200.
 * @param {{ headers: Record<string, string | string[] | undefined>, rawBody: string | Buffer, secret: string, now?: Date }} request
 */
export function verifyWebhook({ headers, rawBody, secret, now = new Date() }) {
  const id = String(headers['webhook-id'] ?? '');
  const timestamp = String(headers['webhook-timestamp'] ?? '');
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now.getTime() / 1000 - Number(timestamp)) > FIVE_MINUTES) throw new Error('too old, or too far in the future');
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(rawBody).digest();
  const given = String(headers['webhook-signature'] ?? '').split(' ').filter((one) => one.startsWith('v1,')).map((one) => Buffer.from(one.slice(3), 'base64'));
  if (!given.some((one) => one.length === expected.length && timingSafeEqual(one, expected))) throw new Error('not signed with this secret');
}
