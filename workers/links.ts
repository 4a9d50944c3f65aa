import type { IncomingMessage, ServerResponse } from 'node:http';
import { askedBy, LINKS_PATH, SNOOZES, type Link, type LinkSettings } from '../alerts/links/link.ts';
import { linkPage, STATUS, type Outcome, type PageInput } from '../alerts/links/page.ts';
import { formatsFor } from '../alerts/messages/formats.ts';
import { messageOf } from '../alerts/messages/message.ts';
import { alert as getAlert } from '../storage/alerts.ts';
import { handleEpisode, type Handling } from './alert/handle.ts';
import type { Context } from './context.ts';

/** Answers a request, or leaves it to others: false. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * The pages behind the signed links of messages. GET shows what a link would do and a button, and changes nothing, because mail scanners and chat
 * previews follow links; POST, from the button, does it. Doing it again does no harm.
 */
export function linkPages(context: Pick<Context, 'config' | 'store' | 'clock' | 'log'>): Pages {
  return async (request, response) => {
    const { links, language } = context.config();
    const url = request.url ?? '';
    if (!links || !url.includes(LINKS_PATH) || url.length > 2_000) return false;
    // What a form sends along is not needed.
    request.resume();
    const page = request.method === 'POST' || request.method === 'GET' || request.method === 'HEAD' ? await answer(context, links, url, request.method === 'POST') : { outcome: 'none' as const };
    send(response, { language: languageOf(request) ?? language, ...page });
    return true;
  };
}

async function answer(context: Pick<Context, 'config' | 'store' | 'clock' | 'log'>, links: LinkSettings, url: string, pressed: boolean): Promise<Omit<PageInput, 'language'>> {
  const asked = askedBy(url, links, context.clock());
  if (asked.kind !== 'link') return { outcome: asked.kind };
  const { link } = asked;
  const alert = await getAlert(context.store, link.alertId);
  if (!alert) return { outcome: 'none' };
  const { language, timezone } = context.config();
  const about = { action: link.action, headline: messageOf(alert, { language, timezone }).headline };
  if (!pressed) return { ...about, outcome: 'asked' };
  const handled = await handleEpisode(context, { id: alert.episodeId, handling: handlingOf(link, context.clock()), by: 'link', alertAt: alert.at });
  const outcome: Outcome = handled.result === 'unknown' ? 'none' : handled.result;
  context.log.info({ episodeId: alert.episodeId, action: link.action, outcome }, 'a link of a message was used');
  const until = handled.result === 'done' ? handled.episode.snoozedUntil : undefined;
  return { ...about, outcome, ...(until ? { until: formatsFor(language, timezone).time(until) } : {}) };
}

function handlingOf({ action }: Link, now: Date): Handling {
  return action === 'acknowledge' ? { kind: 'acknowledge' } : { kind: 'snooze', until: new Date(now.getTime() + SNOOZES[action]), unlessSnoozed: true };
}

/** Whoever presses may read another language than the configuration's. */
function languageOf(request: IncomingMessage): 'en' | 'zh-CN' | undefined {
  const first = request.headers['accept-language']?.slice(0, 2).toLowerCase();
  return first === 'zh' ? 'zh-CN' : first === 'en' ? 'en' : undefined;
}

function send(response: ServerResponse, input: PageInput): void {
  response.writeHead(STATUS[input.outcome], {
    'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
  }).end(linkPage(input));
}

