import { z } from 'zod';
import { limiter, startSink, type Sink, type SinkAnswer } from './sink.ts';

const PATH = '/workflows/0e6f/triggers/manual/paths/invoke';
const SIGNATURE = 'demo-signature';
const run = z.strictObject({
  type: z.literal('TextRun'), text: z.string().min(1), weight: z.enum(['Lighter', 'Default', 'Bolder']).optional(), size: z.enum(['Small', 'Default', 'Medium', 'Large', 'ExtraLarge']).optional(),
  color: z.enum(['Default', 'Dark', 'Light', 'Accent', 'Good', 'Warning', 'Attention']).optional(), isSubtle: z.boolean().optional(), fontType: z.enum(['Default', 'Monospace']).optional(),
});
const openUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), title: z.string().min(1), url: z.url() });
const actions = z.array(openUrl).min(1).max(6);
const paragraph = z.strictObject({ type: z.literal('RichTextBlock'), inlines: z.array(run).min(1), separator: z.boolean().optional() });
const card = z.strictObject({
  $schema: z.string(), type: z.literal('AdaptiveCard'), version: z.enum(['1.0', '1.1', '1.2', '1.3', '1.4', '1.5']), msteams: z.strictObject({ width: z.literal('Full') }).optional(),
  body: z.array(z.discriminatedUnion('type', [paragraph, z.strictObject({ type: z.literal('ActionSet'), actions })])).min(1), actions: actions.optional(),
});
const body = z.strictObject({
  type: z.literal('message'),
  attachments: z.tuple([z.strictObject({ contentType: z.literal('application/vnd.microsoft.card.adaptive'), contentUrl: z.null(), content: card })]),
});

export type TeamsCard = z.output<typeof card>;

/** A workflow of Teams on loopback: the signature in its address, the form of the card, 28 kB, 4 messages a second; it says 202 and nothing. Switched off, it says so. */
export async function startTeamsSink({ on = () => true, now = Date.now }: { readonly on?: () => boolean; readonly now?: () => number } = {}): Promise<Sink<TeamsCard> & { readonly webhook: string }> {
  const second = limiter(4, 1_000, now);
  const sink = await startSink(({ path, query, json, body: bytes }): SinkAnswer<TeamsCard> => {
    if (path !== PATH) return refusal(404, 'WorkflowNotFound', 'The workflow could not be found.');
    if (query.get('sig') !== SIGNATURE) return refusal(401, 'DirectApiAuthorizationRequired', 'The request must be authenticated only by Shared Access scheme.');
    if (!on()) return refusal(400, 'WorkflowTriggerIsNotEnabled', 'Could not execute workflow trigger \'manual\' with state \'Disabled\': trigger is not enabled.');
    const checked = body.safeParse(json);
    if (!checked.success) return refusal(400, 'TriggerInputSchemaMismatch', checked.error.issues[0]?.message ?? '');
    if (bytes.length > 28_000) return refusal(413, 'RequestEntityTooLarge', 'The request entity is too large.');
    if (!second()) return { ...refusal(429, 'WorkflowRunThrottled', 'Rate limit is exceeded. Try again in 7 seconds.'), headers: { 'retry-after': '7' } };
    return { status: 202, body: '', taken: checked.data.attachments[0].content };
  });
  return { ...sink, webhook: `${sink.origin}${PATH}?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${SIGNATURE}` };
}

function refusal(status: number, code: string, message: string): SinkAnswer<TeamsCard> {
  return { status, body: { error: { code, message } } };
}
