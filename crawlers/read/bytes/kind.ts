/** How files of other kinds begin, in hexadecimal; a dot is any digit. */
const SIGNATURES: readonly (readonly [RegExp, string])[] = [
  [/^89504e470d0a/, 'a PNG picture'], [/^ffd8ff/, 'a JPEG picture'], [/^4749463[89]/, 'a GIF picture'], [/^52494646.{8}57(?:454250|415645)/, 'a WebP picture or a recording'], [/^.{8}66747970/, 'a picture or film'],
  [/^255044462d/, 'a PDF'], [/^504b0304/, 'a ZIP archive or an office file'], [/^1f8b/, 'gzip data that was not unpacked'], [/^(?:377abcaf|52617221|425a68|fd377a58|28b52ffd)/, 'an archive'], [/^(?:7f454c46|4d5a.{4}0{2})/, 'a programme'],
  [/^(?:774f4646|774f4632|0001000000)/, 'a font'], [/^(?:494433|4f676753|1a45dfa3)/, 'a recording'],
];
/** UTF-16, by its mark or by markup. */
const UTF_16 = /^(?:fffe|feff|3c00|003c)/;
const SAMPLE = 1_024;
/** A higher share of control characters in a sample, and it is no text. */
const MOST_CONTROLS = 0.05;

/** What bytes are that are no text: by how they begin, else by control characters that no text has. Undefined for text. */
export function binaryKind(body: Uint8Array): string | undefined {
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(SAMPLE, body.byteLength));
  const signature = start.toString('hex', 0, 32);
  if (UTF_16.test(signature)) return undefined;
  const named = SIGNATURES.find(([pattern]) => pattern.test(signature))?.[1];
  if (named !== undefined) return named;
  let controls = 0;
  for (const byte of start) if (byte < 9 || byte === 127 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  // Markup with stray control characters is markup all the same.
  return controls > start.length * MOST_CONTROLS && !/<(?:!doctype|html|head|body|div|script|meta)/i.test(start.toString('latin1')) ? 'no text' : undefined;
}
