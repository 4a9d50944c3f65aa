import type { Evidence } from '../../../model/reading.ts';
import { evidence } from '../candidates.ts';
import type { Mention } from '../markup/mention.ts';

/** Evidence of a mention: where it stands and its words. */
export function place(mention: Mention): Evidence {
  return evidence('text', `${mention.tag}${mention.marks === '' ? '' : `.${mention.marks}`}${mention.before === '' ? '' : ` after "${mention.before.slice(-40).trim()}"`}`, mention.text);
}
