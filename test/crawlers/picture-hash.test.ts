import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { isPicture, pictureHash } from '../../crawlers/picture-hash.ts';
import { hammingDistance, isSamePicture } from '../../model/picture.ts';
import { cpuClock } from '../support/cpu.ts';

function svg(body: string, width = 800, height = 800): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${body}</svg>`);
}

/** Products as shops show them: one thing on white. */
const DRAWN = {
  lamp: '<rect x="370" y="300" width="60" height="380" fill="#444"/><polygon points="250,300 550,300 480,120 320,120" fill="#c0392b"/><ellipse cx="400" cy="690" rx="160" ry="30" fill="#333"/>',
  chair: '<rect x="220" y="420" width="360" height="50" fill="#8e5b2f"/><rect x="220" y="120" width="40" height="560" fill="#8e5b2f"/><rect x="540" y="460" width="40" height="220" fill="#8e5b2f"/>',
  shirt: '<polygon points="250,150 350,120 450,120 550,150 680,300 600,360 560,310 560,680 240,680 240,310 200,360 120,300" fill="#2980b9"/>',
  bottle: '<rect x="330" y="250" width="140" height="450" rx="40" fill="#27ae60"/><rect x="370" y="130" width="60" height="120" fill="#222"/><rect x="340" y="420" width="120" height="140" fill="#f1c40f"/>',
  mug: '<rect x="250" y="250" width="260" height="340" rx="20" fill="#d35400"/><circle cx="540" cy="420" r="90" fill="none" stroke="#d35400" stroke-width="40"/>',
  room: '<rect y="600" width="800" height="200" fill="#a67c52"/><rect y="0" width="800" height="600" fill="#aebfd0"/><rect x="200" y="420" width="400" height="180" rx="30" fill="#884ea0"/>',
} as const;
type Name = keyof typeof DRAWN;
const NAMES: readonly Name[] = ['lamp', 'chair', 'shirt', 'bottle', 'mug', 'room'];
const WATERMARK = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800"><g fill="#888" fill-opacity="0.5" transform="rotate(-20 400 400)"><rect x="60" y="390" width="420" height="14"/><rect x="60" y="420" width="560" height="22"/></g></svg>');
const BADGE = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800"><circle cx="700" cy="100" r="60" fill="#e74c3c"/></svg>');

const png = (name: Name): Promise<Buffer> => sharp(svg(DRAWN[name])).png().toBuffer();
async function hash(bytes: Buffer): Promise<string> {
  const found = await pictureHash(bytes);
  if (found === undefined) throw new Error('no picture');
  return found;
}

describe('the hash of a picture', () => {
  it.each(NAMES)('%s is the same in other formats, sizes and compressions, with a watermark, a badge and a narrower frame', async (name) => {
    const picture = await png(name);
    const own = await hash(picture);
    expect(own).toMatch(/^[\da-f]{256}\.[\da-f]{84}$/);
    const others = await Promise.all([
      sharp(picture).jpeg({ quality: 90 }), sharp(picture).jpeg({ quality: 30 }), sharp(picture).webp({ quality: 60 }), sharp(picture).avif({ quality: 40 }), sharp(picture).gif(),
      sharp(picture).resize(120).jpeg({ quality: 75 }), sharp(picture).resize(1_600).webp(), sharp(picture).resize(430, 431, { fit: 'fill' }).jpeg({ quality: 85 }),
      sharp(picture).composite([{ input: WATERMARK }]).jpeg({ quality: 80 }), sharp(picture).composite([{ input: BADGE }]).jpeg({ quality: 80 }),
      sharp(picture).extract({ left: 16, top: 16, width: 768, height: 768 }).jpeg(),
    ].map((other) => other.toBuffer()));
    for (const [index, other] of others.entries()) expect([index, isSamePicture(own, await hash(other))]).toEqual([index, true]);
  });

  it('is another one for another product', async () => {
    const hashes = await Promise.all(NAMES.map(async (name) => hash(await png(name))));
    for (const [index, one] of hashes.entries()) for (const [at, other] of hashes.entries()) expect([index, at, isSamePicture(one, other)]).toEqual([index, at, index === at]);
  });

  it('is another one for another colour of the same product', async () => {
    const shirts = await Promise.all(['#2980b9', '#c0392b', '#111111', '#27ae60'].map(async (colour) => hash(await sharp(svg(DRAWN.shirt.replace('#2980b9', colour))).png().toBuffer())));
    for (const [index, one] of shirts.entries()) for (const [at, other] of shirts.entries()) expect([index, at, isSamePicture(one, other)]).toEqual([index, at, index === at]);
  });

  it('takes what is transparent for white, and looks at a turned photo upright', async () => {
    const clear = await sharp(Buffer.from(svg(DRAWN.lamp).toString().replace('fill="#fff"', 'fill="none"'))).png().toBuffer();
    expect(isSamePicture(await hash(clear), await hash(await png('lamp')))).toBe(true);
    const lying = await sharp(await png('lamp')).rotate(90).jpeg().withMetadata({ orientation: 8 }).toBuffer();
    expect(isSamePicture(await hash(lying), await hash(await png('lamp')))).toBe(true);
  });
});

describe('what strangers serve as a picture', () => {
  it.each([
    ['nothing', Buffer.alloc(0)], ['words', Buffer.from('<html>not found</html>')], ['a program that draws', svg(DRAWN.lamp)], ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['a beginning alone', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10])],
  ])('%s has no hash', async (_, bytes) => {
    expect(await pictureHash(bytes)).toBeUndefined();
  });

  it('cut in the middle has no hash', async () => {
    const whole = await sharp(await png('lamp')).jpeg().toBuffer();
    expect(await pictureHash(whole.subarray(0, Math.floor(whole.length / 2)))).toBeUndefined();
  });

  it('that says it is 40,000 pixels wide is not decoded, and takes neither time nor memory', async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' }, limitInputPixels: false }).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    const [spent, memory] = [cpuClock(), process.memoryUsage().rss];
    expect(await pictureHash(bomb)).toBeUndefined();
    expect(spent()).toBeLessThan(2_000);
    expect(process.memoryUsage().rss - memory).toBeLessThan(150 * 1024 * 1024);
  });

  it('is known by its first bytes', async () => {
    expect(isPicture(await sharp(await png('mug')).webp().toBuffer())).toBe(true);
    expect(isPicture(Buffer.from('RIFF....WAVE'))).toBe(false);
  });
});

it('counts the bits in which two hashes differ, and nothing of what is no hash', () => {
  expect([hammingDistance('00', '00'), hammingDistance('0f', 'f0'), hammingDistance('01', '03')]).toEqual([0, 8, 1]);
  expect([hammingDistance('00', '000'), hammingDistance('', ''), hammingDistance('zz', 'zz')]).toEqual([Infinity, Infinity, Infinity]);
  expect(isSamePicture('00', '00')).toBe(false);
});
