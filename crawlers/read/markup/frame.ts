import { SILENT, STRUCK, type Frame } from './mention.ts';
import { zoneOf } from './regions.ts';
import type { Traits } from './traits.ts';
import { BRAND_LINK } from './words.ts';

/** An element as it opens: what it is itself and what it has from those around it. `before` is the text that ends where it begins. */
export function frameOf(tag: string, attributes: Readonly<Record<string, string>>, own: string, traits: Traits, parent: Frame | undefined, depth: number, before: string): Frame {
  const style = attributes['style'] ?? '';
  const toBrand = tag === 'a' && BRAND_LINK.test(attributes['href'] ?? '') && !traits.wants.includes('brand');
  return {
    tag, own, zone: zoneOf(tag, depth > 1 ? traits.region : undefined, parent?.zone), text: '', struckLength: 0, before, priced: false, buys: traits.buys,
    struck: (parent?.struck ?? false) || STRUCK.has(tag) || style.includes('line-through'),
    hidden: (parent?.hidden ?? false) || traits.hidden || attributes['hidden'] !== undefined || (style !== '' && /display:\s*none/.test(style)),
    invisible: style !== '' && /visibility:\s*hidden/.test(style),
    disabled: (parent?.disabled ?? false) || attributes['disabled'] !== undefined || traits.disabled,
    crumbs: ((parent?.crumbs ?? false) && !traits.menu) || traits.crumbs,
    silent: (parent?.silent ?? false) || SILENT.has(tag),
    wants: toBrand ? [...traits.wants, 'brand'] : traits.wants,
  };
}
