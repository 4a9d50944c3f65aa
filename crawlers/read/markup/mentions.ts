import { plainText } from './entities.ts';
import { MAX_TEXT, nothingFound } from './found.ts';
import { isStruck, type Frame, type Mention } from './mention.ts';
import type { Region, Zone } from './regions.ts';

const MAX_MENTIONS = 400;
/** Of these kept for parts of the page that are no main part: a list above the article must not use up the room. */
const MAX_ASIDE = 150;

/** The short texts of a page that may decide something, each with where it stands. Bounded. */
export class Mentions {
  readonly found = nothingFound();
  /** Texts of the page so far. */
  order = 0;
  /** Whether a heading above other articles has come. */
  aside = false;
  readonly #stack: readonly Frame[];
  readonly #zones: { readonly mention: { region: Region }; readonly zone: Zone }[] = [];
  /** Mentions that no text has come behind yet. */
  readonly #awaiting: { after: string }[] = [];

  /** @param stack the elements that are open, the page's first */
  constructor(stack: readonly Frame[]) {
    this.#stack = stack;
  }

  /** Takes in the next text: it stands behind those that wait for one. Answers how many texts there were. */
  follow(text: string): number {
    for (const mention of this.#awaiting.splice(0)) mention.after = text.slice(0, 40);
    this.order += 1;
    return this.order;
  }

  /** Keeps the text in the list, where there is room. */
  add(list: Mention[], text: string, frame: Frame, before: string): void {
    const aside = frame.zone.region !== 'main';
    if (list.length >= MAX_MENTIONS || (aside && list.length >= MAX_ASIDE)) return;
    list.push(this.of(text, frame, before));
  }

  /** The text with where it stands. */
  of(text: string, frame: Frame, before: string): Mention {
    const above = this.#stack.slice(-5).toReversed().filter((one) => one !== frame).slice(0, 4).map((one) => (one.tag === 'label' ? `label ${one.own}`.trim() : one.own));
    const mention = {
      text: plainText(text, MAX_TEXT), tag: frame.tag, own: frame.own, marks: [frame.own, ...above].filter(Boolean).join(' < '), region: frame.zone.region,
      struck: isStruck(frame), hidden: frame.hidden || frame.invisible, disabled: frame.disabled, buys: frame.buys, order: this.order, before: before.slice(-60), after: '', aside: this.aside, ...(frame.link !== '' && { link: frame.link }),
    };
    this.#zones.push({ mention, zone: frame.zone });
    this.#awaiting.push(mention);
    return mention;
  }

  /** Regions are known once all of the page was seen. */
  settle(): void {
    for (const { mention, zone } of this.#zones) mention.region = zone.region;
  }
}
