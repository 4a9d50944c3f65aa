import type { Labelled, Message } from '../../messages/message.ts';

/** Colours that can be read on white and, where the reader turns them, on black. */
const COLOURS = { critical: '#c53030', warning: '#b7791f', info: '#2b6cb0' } as const;
const RECOVERED = '#2f855a';
const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,'PingFang SC','Microsoft YaHei',sans-serif";
/** Mail programs that follow the system's dark mode read this; the others keep the light colours of the style attributes. */
const DARK = '@media (prefers-color-scheme: dark){.rw-page{background:#15181c!important}.rw-card{background:#1f2429!important;border-right-color:#3a424a!important;border-bottom-color:#3a424a!important;border-left-color:#3a424a!important}.rw-text{color:#e6e8ea!important}.rw-soft{color:#a3abb3!important}.rw-code{background:#15181c!important;color:#e6e8ea!important}}';

/** The message as an HTML mail: tables and style attributes, no pictures, no scripts, nothing loaded from outside. */
export function htmlOf(message: Message): string {
  const colour = message.alert.moment === 'recovered' ? RECOVERED : COLOURS[message.severity];
  const { from, to, where, when, why, evidence } = message;
  return `<!doctype html>
<html lang="${message.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(message.headline)}</title><style>${DARK}</style></head>
<body class="rw-page" style="margin:0;padding:16px;background:#f4f5f7;${FONT}">
<table role="presentation" class="rw-card" align="center" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background:#ffffff;border:1px solid #dfe3e8;border-top:4px solid ${colour};${FONT}">
<tr><td style="padding:20px 24px 4px"><span class="rw-soft" style="font-size:12px;color:#57606a">${escapeHtml(message.what)}</span><h1 class="rw-text" style="margin:4px 0 12px;font-size:19px;line-height:1.35;color:#1f2328">${escapeHtml(message.headline)}</h1></td></tr>
${fromTo(from, to)}${lines(message.lines)}${code(message.code)}${buttons(message, colour)}
<tr><td style="padding:8px 24px 20px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0">${[where, when, why, evidence].map(row).join('')}</table></td></tr>
</table></body></html>`;
}

function fromTo(from: Labelled | undefined, to: Labelled | undefined): string {
  const cells = [from, to].flatMap((field, index) => (field
    ? [`<td valign="top" style="padding:0 12px 12px 0"><span class="rw-soft" style="font-size:12px;color:#57606a">${escapeHtml(field.label)}</span><br><span class="rw-text" style="font-size:16px;color:#1f2328${index === 1 ? ';font-weight:bold' : ''}">${escapeHtml(field.text)}</span></td>`]
    : []));
  return cells.length === 0 ? '' : `<tr><td style="padding:0 24px"><table role="presentation" cellpadding="0" cellspacing="0"><tr>${cells.join('')}</tr></table></td></tr>\n`;
}

function lines(texts: readonly string[]): string {
  if (texts.length === 0) return '';
  const items = texts.map((text) => `<p class="rw-text" style="margin:0 0 6px;font-size:14px;line-height:1.5;color:#1f2328">${escapeHtml(text)}</p>`);
  return `<tr><td style="padding:0 24px 8px">${items.join('')}</td></tr>\n`;
}

function code(text: string | undefined): string {
  if (text === undefined) return '';
  return `<tr><td style="padding:0 24px 12px"><pre class="rw-code" style="margin:0;padding:12px;font-size:12px;line-height:1.45;white-space:pre-wrap;word-break:break-word;background:#f4f5f7;color:#1f2328">${escapeHtml(text)}</pre></td></tr>\n`;
}

function buttons({ links }: Message, colour: string): string {
  const items = links.map(({ label, url }) => `<a href="${escapeHtml(url)}" style="display:inline-block;padding:9px 16px;margin-right:8px;background:${colour};color:#ffffff;font-size:14px;text-decoration:none;border-radius:4px">${escapeHtml(label)}</a>`);
  return items.length === 0 ? '' : `<tr><td style="padding:4px 24px 12px">${items.join('')}</td></tr>`;
}

function row(field: Labelled | undefined): string {
  if (!field) return '';
  return `<tr><td class="rw-soft" valign="top" style="padding:2px 12px 2px 0;font-size:12px;color:#57606a;white-space:nowrap">${escapeHtml(field.label)}</td><td class="rw-soft" style="padding:2px 0;font-size:12px;color:#57606a;word-break:break-word">${escapeHtml(field.text)}</td></tr>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
