import { SILENT, STRUCK, type Frame } from './mention.ts';
import { zoneOf } from './regions.ts';
import type { Traits } from './traits.ts';
import { BRAND_LINK } from './words.ts';

/** A form that puts an article into the cart, by where it goes or how it is named. */
const CART_FORM = /(?:^|[\s/._-])(?:add[-_]?to[-_]?)?(?:shopping[-_]?)?(?:cart|basket|warenkorb|panier|carrito|carrello|carrinho|ko[sš]ik|koszyk|winkelwagen|varukorg|kundvagn|kurv|ostoskori|sepet|bag)(?:$|[\s/._?-])|add[-_]?to[-_]?(?:cart|basket|bag)|addtocart/i;
/** What else such a form may be for, and what else its buttons may do. */
const NO_SALE = /coupon|voucher|discount|wish|compar|favou?rit|update|remove|delete|search|newsletter|notif/i;
/** A call that puts the article into the cart. */
const BUY_CALL = /add_?(?:item_?)?to_?(?:cart|basket|bag)|add_?cart|buy_?now/i;

/** True for a form that sells; most elements are none. */
function isCartForm(tag: string, { action = '' }: Readonly<Record<string, string>>, own: string): boolean {
  return tag === 'form' && (CART_FORM.test(action) || CART_FORM.test(own)) && !NO_SALE.test(action) && !NO_SALE.test(own);
}

/** True for what sends a form. */
function submits(tag: string, { type }: Readonly<Record<string, string>>): boolean {
  return tag === 'button' ? type === undefined || type === 'submit' : tag === 'input' && type === 'submit';
}

/** An element as it opens: what it is itself and what it has from those around it. `before` is the text that ends where it begins. */
export function frameOf(tag: string, attributes: Readonly<Record<string, string>>, own: string, traits: Traits, parent: Frame | undefined, depth: number, before: string): Frame {
  const style = attributes['style'] ?? '';
  const calls = attributes['onclick'] !== undefined && tag !== 'body' && BUY_CALL.test(attributes['onclick']);
  const buys = traits.buys || calls || ((parent?.sells ?? false) && submits(tag, attributes) && !NO_SALE.test(own));
  const toBrand = tag === 'a' && BRAND_LINK.test(attributes['href'] ?? '') && !traits.wants.includes('brand');
  return {
    tag, own, zone: zoneOf(tag, depth > 1 ? traits.region : undefined, parent?.zone), text: '', first: '', struckLength: 0, before, priced: false, buys,
    sells: (parent?.sells ?? false) || isCartForm(tag, attributes, own),
    struck: (parent?.struck ?? false) || STRUCK.has(tag) || style.includes('line-through'),
    hidden: (parent?.hidden ?? false) || traits.hidden || attributes['hidden'] !== undefined || (style !== '' && /display:\s*none/.test(style)),
    invisible: style !== '' && /visibility:\s*hidden/.test(style),
    disabled: (parent?.disabled ?? false) || attributes['disabled'] !== undefined || traits.disabled,
    crumbs: ((parent?.crumbs ?? false) && !traits.menu) || traits.crumbs,
    link: tag === 'a' ? (attributes['href'] ?? '') : (parent?.link ?? ''),
    silent: (parent?.silent ?? false) || SILENT.has(tag),
    wants: toBrand ? [...traits.wants, 'brand'] : calls && !traits.wants.includes('button') ? [...traits.wants, 'button'] : traits.wants,
  };
}
