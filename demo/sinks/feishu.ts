import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { limiter, startSink, type Sink, type SinkAnswer } from './sink.ts';

const PATH = '/open-apis/bot/v2/hook/0f3c2a51-demo';

/** What a bot of a group is set to. */
export interface FeishuBot {
  readonly secret?: string;
  readonly keyword?: string;
  readonly now?: () => number;
}

const text = z.strictObject({ tag: z.enum(['plain_text', 'lark_md']), content: z.string() });
const element = z.discriminatedUnion('tag', [
  z.strictObject({ tag: z.literal('div'), text: text.optional(), fields: z.array(z.strictObject({ is_short: z.boolean(), text })).min(1).optional() }),
  z.strictObject({ tag: z.literal('action'), actions: z.array(z.strictObject({ tag: z.literal('button'), text, type: z.enum(['default', 'primary', 'danger']).optional(), url: z.url().optional() })).min(1) }),
  z.strictObject({ tag: z.literal('note'), elements: z.array(text).min(1) }),
  z.strictObject({ tag: z.literal('hr') }),
]);
const TEMPLATES = ['blue', 'wathet', 'turquoise', 'green', 'yellow', 'orange', 'red', 'carmine', 'violet', 'purple', 'indigo', 'grey'] as const;
const card = z.strictObject({ config: z.strictObject({ wide_screen_mode: z.boolean() }).optional(), header: z.strictObject({ template: z.enum(TEMPLATES).optional(), title: text }), elements: z.array(element).min(1) });
const body = z.strictObject({ timestamp: z.string().optional(), sign: z.string().optional(), msg_type: z.literal('interactive'), card });

export type FeishuCard = z.output<typeof card>;

/** A custom bot of Feishu on loopback: its signature, keyword, form, 20 kB, 5 messages a second and 100 a minute, with its own codes, mostly behind status 200. */
export async function startFeishuSink(bot: FeishuBot = {}): Promise<Sink<FeishuCard> & { readonly webhook: string }> {
  const now = bot.now ?? Date.now;
  const [second, minute] = [limiter(5, 1_000, now), limiter(100, 60_000, now)];
  const sink = await startSink((request): SinkAnswer<FeishuCard> => {
    if (request.path !== PATH) return refusal(19001, 'param invalid: incoming webhook access token invalid');
    const checked = body.safeParse(request.json);
    if (!checked.success || request.body.length > 20_000) return { status: 400, body: { code: 9499, msg: 'Bad Request', data: {} } };
    if (!signed(bot.secret, checked.data, now())) return refusal(19021, 'sign match fail or timestamp is not within one hour from current time');
    if (bot.keyword !== undefined && !words(checked.data.card).includes(bot.keyword)) return refusal(19024, 'Key Words Not Found');
    if (!second() || !minute()) return refusal(11232, 'frequency limited psm[lark.oapi.app_platform_runtime]appID[1500]');
    return { status: 200, body: { StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' }, taken: checked.data.card };
  });
  return { ...sink, webhook: `${sink.origin}${PATH}` };
}

function refusal(code: number, msg: string): SinkAnswer<FeishuCard> {
  return { status: 200, body: { code, data: {}, msg } };
}

function signed(secret: string | undefined, { timestamp, sign }: z.output<typeof body>, now: number): boolean {
  if (secret === undefined) return true;
  if (timestamp === undefined || Math.abs(now / 1_000 - Number(timestamp)) > 3_600) return false;
  return sign === createHmac('sha256', `${timestamp}\n${secret}`).digest('base64');
}

/** What a reader sees of the card: names and addresses in it hold no keyword. */
function words(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  return Object.entries(node).map(([key, value]) => (key === 'content' && typeof value === 'string' ? value : words(value))).join('\n');
}
