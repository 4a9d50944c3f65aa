import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { Answer } from './answer.ts';

const SIDE = 128;
const CELL = 16;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A picture of coloured squares, another one for every name, the same one whatever folder it lies in. */
export function picture(path: string): Answer {
  const colours = createHash('sha512').update(path.slice(path.lastIndexOf('/') + 1)).digest();
  const rows = Array.from({ length: SIDE }, (_, y) => Buffer.from([0, ...Array.from({ length: SIDE }, (__, x) => [0, 1, 2].map((part) => colours[(Math.floor(y / CELL) * 8 + Math.floor(x / CELL) + part * 21) % colours.length] ?? 0)).flat()]));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header.set([8, 2], 8); // eight bits of red, green and blue
  const body = Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]);
  return { status: 200, type: 'image/png', body, validators: true };
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, check]);
}
