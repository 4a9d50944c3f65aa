/** The main picture and the next few of a listing, what a buyer sees without scrolling: these are looked at. */
export const PICTURES_OF_LISTING = 4;

/**
 * What a picture looks like, as hex digits of its shapes and of its colours: pictures that look alike differ in few bits of both, whatever their address,
 * format, size or compression. null: the address was asked and gave no picture that can be compared.
 */
export type PictureHash = string | null;

/** Of the 1024 bits of the shapes. */
const SHAPES_APART = 60;
/** Of the 336 bits of the colours. */
const COLOURS_APART = 12;

/**
 * True when two hashes are of one picture. Measured on drawn products (test/crawlers/picture-hash.test.ts): the same picture in another format, size,
 * compression, with a watermark or a badge has at most 36 bits of shapes and 4 of colours apart; another product at least 105 bits of shapes, another colour
 * of a shirt at least 19 of colours. Another colour of a small part of the product is not seen. False when one is no such hash.
 */
export function isSamePicture(a: string, b: string): boolean {
  const [shapes = '', colours = ''] = a.split('.');
  const [otherShapes = '', otherColours = ''] = b.split('.');
  return hammingDistance(shapes, otherShapes) <= SHAPES_APART && hammingDistance(colours, otherColours) <= COLOURS_APART;
}

/** In how many bits two hashes of one length differ. Infinite when they are no such hashes. */
export function hammingDistance(a: string, b: string): number {
  if (a.length !== b.length || !/^[\da-f]+$/.test(a + b)) return Number.POSITIVE_INFINITY;
  let bits = 0;
  for (let place = 0; place < a.length; place += 1) bits += bitsOf(Number.parseInt(a.charAt(place), 16) ^ Number.parseInt(b.charAt(place), 16));
  return bits;
}

/** How many bits of four are set. */
function bitsOf(four: number): number {
  return (four & 1) + ((four >> 1) & 1) + ((four >> 2) & 1) + ((four >> 3) & 1);
}
