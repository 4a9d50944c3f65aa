import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { messageOf, type Message } from '../../../alerts/messages/message.ts';
import { LANGUAGES } from '../../../config/channels.ts';
import type { Language } from '../../../config/schema.ts';
import { CHANGE_KINDS } from '../../../model/change.ts';
import { alertOf } from '../messages/samples.ts';
import { digestSample, fullMessage, KINDS, overMessage } from './samples.ts';

/*
 * What every channel makes of every kind of change, as files to be read. A kind of change or a channel that is added is in it by itself.
 * When one has changed on purpose: npx vitest run test/alerts/channels/golden.test.ts -u, and read the difference.
 */
describe.each(Object.values(KINDS))('$type', ({ type, render, digest }) => {
  it.each(LANGUAGES)('in %s', async (language) => {
    const shown = [...messages(language).map(([name, message]) => [name, render(message)] as const), ['digest', digest(digestSample(language))] as const];
    await expect(shown.map(([name, rendered]) => `# ${'─'.repeat(10)} ${name}\n${name === 'everything' ? asText(rendered) : withoutStyles(asText(rendered))}`).join('\n')).toMatchFileSnapshot(`golden/${type}.${language}.yaml`);
  });
});

function messages(language: Language): readonly (readonly [name: string, message: Message])[] {
  const each = CHANGE_KINDS.map((kind) => [kind, messageOf(alertOf(kind), { language, timezone: 'UTC' })] as const);
  return [['everything', fullMessage(language)], ['over', overMessage(language)], ...each];
}

/** As YAML, texts of several lines as they are, pictures by their size. */
function asText(rendered: unknown): string {
  const plain: unknown = JSON.parse(JSON.stringify(rendered, (_, value: unknown) => (value instanceof Uint8Array || isBuffer(value) ? `<picture>` : value)));
  return stringify(plain, { lineWidth: 0, blockQuote: 'literal', aliasDuplicateObjects: false });
}

/** The looks of a mail are the same in all: the first shows them. */
function withoutStyles(text: string): string {
  return text.replaceAll(/ (?:style|class|role|width|cellpadding|cellspacing|align|valign)="[^"]*"/g, '').replaceAll(/<head>.*<\/head>/g, '<head>…</head>');
}

/** What JSON makes of a Buffer before the replacer sees it. */
function isBuffer(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer';
}
