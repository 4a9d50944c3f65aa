import { en } from '../alerts/messages/en.ts';
import { formatsFor } from '../alerts/messages/formats.ts';
import { zhCn } from '../alerts/messages/zh-cn.ts';
import type { Config } from '../config/types.ts';
import type { Change } from '../model/change.ts';

/** A change in one line, in the words of its messages. */
export function changeWords(change: Change, { language, timezone }: Pick<Config, 'language' | 'timezone'>): { readonly kind: string; readonly text: string } {
  const words = language === 'zh-CN' ? zhCn : en;
  const { headline, from, to } = words.tell(change.detail, formatsFor(language, timezone));
  const movement = [from, to].filter((part) => part !== undefined).join(' → ');
  return { kind: words.kinds[change.detail.kind], text: movement === '' ? headline : `${headline} (${movement})` };
}
