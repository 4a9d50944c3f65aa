import type { Language } from '../../../config/schema.ts';
import { escapeHtml } from '../../html.ts';
import type { Labelled } from '../../messages/message.ts';
import type { Link, Tone } from '../text.ts';

/** Colours that can be read on white and, where the reader turns them, on black. */
const COLOURS: Readonly<Record<Tone, string>> = { critical: '#c53030', warning: '#b7791f', info: '#2b6cb0', recovered: '#2f855a' };
const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,'PingFang SC','Microsoft YaHei',sans-serif";
/** Mail programs that follow the system's dark mode read this; the others keep the light colours of the style attributes. */
const DARK = '@media (prefers-color-scheme: dark){.rw-page{background:#15181c!important}.rw-card{background:#1f2429!important;border-right-color:#3a424a!important;border-bottom-color:#3a424a!important;border-left-color:#3a424a!important}.rw-text{color:#e6e8ea!important}.rw-soft{color:#a3abb3!important}.rw-code{background:#15181c!important;color:#e6e8ea!important}}';

export interface Page {
  readonly language: Language;
  readonly tone: Tone;
  readonly headline: string;
  /** In small print above the headline. */
  readonly what?: string;
  /** Table rows. */
  readonly rows: readonly string[];
}

/** A mail as HTML: tables and style attributes, no scripts, nothing loaded from outside. */
export function page({ language, tone, headline, what, rows }: Page): string {
  const above = what === undefined ? '' : `<span class="rw-soft" style="font-size:12px;color:#57606a">${escapeHtml(what)}</span>`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(headline)}</title><style>${DARK}</style></head>
<body class="rw-page" style="margin:0;padding:16px;background:#f4f5f7;${FONT}">
<table role="presentation" class="rw-card" align="center" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background:#ffffff;border:1px solid #dfe3e8;border-top:4px solid ${COLOURS[tone]};${FONT}">
<tr><td style="padding:20px 24px 4px">${above}<h1 class="rw-text" style="margin:4px 0 12px;font-size:19px;line-height:1.35;color:#1f2328">${escapeHtml(headline)}</h1></td></tr>
${rows.filter(Boolean).join('\n')}
</table></body></html>`;
}

/** The old and the new value, side by side. */
export function fromTo(from: Labelled | undefined, to: Labelled | undefined): string {
  const cells = [from, to].flatMap((field, index) => (field
    ? [`<td valign="top" style="padding:0 12px 12px 0"><span class="rw-soft" style="font-size:12px;color:#57606a">${escapeHtml(field.label)}</span><br><span class="rw-text" style="font-size:16px;color:#1f2328${index === 1 ? ';font-weight:bold' : ''}">${escapeHtml(field.text)}</span></td>`]
    : []));
  return cells.length === 0 ? '' : `<tr><td style="padding:0 24px"><table role="presentation" cellpadding="0" cellspacing="0"><tr>${cells.join('')}</tr></table></td></tr>`;
}

export function paragraphs(texts: readonly string[]): string {
  if (texts.length === 0) return '';
  const items = texts.map((text) => `<p class="rw-text" style="margin:0 0 6px;font-size:14px;line-height:1.5;color:#1f2328">${escapeHtml(text)}</p>`);
  return `<tr><td style="padding:0 24px 8px">${items.join('')}</td></tr>`;
}

/** The name of a group in a digest. */
export function heading(text: string): string {
  return `<tr><td style="padding:10px 24px 4px"><h2 class="rw-text" style="margin:0;font-size:15px;line-height:1.4;color:#1f2328">${escapeHtml(text)}</h2></td></tr>`;
}

/** Links in small print, below the lines that they belong to. */
export function linkRow(links: readonly Link[]): string {
  if (links.length === 0) return '';
  const items = links.map(({ label, url }) => `<a class="rw-soft" href="${escapeHtml(url)}" style="color:#2b6cb0">${escapeHtml(label)}</a>`);
  return `<tr><td style="padding:0 24px 8px;font-size:13px">${items.join(' · ')}</td></tr>`;
}

export function code(text: string | undefined): string {
  if (text === undefined) return '';
  return `<tr><td style="padding:0 24px 12px"><pre class="rw-code" style="margin:0;padding:12px;font-size:12px;line-height:1.45;white-space:pre-wrap;word-break:break-word;background:#f4f5f7;color:#1f2328">${escapeHtml(text)}</pre></td></tr>`;
}

/** A picture that travels in the mail (RFC 2392). */
export function picture(cid: string, alt: string): string {
  return `<tr><td style="padding:0 24px 12px"><img src="cid:${escapeHtml(cid)}" alt="${escapeHtml(alt)}" width="552" style="display:block;width:100%;max-width:552px;height:auto;border:0"></td></tr>`;
}

/** The first row of links stands out, as what the reader most probably wants. */
export function buttons(links: readonly Link[], tone: Tone): string {
  if (links.length === 0) return '';
  const item = ({ label, url }: Link, index: number): string => {
    const colours = index === 0 ? `background:${COLOURS[tone]};border:1px solid ${COLOURS[tone]};color:#ffffff` : `border:1px solid ${COLOURS[tone]};color:${COLOURS[tone]}`;
    return `<a href="${escapeHtml(url)}" style="display:inline-block;padding:8px 15px;margin:0 8px 6px 0;${colours};font-size:14px;text-decoration:none;border-radius:4px">${escapeHtml(label)}</a>`;
  };
  return `<tr><td style="padding:4px 24px 12px">${links.map(item).join('')}</td></tr>`;
}

export function facts(fields: readonly Labelled[]): string {
  const rows = fields.map((field) => `<tr><td class="rw-soft" valign="top" style="padding:2px 12px 2px 0;font-size:12px;color:#57606a;white-space:nowrap">${escapeHtml(field.label)}</td><td class="rw-soft" style="padding:2px 0;font-size:12px;color:#57606a;word-break:break-word">${escapeHtml(field.text)}</td></tr>`);
  return `<tr><td style="padding:8px 24px 20px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0">${rows.join('')}</table></td></tr>`;
}
