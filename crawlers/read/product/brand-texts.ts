import { add, type Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import type { Mention, PageScan } from '../markup/mention.ts';
import { BRAND_LINK } from '../markup/words.ts';
import { isEmptyWord } from '../schema-org/product.ts';
import { place } from './place.ts';
import { foldedTitle } from '../decide/title.ts';

/** A name for a list of brands. */
const SEVERAL = /(?:^|[\s_-])brands(?:$|[\s_-])/;
/** Words around a brand's name: "by Acme", "More from Acme", "Acme Store", "Logo Acme". */
const BEFORE = /^(?:(?:visit|shop) the|besuche(?:n sie)? den|visite[rz]? la boutique|visita (?:la tienda|lo store) d[ei]|visite a loja|bezoek de|odwiedź sklep|by|von|de|da|di|par|door|från|od|brand|marke|marca|marque|merk|značka|marka|hersteller|manufacturer|vendor|品牌|ブランド|more from|mehr von|alles von|view all|shop all|all|logo)(?:\s*[:：]\s*|\s+)/i;
const AFTER = /[\s-]+(?:logo|store|official store|products|items|[-–|]\s*logo)$|のストアを表示$/i;
/** Texts that stand in such elements and are no brand. */
const NO_BRAND = /^(?:brands?|(?:our|own|top|house|new|all|about the) brands?|brand (?:new|story|outlet|deals).*|marken|marcas|marques|top-?marken|shop|home|see (?:all|more)|view (?:all|more)|mehr|more|read more|details?|info)$|[:?!]$|\d{4,}|https?:/i;
const BY = /(?:^|\s)(?:by|von|par|por|di|door|av|af|przez)\s*$/i;
/** Texts from the heading in which the brand of the article stands. */
const BEFORE_HEADING = 25;
const BEHIND_HEADING = 60;

/** Adds the brand out of elements named after it, links to all of a brand and its logo; the heading that begins with it speaks for it. */
export function brandTexts(scan: PageScan, heading: Mention | undefined, page: PageContext, into: Candidates): void {
  if (!heading) return;
  const title = heading.text.toLowerCase();
  // A book is by its author.
  const isBook = into.gtin.some(({ value }) => /^0?97[89]/.test(value));
  const near = scan.brands.filter((one) => one.region === 'main' && !one.hidden && one.order >= heading.order - BEFORE_HEADING && one.order <= heading.order + BEHIND_HEADING && !(isBook && BY.test(one.before)));
  const names = near.flatMap((mention) => {
    const name = sharedWith(title, inAddress(mention.text.replace(BEFORE, '').replace(AFTER, '').trim(), mention.link), BRAND_LINK.test(mention.link ?? ''));
    const good = !(SEVERAL.test(mention.own) && /\s/.test(name)) && name.length >= 2 && name.length <= 40 && name.split(/\s+/).length <= 5 && !NO_BRAND.test(name) && !isEmptyWord(name) && name.toLowerCase() !== title;
    return good ? [{ mention, name }] : [];
  });
  const different = new Set(names.map(({ name }) => name.toLowerCase())).size;
  for (const { mention, name } of names.slice(0, 8)) {
    const named = title.startsWith(`${name.toLowerCase()} `) || title.endsWith(` ${name.toLowerCase()}`);
    if (named || different <= 2) add(into, 'brand', name, named ? 0.75 : 0.6 / different, place(mention));
  }
  if (into.brand.length === 0) brandOfTitle(scan, heading, page, into);
  const marked = into.brand.length === 0 ? TRADE_MARK.exec(heading.text)?.[1] : undefined;
  if (marked !== undefined && !MADE_WITH.test(marked)) add(into, 'brand', marked, BY_MARK, place(heading));
}

/** Texts between the heading and a brand beside it. */
const BESIDE = 4;
/** So much of the heading behind the brand tells that a title names both. */
const HEAD = 12;

/** A text beside the heading, of at most three words, that the window's title has in front of it: `Acme` above `Desk lamp`, of `Acme Desk lamp | Shop`. */
function brandOfTitle({ named, headings }: PageScan, heading: Mention, { head }: PageContext, into: Candidates): void {
  const titles = [head.title, head.meta.get('og:title') ?? ''].map((title) => title.trimStart().toLowerCase());
  const start = heading.text.slice(0, HEAD).toLowerCase();
  const beside = [...named, ...headings].find((one) => one.region === 'main' && !one.hidden && Math.abs(one.order - heading.order) <= BESIDE && /^\p{L}/u.test(one.text) && one.text.split(/\s+/).length <= 3
    && !NO_BRAND.test(one.text) && titles.some((title) => title.startsWith(`${one.text.toLowerCase()} ${leadsToNamesake(one) ? '' : start}`)));
  if (beside) add(into, 'brand', beside.text, BESIDE_HEADING, place(beside));
}

/** True for a link to what is called like its text: `Acme`, to `/acme/`. */
function leadsToNamesake({ link, text }: Mention): boolean {
  return foldedTitle(/^[^?#]*\/([^/?#]+)\/?(?:[?#]|$)/.exec(link ?? '')?.[1] ?? '') === foldedTitle(text);
}

/** What the title puts in front of a name may be a kind of thing as well: `Smartphone Acme 5`. */
const BESIDE_HEADING = 0.55;

/** The first words of a name, one to three that begin large, with a trade mark's sign, and more behind them: `Acme Bell™ Desk lamp`. */
const TRADE_MARK = /^(\p{Lu}[\p{L}&'’.-]+(?: \p{Lu}[\p{L}&'’.-]*){0,2}) ?[™®](?=[\s,]+\p{L})/u;
/** Trade marks of what an article is made of or works with. */
const MADE_WITH = /^(?:gore-?tex|lycra|tencel|kevlar|coolmax|polartec|primaloft|thinsulate|vibram|cordura|teflon|velcro|bluetooth|wi-?fi|intel|amd|nvidia|dri-fit|oeko-?tex|swarovski|micro-?sd|hdmi|usb|windows|android)(?![\p{L}])/iu;
/** A trade mark may be that of a series of the brand. */
const BY_MARK = 0.5;

/** The first words of a link that are what its address calls the brand: `Acme shirts`, to `/brand/53-acme`. */
function inAddress(name: string, link: string | undefined): string {
  const slug = /\/([^/?#]+)\/?(?:[?#]|$)/.exec(link ?? '')?.[1]?.replace(/^\d+-/, '');
  const called = slug === undefined || !BRAND_LINK.test(link ?? '') ? '' : foldedTitle(slug);
  const words = name.split(/\s+/);
  const count = called === '' ? 0 : words.findIndex((_, i) => foldedTitle(words.slice(0, i + 1).join('')) === called) + 1;
  return count > 0 ? words.slice(0, count).join(' ') : name;
}

/** A name without the thing that stands behind it, where the article's name has both: `Acme lamp` of `Acme Classic lamp`; on a link to all of a brand whatever it is: `Acme lighting`. */
function sharedWith(title: string, name: string, leadsToBrand: boolean): string {
  if (title.startsWith(name.toLowerCase())) return name;
  const [words, named] = [name.split(/\s+/), title.split(/\s+/)];
  const first = words.findIndex((word, i) => word.toLowerCase() !== named[i]);
  return first > 0 && (leadsToBrand || words.every((word) => named.includes(word.toLowerCase()))) ? words.slice(0, first).join(' ') : name;
}
