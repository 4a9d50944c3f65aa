import type { FlatElement } from './flat.ts';
import { isMarked, markOf } from './names.ts';
import { SALE_MARK, STRUCK_MARK } from './words.ts';

/** Of a block with its price in other words. */
export const MAX_TEXT = 80;

/** An element around an amount with its text, where that is short. */
export interface Around {
  readonly element: FlatElement;
  readonly text: string | undefined;
}

/** Struck through; soft: only its name says that another one replaces it, which is left out where there is no other; regular: so called, which is the price where there is no other. */
export type Struck = 'no' | 'soft' | 'regular' | 'yes';

/** Names that say how an element is at the moment or is set, not what it is: `with-list-price`, `has-discount`, `w-full`, `md:text-base`. */
const STATE_NAME = /(?:^|\s)(?:[\w-]{1,20}:)?!?(?:[a-z]-)?(?:(?:min-|max-)?[wh]|size|rounded(?:-\w{1,2})?|text|color|font|fw|leading|tracking|flex|basis|inset|break|whitespace|align)-(?:full|base|normal|regular|standard|initial)(?!\S)|(?:^|\s)(?:with|has|no|on)[-_]\S+|(?:^|\s)is[-_](?!\S*(?:str(?:ike|uck)|crossed))\S+/gi;

/** Struck through by its own tag or style. */
export function isCrossed({ tag, attributes }: FlatElement): boolean {
  return /^(?:del|s|strike)$/.test(tag) || attributes['data-a-strike'] === 'true' || /line-?through/i.test(`${attributes['style'] ?? ''} ${attributes['class'] ?? ''}`);
}

/** Words for what everybody pays while there is no sale. */
export const REGULAR = /regular|normal|habitual|habituel|vanlig|звичайна|обычная|通常価格|优惠前/iu;

/** Whether an amount is struck through, by what stands around it; `listed`: its words call it a list price, `labelled` are those right beside it. */
export function struckOf(around: readonly Around[], listed: boolean, labelled: string): Struck {
  for (const { element, text } of around) {
    if (isCrossed(element)) return 'yes';
    if (text === undefined || text.length > MAX_TEXT || element.tag === 'a') break;
    if (!listed && isMarked(STRUCK_MARK, markOf(element).replaceAll(STATE_NAME, ' ')) && !isMarked(SALE_MARK, markOf(element))) return 'soft';
  }
  return listed ? REGULAR.test(labelled) ? 'regular' : 'yes' : 'no';
}
