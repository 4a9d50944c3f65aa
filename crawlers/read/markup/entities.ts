const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', euro: '€', pound: '£', yen: '¥', cent: '¢', copy: '©', reg: '®', trade: '™',
  hellip: '…', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»', lsaquo: '‹', rsaquo: '›',
  bull: '•', middot: '·', deg: '°', times: '×', frac12: '½', sup2: '²', sup3: '³', szlig: 'ß', auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü',
  eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë', agrave: 'à', aacute: 'á', acirc: 'â', atilde: 'ã', aring: 'å', aelig: 'æ', ccedil: 'ç', iacute: 'í', icirc: 'î',
  ntilde: 'ñ', oacute: 'ó', ocirc: 'ô', otilde: 'õ', oslash: 'ø', uacute: 'ú', ugrave: 'ù', ucirc: 'û', Eacute: 'É', Agrave: 'À', Ccedil: 'Ç', Ntilde: 'Ñ', Oslash: 'Ø', Aring: 'Å',
};

/** Text with its HTML entities resolved; unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d?));?/gi, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });
}

/** A readable text: entities resolved, tags dropped, blanks folded, and copied so that the page it was cut from can be freed. */
export function plainText(text: string, maxLength = 20_000): string {
  let out = text.length > maxLength * 4 ? text.slice(0, maxLength * 4) : text;
  if (out.includes('<')) out = out.replaceAll(/<[a-z/!][^<>]{0,2000}>/gi, ' ');
  out = decodeEntities(out);
  if (out.includes('&lt;') || out.includes('<')) out = out.replaceAll(/<[a-z/!][^<>]{0,2000}>/gi, ' ');
  return copied(out.replaceAll(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim().slice(0, maxLength));
}

/**
 * The text in memory of its own. V8 keeps a short slice as a window on the whole page; kept for days, a hundred titles
 * would hold a hundred pages. Lone surrogates become U+FFFD, as everywhere text leaves the program as UTF-8.
 */
export function copied(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
