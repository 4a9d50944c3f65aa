import type { Language } from '../../config/schema.ts';

/** What a digest says around its alerts. */
export interface DigestWords {
  readonly headline: (count: number, since: string) => string;
  /** Nothing is left of what waited. */
  readonly nothingLeft: (count: number) => string;
  readonly superseded: (count: number, what: string) => string;
  readonly and: string;
}

export const DIGEST_WORDS: Readonly<Record<Language, DigestWords>> = {
  en: {
    headline: (count, since) => `${count} ${count === 1 ? 'alert' : 'alerts'} since ${since}`,
    nothingLeft: (count) => `Nothing new: ${count === 1 ? '1 alert is' : `${count} alerts are`} over again`,
    superseded: (count, what) => `No longer true or told anew (${count}): ${what}`,
    and: '; ',
  },
  'zh-CN': {
    headline: (count, since) => `自 ${since} 起共 ${count} 条提醒`,
    nothingLeft: (count) => `没有新情况：${count} 条提醒已不再成立`,
    superseded: (count, what) => `已失效或已被更新（${count} 条）：${what}`,
    and: '；',
  },
};
