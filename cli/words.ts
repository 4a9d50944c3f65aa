import { en } from '../alerts/messages/en.ts';
import { formatsFor } from '../alerts/messages/formats.ts';
import { zhCn } from '../alerts/messages/zh-cn.ts';
import type { Config } from '../config/types.ts';
import type { Advice } from '../model/advice.ts';
import type { Change } from '../model/change.ts';
import { formatMoney } from '../model/money.ts';

/** A change in one line, in the words of its messages. */
export function changeWords(change: Change, { language, timezone }: Pick<Config, 'language' | 'timezone'>): { readonly kind: string; readonly text: string } {
  const words = language === 'zh-CN' ? zhCn : en;
  const { headline, from, to } = words.tell(change.detail, formatsFor(language, timezone));
  const movement = [from, to].filter((part) => part !== undefined).join(' → ');
  return { kind: words.kinds[change.detail.kind], text: movement === '' ? headline : `${headline} (${movement})` };
}

/** What is advised, in one line with its figures. */
export function adviceWords(advice: Advice, language: string): string {
  switch (advice.kind) {
    case 'lower_price': return `lower the price: ${formatMoney(advice.from, language)} → ${formatMoney(advice.to, language)}`;
    case 'raise_price': return `raise the price: ${formatMoney(advice.from, language)} → ${formatMoney(advice.to, language)}`;
    case 'hold_price': return `keep the price of ${formatMoney(advice.price, language)}`;
    case 'add_keywords': return `add to the title: ${advice.keywords.join(', ')}`;
    case 'add_images': return `add images: ${advice.have} now, rivals have ${advice.rivalsHave}`;
    case 'add_attributes': return `add attributes: ${advice.attributes.join(', ')}`;
    default: return advice satisfies never;
  }
}
