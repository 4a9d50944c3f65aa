import sharp from 'sharp';

// Files of strangers: nothing of them is kept, and one decoder works at a time.
sharp.cache(false);
sharp.concurrency(1);

/** Cells of the shapes in each direction. */
const GRID = 16;
/** A step of less than this (of 255) is no step: what compression makes of a plain white background must not fill the hash with noise. */
const LEAST_STEP = 8;
/** Cells of the colours in each direction, and levels of each colour. */
const PATCHES = 4;
const LEVELS = 8;
/** Side to which a picture is brought before anything is measured. */
const SMALL = 256;
/** 25 megapixels: the largest pictures of shops have half of it. Decoded it is 75 MB. */
const MOST_PIXELS = 25_000_000;
/** Seconds a decoder may take. */
const MOST_SECONDS = 10;

/** Formats by their first bytes. Nothing else comes near a decoder: SVG and PDF are programs. */
const FORMATS: readonly ((bytes: Buffer) => boolean)[] = [
  (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  (bytes) => /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)),
  (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  (bytes) => /^ftyp(?:avif|avis|mif1)$/.test(bytes.toString('latin1', 4, 12)),
];

/** True when the bytes begin as a JPEG, PNG, GIF, WebP or AVIF does. */
export function isPicture(bytes: Buffer): boolean {
  return FORMATS.some((begins) => begins(bytes));
}

/**
 * Hashes what a picture looks like. Its shapes: a difference hash (dHash, after Neal Krawetz) of 16 × 16 cells in both directions, each step between two
 * neighbours up, down or none. Its colours: 4 × 4 cells, each colour in 8 levels, because a red and a blue shirt of one cut are two pictures. Formats, sizes,
 * compression and small marks change few bits of it; it is compared by `isSamePicture`. What is transparent counts as white; of a moving picture the
 * first frame counts. Undefined for what is no picture, is damaged, has more than 25 megapixels or keeps the decoder busy for more than 10 seconds.
 */
export async function pictureHash(bytes: Buffer): Promise<string | undefined> {
  if (!isPicture(bytes)) return undefined;
  try {
    // Small once, so that the decoder sees the file once.
    const small = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1, sequentialRead: true })
      .timeout({ seconds: MOST_SECONDS }).rotate().flatten({ background: '#ffffff' }).toColourspace('srgb').resize(SMALL, SMALL, { fit: 'fill' }).png({ compressionLevel: 1 }).toBuffer();
    const [across, down, patches] = await Promise.all([cellsOf(small, GRID + 1, GRID, true), cellsOf(small, GRID, GRID + 1, true), cellsOf(small, PATCHES, PATCHES, false)]);
    return `${hexOf([...stepsAcross(across), ...stepsDown(down)])}.${hexOf(levelsOf(patches))}`;
  } catch {
    // Whatever a decoder has to say of a file that strangers made, it is no picture to compare.
    return undefined;
  }
}

async function cellsOf(picture: Buffer, width: number, height: number, grey: boolean): Promise<readonly number[]> {
  const resized = sharp(picture).resize(width, height, { fit: 'fill', kernel: 'linear' });
  const { data, info } = await (grey ? resized.greyscale() : resized).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const channels = grey ? 1 : 3;
  // A grey picture may come with one value for each colour.
  return [...data].filter((_, place) => place % info.channels < channels);
}

function stepsAcross(cells: readonly number[]): readonly boolean[] {
  return cells.flatMap((cell, place) => (place % (GRID + 1) === GRID ? [] : stepOf(cell, cells[place + 1] ?? cell)));
}

function stepsDown(cells: readonly number[]): readonly boolean[] {
  return cells.slice(0, GRID * GRID).flatMap((cell, place) => stepOf(cell, cells[place + GRID] ?? cell));
}

function stepOf(from: number, to: number): readonly boolean[] {
  return [to - from >= LEAST_STEP, from - to >= LEAST_STEP];
}

/** A bit for each level that is reached: colours that are near differ in few. */
function levelsOf(cells: readonly number[]): readonly boolean[] {
  return cells.flatMap((cell) => Array.from({ length: LEVELS - 1 }, (_, level) => cell >= ((level + 1) * 256) / LEVELS));
}

function hexOf(bits: readonly boolean[]): string {
  const fours = Array.from({ length: Math.ceil(bits.length / 4) }, (_, index) => bits.slice(index * 4, index * 4 + 4));
  return fours.map((four) => four.reduce((sum, bit) => sum * 2 + Number(bit), 0).toString(16)).join('');
}
