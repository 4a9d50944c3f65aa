import { ENGLISH, ENGLISH_LAST } from './en.ts';
import { compile, type CompiledWording } from './grammar.ts';
import { JAPANESE } from './ja.ts';
import { languagesOf, OTHERS } from './others.ts';
import { CHINESE } from './zh.ts';

const SIGNED_TABLE = compile([...ENGLISH, ...OTHERS, ...ENGLISH_LAST], false);
const CHINESE_TABLE = compile(CHINESE, true);
const JAPANESE_TABLE = compile(JAPANESE, true);

/** Which grammar a label is read with. */
export type Spoken = 'zh' | 'ja' | 'other';

/** The grammar for a text: kana and 円 are Japanese, other Chinese characters Chinese; the page's language where the letters do not say. */
export function languageOf(text: string, hint: string | undefined): Spoken {
  if (/[ぁ-んァ-ヶ]|無料|税込|[0-9]円/.test(text) || /^ja/i.test(hint ?? '') && /[\u4e00-\u9fff]/.test(text)) return 'ja';
  return /[\u4e00-\u9fff]/.test(text) || /^zh/i.test(hint ?? '') ? 'zh' : 'other';
}

/** The tables that can say something of the text: hundreds of wordings with Latin letters are spared where there are none. */
export function tablesFor(language: Spoken, text: string, hint: string | undefined): readonly CompiledWording[] {
  if (language === 'other') return signedTable(text, hint);
  const own = language === 'zh' ? CHINESE_TABLE : JAPANESE_TABLE;
  return /[a-z]{4}/i.test(text) ? [...own, ...signedTable(text, hint)] : own;
}

const SIGNED_TABLES = new Map<string, readonly CompiledWording[]>();

/** English, the languages whose words the text has, and the page's own. */
function signedTable(text: string, hint: string | undefined): readonly CompiledWording[] {
  const languages = languagesOf(text, hint?.slice(0, 2).toLowerCase());
  const key = languages.join();
  const known = SIGNED_TABLES.get(key) ?? SIGNED_TABLE.filter(({ language }) => language === undefined || languages.includes(language));
  SIGNED_TABLES.set(key, known);
  return known;
}
