import { isAscii, isUtf8, transcode } from 'node:buffer';
import { tagsOf } from '../markup/tags.ts';
import { guessEncoding } from './guess.ts';
import { pageText, type PageText, utf8Page } from './page.ts';

/** Browsers look for a meta charset in the first 1024 bytes; real shops put long comments before it. */
const PRESCAN_BYTES = 4096;
/** What the encoding standard says about labels that must not be believed in a meta element. */
const META_OVERRIDES: Readonly<Record<string, string>> = { 'utf-16le': 'utf-8', 'utf-16be': 'utf-8' };
/** Encodings of one byte a character: any bytes are legal in them, so that being legal proves nothing. */
const ONE_BYTE = /^(?:windows-(?:125\d|874)|iso-8859-\d+(?:-i)?|koi8-[ru]|ibm866|macintosh|x-mac-cyrillic)$/;
/** Bytes 80 to 9F: some versions of Node decode windows-1252 as ISO 8859-1, which has control characters there. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of an answer, and the encoding it was read in (a WHATWG name, lower case). */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Bytes to text the way browsers do it (WHATWG encoding and HTML standards): byte order mark, then the charset of
 * the Content-Type, then a meta charset or XML declaration at the start, else UTF-8 when the bytes are valid UTF-8,
 * else a guess from the bytes and the language the page names. A declared encoding that does not fit the bytes gives
 * way to another declared one that does. Never throws; what cannot be decoded becomes U+FFFD.
 */
export function decodeBody(body: Uint8Array, contentType?: string): Decoded {
  const { page, encoding } = decodePage(body, contentType);
  return { text: page.whole, encoding };
}

/** The same for a page that may never be read as a whole. */
export function decodePage(body: Uint8Array, contentType?: string): { readonly page: PageText; readonly encoding: string } {
  const marked = byteOrderMark(body) ?? plainUtf16(body);
  if (marked) return { page: pageText(decode(body, marked)), encoding: marked };
  const head = ascii(body.subarray(0, PRESCAN_BYTES));
  const declared = [charsetOf(contentType ?? ''), charsetInMarkup(head)].filter((name) => name !== undefined);
  // Text with foreign letters that is UTF-8 by chance does not exist; labels of one byte a character that are wrong do.
  const wrong = declared.some((name) => ONE_BYTE.test(name)) && isUtf8(body) && !isAscii(body);
  for (const name of [...(wrong ? [] : declared), 'utf-8']) {
    const page = decodeStrictly(body, name);
    if (page) return { page, encoding: name };
  }
  const encoding = declared.find((name) => name !== 'utf-8') ?? undeclared(body, head, declared);
  return { page: pageText(decode(body, encoding)), encoding };
}

/** No declaration but perhaps a wrong "utf-8": a few broken bytes are damage, many are another encoding. */
function undeclared(body: Uint8Array, head: string, declared: readonly string[]): string {
  if (declared.includes('utf-8') && !mostlyBroken(body)) return 'utf-8';
  return guessEncoding(body, /<html[^>]{0,500}?\slang\s*=\s*["']?([a-z-]{2,20})/i.exec(head)?.[1]);
}

/** True when fewer than half of the non-ASCII characters survive as UTF-8. */
function mostlyBroken(body: Uint8Array): boolean {
  const text = decode(body.subarray(0, 65_536), 'utf-8');
  let broken = 0;
  let fine = 0;
  for (const char of text) {
    if (char === '\uFFFD') broken += 1;
    else if (char > '\u007F') fine += 1;
  }
  return broken > fine;
}

function byteOrderMark(body: Uint8Array): string | undefined {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  return undefined;
}

/** UTF-16 without its mark: markup begins with `<`, whose other byte is zero. */
function plainUtf16(body: Uint8Array): string | undefined {
  if (body[0] === 0x3c && body[1] === 0 && body[2] !== 0 && body[3] === 0) return 'utf-16le';
  return body[0] === 0 && body[1] === 0x3c && body[2] === 0 && body[3] !== 0 ? 'utf-16be' : undefined;
}

function charsetOf(contentType: string): string | undefined {
  const label = /charset\s*=\s*["']?\s*([^\s"';,]{1,40})/i.exec(contentType)?.[1];
  return label === undefined ? undefined : encodingName(label);
}

/** The label of an XML declaration, a meta charset or a meta content type; those in comments are none. */
function charsetInMarkup(head: string): string | undefined {
  const declared = /^\s{0,100}<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']{1,40})/i.exec(head)?.[1];
  const label = declared ?? charsetOfMeta(head.replaceAll(/<!--[^]*?(?:-->|$)/g, ''));
  const name = label === undefined ? undefined : encodingName(label);
  return name === undefined ? undefined : META_OVERRIDES[name] ?? name;
}

function charsetOfMeta(head: string): string | undefined {
  for (const { attributes } of tagsOf(pageText(head), /<meta\b/gi)) {
    if (attributes['charset']) return attributes['charset'].trim();
    if (attributes['http-equiv']?.toLowerCase() !== 'content-type') continue;
    const label = /charset\s*=\s*["']?\s*([^\s"';,]{1,40})/i.exec(attributes['content'] ?? '')?.[1];
    if (label !== undefined) return label;
  }
  return undefined;
}

/** The standard's name of an encoding label (`gb2312` is gbk, `latin1` is windows-1252); undefined for an unknown one. */
function encodingName(label: string): string | undefined {
  if (/^x-user-defined$/i.test(label)) return 'windows-1252';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function decode(body: Uint8Array, encoding: string): string {
  return mended(new TextDecoder(encoding).decode(body), encoding);
}

/** Text of bytes that are known to be UTF-8: several times faster than a TextDecoder, which has to look for mistakes. */
function validUtf8(bytes: Buffer): string {
  return isAscii(bytes) ? bytes.toString('latin1') : transcode(bytes, 'utf8', 'ucs2').toString('ucs2');
}

/** What Node's tables have otherwise than the encoding standard: the control characters of windows-1252, and the euro of GBK. */
function mended(text: string, encoding: string): string {
  if (encoding === 'gbk' || encoding === 'gb18030') return text.replaceAll('\ue76c', '€');
  return encoding === 'windows-1252' ? text.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? char) : text;
}

/** The text when every byte is legal in the encoding, else undefined; a sequence cut off at the end is left out. */
function decodeStrictly(body: Uint8Array, encoding: string): PageText | undefined {
  if (encoding === 'utf-8' && isUtf8(body)) return utf8Page(Buffer.from(body.buffer, body.byteOffset, body.byteLength), validUtf8);
  try {
    return pageText(mended(new TextDecoder(encoding, { fatal: true }).decode(body, { stream: true }), encoding));
  } catch {
    return undefined;
  }
}

function ascii(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
