/** How much of the body is looked at. */
const SAMPLE_BYTES = 65_536;
/** Share of tell-tale characters among the non-ASCII ones that decides for an encoding. */
const ENOUGH = 0.12;

/** A legacy encoding, what tells its text from noise, and the languages it is typical of. */
interface Legacy {
  readonly encoding: string;
  readonly telltale: RegExp;
  readonly languages: readonly string[];
}

/** The most frequent characters of shop pages; in text decoded with the wrong table they are rare. */
const SIMPLIFIED = /[的一是不了在人有我这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长价格商品购买优惠元月销量评论图片情册]/g;
const TRADITIONAL = /[的一是不了在人有我這中大來上個國到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她裡後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長價格商品購買優惠元]/g;
const LEGACY: readonly Legacy[] = [
  { encoding: 'gb18030', telltale: SIMPLIFIED, languages: ['zh', 'zh-cn', 'zh-hans'] },
  { encoding: 'big5', telltale: TRADITIONAL, languages: ['zh-tw', 'zh-hk', 'zh-hant'] },
  { encoding: 'shift_jis', telltale: /[ぁ-んァ-ヶー。、]/g, languages: ['ja'] },
  { encoding: 'euc-jp', telltale: /[ぁ-んァ-ヶー。、]/g, languages: ['ja'] },
  { encoding: 'euc-kr', telltale: /[다이의는에가을로하고지를한은도기사리자인]/g, languages: ['ko'] },
];
/** One-byte encodings cannot be told by validity; the language decides, else the web's own default. */
const SINGLE_BYTE: Readonly<Record<string, string>> = {
  ru: 'windows-1251', uk: 'windows-1251', bg: 'windows-1251', be: 'windows-1251', sr: 'windows-1251', mk: 'windows-1251',
  pl: 'iso-8859-2', cs: 'windows-1250', sk: 'windows-1250', hu: 'iso-8859-2', hr: 'windows-1250', sl: 'iso-8859-2', ro: 'windows-1250',
  el: 'iso-8859-7', tr: 'windows-1254', he: 'windows-1255', ar: 'windows-1256', fa: 'windows-1256', et: 'windows-1257', lv: 'windows-1257', lt: 'windows-1257',
  vi: 'windows-1258', th: 'windows-874',
};

/**
 * The encoding of bytes that are not UTF-8 and do not say what they are: a multi-byte encoding when the bytes are
 * legal in it and its common characters are common in the text, else one typical of the page's language, else
 * windows-1251 for Cyrillic-looking bytes, else windows-1252.
 */
export function guessEncoding(body: Uint8Array, language?: string): string {
  const sample = body.subarray(0, SAMPLE_BYTES);
  const spoken = language?.toLowerCase();
  let best: { encoding: string; score: number } | undefined;
  for (const legacy of LEGACY) {
    const bonus = spoken !== undefined && legacy.languages.includes(spoken) ? 0.3 : 0;
    const score = share(sample, legacy) + bonus;
    if (score >= ENOUGH + bonus / 2 && score > (best?.score ?? 0)) best = { encoding: legacy.encoding, score };
  }
  return best?.encoding ?? SINGLE_BYTE[spoken?.split('-')[0] ?? ''] ?? (looksCyrillic(sample) ? 'windows-1251' : 'windows-1252');
}

/** Share of tell-tale characters among all non-ASCII ones; 0 when the bytes are not legal in the encoding. */
function share(sample: Uint8Array, legacy: Legacy): number {
  let text: string;
  try {
    text = new TextDecoder(legacy.encoding, { fatal: true }).decode(sample, { stream: true });
  } catch {
    return 0;
  }
  let foreign = 0;
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 0x7f) foreign += 1;
  return foreign === 0 ? 0 : (text.match(legacy.telltale)?.length ?? 0) / foreign;
}

/** Cyrillic text in windows-1251 is runs of bytes from C0 up; Western text has single accented letters. */
function looksCyrillic(sample: Uint8Array): boolean {
  let inRuns = 0;
  let high = 0;
  let run = 0;
  for (const byte of sample) {
    if (byte >= 0x80) high += 1;
    run = byte >= 0xc0 ? run + 1 : 0;
    if (run >= 3) inRuns += 1;
  }
  return high > 0 && inRuns / high > 0.4;
}
