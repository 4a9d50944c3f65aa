import { ENGLISH, ENGLISH_LAST } from './en.ts';
import { compile, type CompiledWording, moneyIn, type MoneyForm } from './grammar.ts';
import { JAPANESE } from './ja.ts';
import { KOREAN } from './ko.ts';
import { holdsOne, smallOf } from './needs-words.ts';
import { languagesOf, OTHERS, OTHERS_FIRST } from './others.ts';
import { TURKISH, speaksTurkish } from './tr.ts';
import { CHINESE } from './zh.ts';

const SIGNED_TABLE = compile([...TURKISH, ...OTHERS_FIRST, ...ENGLISH, ...OTHERS, ...ENGLISH_LAST], 'signed');
const OWN_TABLES = { zh: compile(CHINESE, 'bare'), ja: compile(JAPANESE, 'bare'), ko: compile(KOREAN, 'won') } as const;
const MONEY = { signed: moneyIn('signed'), bare: moneyIn('bare'), won: moneyIn('won') } as const;

/** Which grammar a label is read with. */
export type Spoken = 'zh' | 'ja' | 'ko' | 'other';

/** The grammar for a text: kana and 円 are Japanese, Hangul is Korean, other Chinese characters Chinese; the page's language where the letters do not say. */
export function languageOf(text: string, hint: string | undefined): Spoken {
  if (/[ぁ-んァ-ヶ]|無料|税込|[0-9]円/.test(text) || /^ja/i.test(hint ?? '') && /[\u4e00-\u9fff]/.test(text)) return 'ja';
  if (/[\uac00-\ud7af]/.test(text) || /^ko/i.test(hint ?? '') && !/[a-z]{4}/i.test(text)) return 'ko';
  return /[\u4e00-\u9fff]/.test(text) || /^zh/i.test(hint ?? '') ? 'zh' : 'other';
}

/** The tables that can say something of the text: hundreds of wordings with Latin letters are spared where there are none. */
export function tablesFor(language: Spoken, text: string, hint: string | undefined): readonly CompiledWording[] {
  if (language === 'other') return possible(signedTable(text, hint), text, 'signed');
  const own = possible(OWN_TABLES[language], text, language === 'ko' ? 'won' : 'bare');
  return /[a-z]{4}/i.test(text) ? [...own, ...possible(signedTable(text, hint), text, 'signed')] : own;
}

/** Without those that speak of money or of something else that the text does not: nearly all of them, and they are dear to make. */
function possible(table: readonly CompiledWording[], text: string, form: MoneyForm): readonly CompiledWording[] {
  const money = MONEY[form].test(text);
  const small = smallOf(text);
  const known = new Map<RegExp, boolean>();
  const speaks = (words: RegExp): boolean => {
    const said = known.get(words) ?? words.test(text);
    known.set(words, said);
    return said;
  };
  return table.filter((wording) => (money || !wording.needsMoney) && (wording.about === undefined || speaks(wording.about)) && holdsOne(wording.needsWords, small));
}

const SIGNED_TABLES = new Map<string, readonly CompiledWording[]>();

/** English, the languages whose words the text has, and the page's own. */
function signedTable(text: string, hint: string | undefined): readonly CompiledWording[] {
  const own = hint?.slice(0, 2).toLowerCase();
  const languages = [...languagesOf(text, own), ...(own === 'tr' || speaksTurkish(text) ? ['tr'] : [])];
  const key = languages.join();
  const known = SIGNED_TABLES.get(key) ?? SIGNED_TABLE.filter(({ language }) => language === undefined || languages.includes(language));
  SIGNED_TABLES.set(key, known);
  return known;
}
