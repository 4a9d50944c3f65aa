/** Bytes of a text in a legacy encoding, by turning the decoder's own table around. Characters it does not have become "?". */
export function encoded(text: string, encoding: string): Buffer {
  const table = tableOf(encoding);
  return Buffer.from(Array.from(text).flatMap((char) => table.get(char) ?? [0x3f]));
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  const put = (...bytes: number[]): void => {
    const char = decoder.decode(Uint8Array.from(bytes));
    if (Array.from(char).length === 1 && char !== '\uFFFD' && !table.has(char)) table.set(char, bytes);
  };
  for (let one = 0; one < 256; one += 1) put(one);
  // Node's own table has a control character there.
  if (encoding === 'windows-1252') table.set('€', [0x80]);
  if (/gb|big5|jis|euc/.test(encoding)) for (let lead = 0x81; lead <= 0xfe; lead += 1) for (let trail = 0x40; trail <= 0xfe; trail += 1) put(lead, trail);
  tables.set(encoding, table);
  return table;
}

/** UTF-16 in either order of bytes, without a mark. */
export function utf16(text: string, order: 'le' | 'be'): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}
