/** Text to GBK, made from the decoder that Node has: the standard library decodes GBK but does not encode it. */
let table: ReadonlyMap<string, readonly [number, number]> | undefined;

function encodingTable(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gbk');
  const built = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !built.has(character)) built.set(character, [lead, trail]);
    }
  }
  return built;
}

/** The bytes of a text in GBK. Characters that GBK lacks become numeric character references, as browsers do in forms. */
export function encodeGbk(text: string): Buffer {
  table ??= encodingTable();
  const bytes: number[] = [];
  for (const character of text) {
    const pair = table.get(character);
    if (character.charCodeAt(0) < 0x80) bytes.push(character.charCodeAt(0));
    else if (pair) bytes.push(...pair);
    else bytes.push(...Buffer.from(`&#${character.codePointAt(0) ?? 0xfffd};`));
  }
  return Buffer.from(bytes);
}
