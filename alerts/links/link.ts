import { createHmac, timingSafeEqual } from 'node:crypto';
import { brand, type AlertId } from '../../model/ids.ts';

/** What a link of a message can do. */
export const LINK_ACTIONS = ['acknowledge', 'snooze-1d', 'snooze-7d'] as const;
export type LinkAction = (typeof LINK_ACTIONS)[number];

/** What a link is for: to do one of these, or to show where a value was read. */
export const LINK_AIMS = [...LINK_ACTIONS, 'evidence'] as const;
export type LinkAim = (typeof LINK_AIMS)[number];

/** For how long each of them makes quiet. Milliseconds. */
export const SNOOZES: Readonly<Record<Exclude<LinkAction, 'acknowledge'>, number>> = { 'snooze-1d': 86_400_000, 'snooze-7d': 7 * 86_400_000 };

/** How links are made: where they lead, what signs them, for how long after its alert one works (milliseconds). */
export interface LinkSettings {
  readonly url: string;
  readonly secret: string;
  readonly valid: number;
}

/** What a link says. */
export interface Link {
  readonly alertId: AlertId;
  readonly aim: LinkAim;
  /** Unix seconds. */
  readonly expires: number;
}

/** Where links lead, below the configured address. */
export const LINKS_PATH = '/alerts/';

/**
 * The address of a link: `…/alerts/<alert>/<aim>?expires=<Unix seconds>&signature=<base64url>`. The same for every attempt to send its message.
 * The signature is the HMAC-SHA256 of all that the link says, so that none can be made or altered without the secret.
 */
export function linkTo({ url, secret, valid }: LinkSettings, alert: { readonly id: AlertId; readonly at: Date }, aim: LinkAim): string {
  const link: Link = { alertId: alert.id, aim, expires: Math.floor((alert.at.getTime() + valid) / 1_000) };
  return `${url.replace(/\/+$/, '')}${LINKS_PATH}${link.alertId}/${aim}?expires=${link.expires}&signature=${signatureOf(link, secret)}`;
}

/** What a request asks for. forged: the signature is not ours. expired: it was, and its time is over. none: no such address. */
export type Asked = { readonly kind: 'link'; readonly link: Link } | { readonly kind: 'forged' | 'expired' | 'none' };

/** Reads path and query of a request, as a proxy before us may have left them: with the path of the configured address or without. Signatures are compared in constant time. */
export function askedBy(requestUrl: string, { url, secret }: LinkSettings, now: Date): Asked {
  const local = requestUrl.startsWith('/') && !requestUrl.startsWith('//') && !requestUrl.includes('\\');
  const asked = local && URL.canParse(requestUrl, 'http://localhost') ? new URL(requestUrl, 'http://localhost') : undefined;
  const prefix = new URL(url).pathname.replace(/\/+$/, '');
  const path = asked?.pathname.startsWith(`${prefix}${LINKS_PATH}`) ? asked.pathname.slice(prefix.length) : asked?.pathname;
  const parts = /^\/alerts\/(alr_[0-9a-f]{24})\/([a-z0-9-]{1,20})$/.exec(path ?? '');
  const aim = LINK_AIMS.find((one) => one === parts?.[2]);
  const expires = asked?.searchParams.get('expires') ?? '';
  if (!asked || !parts?.[1] || !aim) return { kind: 'none' };
  if (!/^\d{1,12}$/.test(expires)) return { kind: 'forged' };
  const link: Link = { alertId: alertIdOf(parts[1]), aim, expires: Number(expires) };
  if (!isSame(signatureOf(link, secret), asked.searchParams.get('signature') ?? '')) return { kind: 'forged' };
  return now.getTime() > link.expires * 1_000 ? { kind: 'expired' } : { kind: 'link', link };
}

function signatureOf({ alertId, aim, expires }: Link, secret: string): string {
  return createHmac('sha256', secret).update(`rivalwatch link v1\n${alertId}\n${aim}\n${expires}`).digest('base64url');
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The path's pattern lets only ids of alerts through. */
function alertIdOf(text: string): AlertId {
  return brand<AlertId>(text);
}
