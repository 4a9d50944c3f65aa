import type { Frame } from './mention.ts';
import { BUY_ALONE, BUY_WORD, speaksOfStock } from './words.ts';

/** A picture's words that are a button or a note; longer ones describe what it shows. */
const SHORT = 25;
const LONGEST = 60;

/** What a button or a picture says in its attributes alone, where nobody reads it as text, and which kind of text that is. */
export function spokenBy(tag: string, attributes: Readonly<Record<string, string>>, frame: Frame): { readonly text: string; readonly as: 'buttons' | 'stock' } | undefined {
  const text = (tag === 'input' ? valueOf(attributes) : tag === 'img' ? attributes['alt'] : tag === 'button' || tag === 'a' ? attributes['aria-label'] ?? attributes['title'] : undefined)?.trim();
  if (text === undefined || text === '' || text.length > (tag === 'img' ? SHORT : LONGEST)) return undefined;
  if (BUY_WORD.test(text) || (tag === 'input' && (frame.buys || BUY_ALONE.test(text)))) return { text, as: 'buttons' };
  return tag === 'img' && speaksOfStock(text) ? { text, as: 'stock' } : undefined;
}

/** The words on a button that is an input. */
function valueOf({ type, value, alt }: Readonly<Record<string, string>>): string | undefined {
  return type === 'image' ? alt : type === 'submit' || type === 'button' ? value : undefined;
}

/** True for the name that a drawn logo of the brand carries, by the elements around it: `<a class="brand"><svg><title>Acme</title>`. */
export function namesBrand(stack: readonly Frame[], text: string): boolean {
  if (text.length > 60 || text.trim() === '' || stack.at(-1)?.hidden) return false;
  const svg = stack.findLastIndex(({ tag }) => tag === 'svg');
  return svg > 0 && stack.slice(Math.max(0, svg - 2), svg + 1).some(({ wants }) => wants.includes('brand'));
}
