import type { Language } from '../../config/schema.ts';

/** What a digest says around its alerts. */
export interface DigestWords {
  readonly headline: (count: number, since: string) => string;
  /** Nothing is left of what waited. */
  readonly nothingLeft: (count: number) => string;
  readonly superseded: (count: number, what: string) => string;
  readonly and: string;
  /** The same of many listings of a source, as a heading. */
  readonly alike: (what: string, count: number, source: string) => string;
  /** Names that have no room. */
  readonly more: (count: number) => string;
}

export const DIGEST_WORDS: Readonly<Record<Language, DigestWords>> = {
  en: {
    headline: (count, since) => `${count} ${count === 1 ? 'alert' : 'alerts'} since ${since}`,
    nothingLeft: (count) => `Nothing new: ${count === 1 ? '1 alert is' : `${count} alerts are`} over again`,
    superseded: (count, what) => `No longer true or told anew (${count}): ${what}`,
    and: '; ',
    alike: (what, count, source) => `${what} – ${count} listings of ${source}`,
    more: (count) => `and ${count} more (rivalwatch changes)`,
  },
  'zh-CN': {
    headline: (count, since) => `自 ${since} 起共 ${count} 条提醒`,
    nothingLeft: (count) => `没有新情况：${count} 条提醒已不再成立`,
    superseded: (count, what) => `已失效或已被更新（${count} 条）：${what}`,
    and: '；',
    alike: (what, count, source) => `${what}（${source}，${count} 个商品）`,
    more: (count) => `另有 ${count} 个，见 rivalwatch changes`,
  },
};
