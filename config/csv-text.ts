/**
 * Text of a CSV's bytes: by byte order mark, else UTF-8, else as an Excel saves plain "CSV": GB18030 (GBK) in China, Windows-1252 in Western Europe.
 * Undefined when it is none of them.
 */
export function textOf(body: Uint8Array): string | undefined {
  if (body[0] === 0xff && body[1] === 0xfe) return new TextDecoder('utf-16le').decode(body);
  if (body[0] === 0xfe && body[1] === 0xff) return new TextDecoder('utf-16be').decode(body);
  return decoded(body, 'utf-8') ?? (isWestern(body) ? western(body) : decoded(body, 'gb18030'));
}

/** Windows-1252 by way of a stream: in one go some versions of Node read it as ISO 8859-1, without the euro and the dashes. */
function western(body: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(body, { stream: true });
}

function decoded(body: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** So many bytes tell which encoding it is. */
const ENOUGH = 1_000_000;
/** Whole runs of the characters that Chinese texts are made of: two bytes each, marks and level 1 of GB 2312. */
const COMMON_CHINESE = /^(?:[\xa1-\xa9\xb0-\xd7][\xa1-\xfe])+$/;

/**
 * Whether bytes beyond ASCII are letters of Western Europe, one byte each: these stand alone, or beside ASCII letters without being common Chinese
 * characters. Read as GBK they would swallow the letter that follows, and nothing would seem wrong.
 */
function isWestern(body: Uint8Array): boolean {
  let western = 0;
  let chinese = 0;
  for (const [, before, run = '', after] of Buffer.from(body.subarray(0, ENOUGH)).toString('latin1').matchAll(/([A-Za-z]?)([\x80-\xff]+)(?=([A-Za-z]?))/g)) {
    if (COMMON_CHINESE.test(run)) chinese += 1;
    else if (run.length === 1 || before || after) western += 1;
  }
  return western > chinese;
}
