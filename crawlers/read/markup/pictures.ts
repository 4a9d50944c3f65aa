import type { Zone } from './regions.ts';
import type { Region } from './regions.ts';

/** A picture the page shows. */
export interface Picture {
  /** As it stands in the markup. */
  readonly address: string;
  readonly alt: string;
  /** Marked as the article's, or opened large by a click. */
  readonly marked: boolean;
  readonly region: Region;
  readonly order: number;
}

const MAX_PICTURES = 200;
const PICTURE_FILE = /\.(?:jpe?g|png|webp|avif)(?:$|\?)/i;

/** Collects the pictures while a page streams by. */
export class PictureList {
  readonly #found: { readonly picture: Omit<Picture, 'region'>; readonly zone: Zone }[] = [];

  open(tag: string, attributes: Readonly<Record<string, string>>, zone: Zone, order: number): void {
    if ((tag !== 'img' && tag !== 'a') || this.#found.length >= MAX_PICTURES) return;
    const address = tag === 'a' ? attributes['href'] : attributes['data-src'] ?? attributes['src'];
    if (!address || address.startsWith('data:') || (tag === 'a' && !PICTURE_FILE.test(address))) return;
    const marked = tag === 'a' || /\bimage\b/.test(attributes['itemprop'] ?? '');
    const alt = (attributes['alt'] ?? attributes['title'] ?? '').trim().slice(0, 200);
    if (marked || alt.length >= 3) this.#found.push({ picture: { address, alt, marked, order }, zone });
  }

  result(): Picture[] {
    return this.#found.map(({ picture, zone }) => ({ ...picture, region: zone.region }));
  }
}
