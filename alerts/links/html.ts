import type { Language } from '../../config/schema.ts';

/** A page around what is given, which is HTML already. No script, nothing from elsewhere. */
export function htmlPage(language: Language, body: string): string {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>rivalwatch</title>
<body style="font:1.1rem/1.5 system-ui;max-width:48rem;margin:3rem auto;padding:0 1rem">
${body}
`;
}
