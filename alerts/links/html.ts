import type { Language } from '../../config/schema.ts';

const ENTITIES: ReadonlyMap<string, string> = new Map([['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;'], ["'", '&#39;']]);

/** Text as it is shown in HTML, in an attribute as well. */
export function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => ENTITIES.get(mark) ?? mark);
}

/** A page around what is given, which is HTML already. No script, nothing from elsewhere. */
export function htmlPage(language: Language, body: string): string {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>rivalwatch</title>
<body style="font:1.1rem/1.5 system-ui;max-width:48rem;margin:3rem auto;padding:0 1rem">
${body}
`;
}
