import type { IncomingMessage, ServerResponse } from 'node:http';
import { askedBy, LINKS_PATH, SNOOZES, type LinkAction, type LinkSettings } from '../alerts/links/link.ts';
import { evidencePage } from '../alerts/links/evidence-page.ts';
import { linkPage, STATUS, type Outcome, type PageInput } from '../alerts/links/page.ts';
import { formatsFor } from '../alerts/messages/formats.ts';
import { messageOf, placeOf } from '../alerts/messages/message.ts';
import type { Language } from '../config/schema.ts';
import type { Config } from '../config/types.ts';
import { decodeBody } from '../crawlers/read/bytes/decode.ts';
import type { Alert } from '../model/alert.ts';
import { alert as getAlert } from '../storage/alerts.ts';
import { readArchive } from '../storage/archive.ts';
import { handleEpisode, type Handling } from './alert/handle.ts';
import type { Context } from './context.ts';

/** Answers a request, or leaves it to others: false. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

interface LinkContext extends Pick<Context, 'store' | 'clock' | 'log'> {
  readonly config: () => Pick<Config, 'links' | 'language' | 'timezone'>;
}

/**
 * The pages behind the signed links of messages. GET shows what a link would do and a button, and changes nothing, because mail scanners and chat
 * previews follow links; POST, from the button, does it. Doing it again does no harm. The link to the evidence shows where the value was read.
 */
export function linkPages(context: LinkContext): Pages {
  return async (request, response) => {
    const { links, language } = context.config();
    const url = request.url ?? '';
    if (!links || !url.includes(LINKS_PATH) || url.length > 2_000) return false;
    // What a form sends along is not needed.
    request.resume();
    const reader = languageOf(request) ?? language;
    const known = request.method === 'POST' || request.method === 'GET' || request.method === 'HEAD';
    const later = (error: unknown): Answer => {
      // Why is for the operator to know, not for whoever holds a link.
      context.log.warn({ err: error }, 'a link of a message could not be answered');
      return said({ language: reader, outcome: 'later' });
    };
    const asked = { links, url, pressed: request.method === 'POST', language: reader };
    send(response, known ? await answer(context, asked).catch(later) : said({ language: reader, outcome: 'none' }));
    return true;
  };
}

interface Request {
  readonly links: LinkSettings;
  readonly url: string;
  readonly pressed: boolean;
  readonly language: Language;
}

interface Answer {
  readonly status: number;
  readonly html: string;
}

function said(input: PageInput): Answer {
  return { status: STATUS[input.outcome], html: linkPage(input) };
}

async function answer(context: LinkContext, { links, url, pressed, language }: Request): Promise<Answer> {
  const asked = askedBy(url, links, context.clock());
  if (asked.kind !== 'link') return said({ language, outcome: asked.kind });
  const { alertId, aim } = asked.link;
  const alert = await getAlert(context.store, alertId);
  if (!alert) return said({ language, outcome: 'none' });
  if (aim === 'evidence') return await evidence(context, alert, language);
  const { timezone } = context.config();
  const about = { language, action: aim, headline: messageOf(alert, { language, timezone }).headline };
  if (!pressed) return said({ ...about, outcome: 'asked' });
  const handled = await handleEpisode(context, { id: alert.episodeId, handling: handlingOf(aim, context.clock()), by: 'link', alertAt: alert.at });
  const outcome: Outcome = handled.result === 'unknown' ? 'none' : handled.result;
  context.log.info({ episodeId: alert.episodeId, action: aim, outcome }, 'a link of a message was used');
  const until = handled.result === 'done' ? handled.episode.snoozedUntil : undefined;
  return said({ ...about, outcome, ...(until ? { until: formatsFor(language, timezone).time(until) } : {}) });
}

/** Who chose a day may still choose a week. */
const LEFT = { 'snooze-1d': 0, 'snooze-7d': SNOOZES['snooze-1d'] } as const;

function handlingOf(action: LinkAction, now: Date): Handling {
  return action === 'acknowledge' ? { kind: 'acknowledge' } : { kind: 'snooze', until: new Date(now.getTime() + SNOOZES[action]), unlessLeft: LEFT[action] };
}

/** Where the value was read, in the answer as it came. */
async function evidence({ config, store }: Pick<LinkContext, 'config' | 'store'>, alert: Alert, language: Language): Promise<Answer> {
  const { change: { evidence: read, archive } } = alert;
  const { timezone } = config();
  const { time } = formatsFor(language, timezone);
  const kept = archive && await readArchive(store, archive);
  const html = evidencePage({
    language, headline: messageOf(alert, { language, timezone }).headline, place: read ? placeOf(read, language) : '', raw: read?.raw ?? '',
    ...(kept ? { answer: { url: kept.url, hash: kept.hash, since: time(kept.at), until: time(kept.lastAt), text: decodeBody(kept.body, kept.contentType).text } } : {}),
  });
  return { status: kept ? 200 : 410, html };
}

/** Whoever presses may read another language than the configuration's. */
function languageOf(request: IncomingMessage): Language | undefined {
  const first = request.headers['accept-language']?.slice(0, 2).toLowerCase();
  return first === 'zh' ? 'zh-CN' : first === 'en' ? 'en' : undefined;
}

function send(response: ServerResponse, { status, html }: Answer): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
  }).end(html);
}
