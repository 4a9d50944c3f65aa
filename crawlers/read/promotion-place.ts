import type { Promotion } from '../../model/promotion.ts';
import type { PageContext } from './context.ts';
import { type PromotionHints, promotionsAt } from './text/promotion.ts';

/**
 * The promotions of a text that stands where a page has its promotions: a coupon box, a campaign line, the platform's own list
 * of them. A text that plainly is one and is not understood is kept with its words as `unrecognised`.
 * @param language BCP 47, where the place knows better than the page
 */
export function promotionsOf(text: string, page: PageContext, language?: string): readonly Promotion[] {
  const { fetchedAt } = page.hints;
  const hints: PromotionHints = { ...page.text, ...(language !== undefined && { language }), ...(fetchedAt && { now: fetchedAt }) };
  return promotionsAt(text, hints);
}
