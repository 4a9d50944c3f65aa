import type { JsonObject } from '../json/value.ts';
import type { Picture } from './pictures.ts';
import type { Region, Zone } from './regions.ts';
import type { SpecRow } from './specs.ts';
import { DIGIT, MONEY_TEXT } from './words.ts';

/** A short text of the page with what stands around it. */
export interface Mention {
  readonly text: string;
  readonly tag: string;
  /** Class, id and test names of the element, then of up to four ancestors, lower case. */
  readonly marks: string;
  readonly own: string;
  readonly region: Region;
  readonly struck: boolean;
  readonly hidden: boolean;
  readonly disabled: boolean;
  /** Named like a button that sells. */
  readonly buys: boolean;
  /** Running number over all texts of the page: neighbours are near in it. */
  readonly order: number;
  /** The text just before, up to 60 characters. */
  readonly before: string;
  /** The text just behind, up to 40 characters. */
  readonly after: string;
  /** Behind a heading such as "You may also like". */
  readonly aside: boolean;
  /** Where the link leads that it stands in. */
  readonly link?: string;
}

/** What one streaming pass over the page gives. */
export interface PageScan {
  readonly microdata: readonly JsonObject[];
  readonly rdfa: readonly JsonObject[];
  readonly prices: readonly Mention[];
  readonly stock: readonly Mention[];
  readonly buttons: readonly Mention[];
  readonly headings: readonly Mention[];
  /** Texts of elements named after the name of an article, and of small headings. */
  readonly titled: readonly Mention[];
  /** Texts that stand word for word in a title of the page. */
  readonly named: readonly Mention[];
  readonly ratings: readonly Mention[];
  /** Texts that may say how many have rated or reviewed. */
  readonly counts: readonly Mention[];
  readonly promotions: readonly Mention[];
  readonly breadcrumbs: readonly string[];
  /** Texts of elements named after the brand, and of links to everything of one brand. */
  readonly brands: readonly Mention[];
  /** Texts of elements named after who sells. */
  readonly sellers: readonly Mention[];
  /** Texts of elements named after the shop's own number. */
  readonly numbers: readonly Mention[];
  readonly pictures: readonly Picture[];
  /** Labels with the text that follows: `SKU:` → `123`. */
  readonly labelled: readonly { readonly label: string; readonly mention: Mention }[];
  readonly specs: readonly SpecRow[];
}

/** An open element. */
export interface Frame {
  readonly tag: string;
  readonly own: string;
  readonly zone: Zone;
  readonly struck: boolean;
  readonly hidden: boolean;
  /** Not shown, itself alone: a page that is made so as a whole is shown by its script. */
  readonly invisible: boolean;
  readonly disabled: boolean;
  readonly buys: boolean;
  /** Inside a form that puts an article into the cart: what sends it sells, in whatever language. */
  readonly sells: boolean;
  readonly crumbs: boolean;
  readonly silent: boolean;
  /** Where the innermost link around it leads; empty outside of links. */
  readonly link: string;
  /** Set when the element's whole text is wanted. */
  readonly wants: readonly ('price' | 'stock' | 'button' | 'heading' | 'titled' | 'promotion' | 'brand' | 'seller' | 'number')[];
  text: string;
  /** The first text that stands in it itself. */
  first: string;
  /** Letters and signs of the text that stand struck through inside. */
  struckLength: number;
  before: string;
  /** An amount inside was already noted. */
  priced: boolean;
}

/** Elements whose text nobody sees. */
export const SILENT = new Set(['title', 'script', 'style', 'noscript', 'template', 'svg', 'iframe', 'textarea']);
/** Elements that strike their text through. */
export const STRUCK = new Set(['del', 's', 'strike']);
/** A rating in words: "4.5 out of 5". */
export const RATING_TEXT = /\d[.,]?\d?\s*(?:\/|out of|of|von|de|sur|su|z|van(?: de)?|av|из|sao)\s*(?:5|10|100)\b|\d\s*(?:stars?|sterne|étoiles|estrellas|stelle|[つ颗顆]?星|[点점]|개 중|yıldız)/i;
/** An amount without a currency: looked at only behind a word such as "was". */
export const BARE_AMOUNT = /^[\d０-９][\d０-９.,，．' ]{1,10}$/;

/** What a sign may be the first of: `원~ 957개 구매` behind `2,900`. */
export const FIRST_WORD = /^[^\s\d~(,./]+/;

/** A sign in letters behind digits ends that amount and begins no other. */
export const ENDS_AMOUNT = /\d ?\p{L}{1,4}\.?$/u;
/** An amount to the cent without its currency. */
export const BARE_CENTS = /^\d{1,6}[.,]\d{2}$/;

/** True for a short text that is a sign or code of money and no amount. */
export function isSign(text: string): boolean {
  return text.length <= 4 && !DIGIT.test(text) && MONEY_TEXT.test(text);
}

/** Elements that stand in a line of text; a text that follows any other begins a line of its own. */
const IN_LINE = new Set(['span', 'b', 'i', 'sup', 'strong', 'small']);
/** … and those that a line does not end behind, though they are set apart from what is before. */
const GOES_ON = new Set(['a', 'em', 'u', 'bdi', 'ins', 'del', 's', 'sub', 'font', 'mark', 'label', 'abbr', 'data', 'big', 'strike', 'input', 'img']);

/** A sign and whole units that nothing but their size sets apart from the cents behind: `<i>$</i><i>79</i><i>00</i>`. */
const UNITS = /^\s*[\p{Sc}￥]\s?\d{1,4}$/u;

/** The text of an element with that of one closed inside put to it: cents set small (`12<sup>99</sup>`) get their point back. */
export function glued(frame: Frame, before: string): string {
  const { tag, text } = frame;
  const cents = /^\s*\d{2}(?:\D|$)/.test(text) && /\d\s*$/.test(before) && (tag === 'sup' || /cent|decimal|fraction/.test(frame.own) || (IN_LINE.has(tag) && UNITS.test(before) && text.trim().length === 2));
  if (cents) return `${before.trimEnd()}${/\.\d{3}\s*$/.test(before) ? ',' : '.'}${text.trim()}`;
  // `<span>$200</span><span>2 bids</span>` is set apart by its style, not by a space.
  const apart = !IN_LINE.has(tag) || beginsWord(before, text) || (/\d$/.test(before) && /^(?:[-–−]?\d+(?:\.\d)?\s*[\p{L}%％]|\p{L}{3}|[\p{Sc}￥]\s?\d)/u.test(text));
  return `${before}${apart ? ' ' : ''}${text}${IN_LINE.has(tag) || GOES_ON.has(tag) ? '' : ' '}`;
}

/** A small letter, then a large one: two words, set apart by style: `<a>Acme</a><span>Lamp</span>`. */
function beginsWord(before: string, text: string): boolean {
  const [last, first] = [before.charCodeAt(before.length - 1), text.charCodeAt(0)];
  return first >= 65 && first <= 90 && last >= 97 && last <= 122;
}

/** Struck through itself, or with nothing in it that is not: `<span class="price"><s>€149.00</s></span>`. */
export function isStruck(frame: Frame): boolean {
  return frame.struck || (frame.struckLength > 0 && frame.struckLength >= inkOf(frame.text));
}

/** Characters of a text that are no blanks. */
export function inkOf(text: string): number {
  return text.length - (text.match(/\s/g)?.length ?? 0);
}
