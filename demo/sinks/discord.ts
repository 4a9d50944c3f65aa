import { z } from 'zod';
import { partsOf } from './form.ts';
import { limiter, startSink, type Sink, type SinkAnswer } from './sink.ts';

const PATH = '/api/webhooks/223704706495545344/3d89bb7572e0fb30d8128367b3b1b44fecd1726de135cbe28a41f8b2f777c372ba2939e72279b94526ff5d1bd4358d65cf11';
const field = z.strictObject({ name: z.string().min(1).max(256), value: z.string().min(1).max(1_024), inline: z.boolean().optional() });
const embed = z.strictObject({
  title: z.string().max(256).optional(), url: z.url().optional(), description: z.string().max(4_096).optional(), color: z.int().min(0).max(0xff_ff_ff).optional(), fields: z.array(field).max(25).optional(),
  footer: z.strictObject({ text: z.string().max(2_048) }).optional(), image: z.strictObject({ url: z.string() }).optional(),
}).refine((one) => sizeOf(one) <= 6_000, 'Embed size exceeds maximum size of 6000');
const body = z.strictObject({
  content: z.string().max(2_000).optional(), embeds: z.array(embed).min(1).max(10), allowed_mentions: z.strictObject({ parse: z.array(z.string()) }).optional(),
  attachments: z.array(z.strictObject({ id: z.int(), filename: z.string() })).optional(),
});

export interface DiscordMessage {
  readonly method: string;
  readonly id: string;
  readonly payload: z.output<typeof body>;
  /** Sizes of the files by their names. */
  readonly files: Readonly<Record<string, number>>;
}

/** A webhook of Discord on loopback: its token, the form and sizes of embeds, files, replacing, 5 messages in 2 seconds, with Discord's codes. */
export async function startDiscordSink({ now = Date.now }: { readonly now?: () => number } = {}): Promise<Sink<DiscordMessage> & { readonly webhook: string }> {
  const pace = limiter(5, 2_000, now);
  const ids = new Set<string>();
  const sink = await startSink(async (request): Promise<SinkAnswer<DiscordMessage>> => {
    const [, base, edited] = /^(\/api\/webhooks\/\d+\/\w+)(?:\/messages\/(\d+))?$/.exec(request.path) ?? [];
    if (base !== PATH) return { status: 404, body: { message: 'Unknown Webhook', code: 10015 } };
    const wanted = edited === undefined ? 'POST' : 'PATCH';
    if (request.method !== wanted) return { status: 405, body: { message: '405: Method Not Allowed', code: 0 } };
    if (edited !== undefined && !ids.has(edited)) return { status: 404, body: { message: 'Unknown Message', code: 10008 } };
    const { json, files } = await partsOf(request);
    const checked = body.safeParse(json);
    if (!checked.success) return { status: 400, body: { message: 'Invalid Form Body', code: 50035, errors: checked.error.issues } };
    if (!pace()) return { status: 429, body: { message: 'You are being rate limited.', retry_after: 1.25, global: false }, headers: { 'retry-after': '2', 'x-ratelimit-scope': 'shared' } };
    const id = edited ?? String(1_000_000_000_000_000_000n + BigInt(ids.size));
    ids.add(id);
    const answer = request.query.get('wait') === 'true' || edited !== undefined ? { status: 200, body: { id, type: 0, channel_id: '1' } } : { status: 204, body: '' };
    return { ...answer, taken: { method: request.method, id, payload: checked.data, files } };
  });
  return { ...sink, webhook: `${sink.origin}${PATH}` };
}

function sizeOf({ title = '', description = '', fields = [], footer }: { readonly title?: string | undefined; readonly description?: string | undefined; readonly fields?: readonly { readonly name: string; readonly value: string }[] | undefined; readonly footer?: { readonly text: string } | undefined }): number {
  return title.length + description.length + (footer?.text.length ?? 0) + fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
}
