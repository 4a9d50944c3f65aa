import type { Language } from '../../config/schema.ts';
import { escapeHtml } from '../html.ts';
import { htmlPage } from './html.ts';
import type { LinkAction } from './link.ts';

/** How a request ended. asked: the button is still to be pressed. later: what it needs does not answer. */
export type Outcome = 'asked' | 'done' | 'already' | 'over' | 'earlier' | 'forged' | 'expired' | 'none' | 'later';

/** The HTTP status of each. */
export const STATUS: Readonly<Record<Outcome, number>> = { asked: 200, done: 200, already: 200, over: 200, earlier: 200, forged: 403, expired: 410, none: 404, later: 503 };

interface Words {
  readonly buttons: Readonly<Record<LinkAction, string>>;
  readonly done: Readonly<Record<LinkAction, string>>;
  readonly outcomes: Readonly<Record<Exclude<Outcome, 'asked' | 'done'>, string>>;
  readonly until: (time: string) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    buttons: { 'acknowledge': 'Acknowledge', 'snooze-1d': 'Snooze for 1 day', 'snooze-7d': 'Snooze for 1 week' },
    done: { 'acknowledge': 'Acknowledged. It stays quiet while it lasts; you are told when it is over, if the rule says so.', 'snooze-1d': 'Snoozed. You are told again if it still holds then.', 'snooze-7d': 'Snoozed. You are told again if it still holds then.' },
    outcomes: {
      already: 'That was done before; nothing is left to do.', over: 'It is over already; nothing is left to do.', earlier: 'This message is of an earlier time; what fires now has a message of its own. Nothing was changed.',
      forged: 'This link is not valid. Open the message again, or use "rivalwatch ack".', expired: 'This link is too old. Use "rivalwatch ack" or "rivalwatch snooze".', none: 'There is nothing here.',
      later: 'This does not work at the moment. Try again in a minute; doing it twice does no harm.',
    },
    until: (time) => `Until ${time}.`,
  },
  'zh-CN': {
    buttons: { 'acknowledge': '确认', 'snooze-1d': '1 天后再提醒', 'snooze-7d': '1 周后再提醒' },
    done: { 'acknowledge': '已确认。持续期间不再提醒；结束时按规则通知。', 'snooze-1d': '已设置。届时若仍然如此会再次提醒。', 'snooze-7d': '已设置。届时若仍然如此会再次提醒。' },
    outcomes: {
      already: '此前已处理，无需再操作。', over: '已经结束，无需操作。', earlier: '这是较早一次的提醒；当前的情况另有消息。未作任何更改。',
      forged: '链接无效。请重新打开消息，或使用 rivalwatch ack。', expired: '链接已过期。请使用 rivalwatch ack 或 rivalwatch snooze。', none: '此处没有内容。',
      later: '暂时无法处理。请一分钟后再试，重复操作无妨。',
    },
    until: (time) => `至 ${time}。`,
  },
};

export interface PageInput {
  readonly language: Language;
  readonly outcome: Outcome;
  readonly action?: LinkAction;
  /** What the alert says, in one line. */
  readonly headline?: string;
  /** With a snooze that was done: until when. */
  readonly until?: string;
}

/** The page behind a link: what it is about, and a button or what became of it. No script, nothing from elsewhere; a page of a shop cannot put markup into it. */
export function linkPage({ language, outcome, action, headline = '', until }: PageInput): string {
  const words = WORDS[language];
  const said = outcome === 'asked' || outcome === 'done' ? (outcome === 'done' && action ? words.done[action] : '') : words.outcomes[outcome];
  const button = outcome === 'asked' && action ? `<form method="post"><button>${escapeHtml(words.buttons[action])}</button></form>` : '';
  return htmlPage(language, `${headline === '' ? '' : `<p><strong>${escapeHtml(headline)}</strong></p>`}${said === '' ? '' : `<p>${escapeHtml([said, until === undefined ? '' : words.until(until)].filter(Boolean).join(' '))}</p>`}${button}`);
}
