import type { Language } from '../../config/schema.ts';
import { escapeHtml } from '../html.ts';
import { htmlPage } from './html.ts';

/** What is known of where a value was read. */
export interface EvidencePage {
  readonly language: Language;
  /** What the alert says, in one line. */
  readonly headline: string;
  /** Method and place, in words of the language. */
  readonly place: string;
  /** The words on the page that the value was made of. */
  readonly raw: string;
  /** The archived answer; left out when it is no longer kept. */
  readonly answer?: { readonly url: string; readonly hash: string; readonly since: string; readonly until: string; readonly text: string };
}

interface Words {
  readonly read: (raw: string, place: string) => string;
  readonly from: (since: string, until: string) => string;
  readonly around: string;
  readonly whole: string;
  readonly gone: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  'en': {
    read: (raw, place) => `Read: “${raw}” at ${place}.`, from: (since, until) => `The answer below came first on ${since}, and last on ${until}.`, around: 'Around it', whole: 'The whole answer, as text',
    gone: 'The answer itself is no longer kept (retention.archiveDays, retention.archiveBytes).',
  },
  'zh-CN': {
    read: (raw, place) => `读取内容：“${raw}”，位置：${place}。`, from: (since, until) => `以下页面内容首次获取于 ${since}，最近一次获取于 ${until}。`, around: '读取处上下文', whole: '完整内容（文本）',
    gone: '页面原文已不再保存（retention.archiveDays、retention.archiveBytes）。',
  },
};

/** Shown of a page at most; before and after the words. */
const LONGEST = 300_000;
const AROUND = 600;

/** The page that shows where a value was read, with the archived answer as text: a page of a shop runs nothing and loads nothing here. */
export function evidencePage({ language, headline, place, raw, answer }: EvidencePage): string {
  const words = WORDS[language];
  const top = [`<p><strong>${escapeHtml(headline)}</strong></p>`, `<p>${escapeHtml(words.read(raw, place))}</p>`];
  if (!answer) return htmlPage(language, [...top, `<p>${words.gone}</p>`].join('\n'));
  const found = raw === '' ? -1 : answer.text.indexOf(raw);
  return htmlPage(language, [
    ...top, `<p>${escapeHtml(answer.url)}<br>${escapeHtml(words.from(answer.since, answer.until))}<br><small>SHA-256 ${escapeHtml(answer.hash)}</small></p>`,
    ...(found < 0 ? [] : [`<h2>${words.around}</h2>`, pre(marked(answer.text, found, raw))]), `<h2>${words.whole}</h2>`, pre(escapeHtml(answer.text.slice(0, LONGEST))),
  ].join('\n'));
}

function marked(text: string, at: number, raw: string): string {
  const end = at + raw.length;
  return `${escapeHtml(text.slice(Math.max(0, at - AROUND), at))}<mark>${escapeHtml(text.slice(at, end))}</mark>${escapeHtml(text.slice(end, end + AROUND))}`;
}

function pre(html: string): string {
  return `<pre style="white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8rem">${html}</pre>`;
}
