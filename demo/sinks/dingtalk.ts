import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { limiter, startSink, type Sink, type SinkAnswer } from './sink.ts';

const TOKEN = 'demo0123456789';

/** What a robot of a group is set to. */
export interface DingTalkRobot {
  readonly secret?: string;
  readonly keyword?: string;
  readonly now?: () => number;
}

const body = z.strictObject({
  msgtype: z.literal('markdown'), markdown: z.strictObject({ title: z.string().min(1), text: z.string().min(1) }),
  at: z.strictObject({ isAtAll: z.boolean().optional(), atMobiles: z.array(z.string()).optional() }).optional(),
});

export type DingTalkMessage = z.output<typeof body>;

/** A custom robot of DingTalk on loopback: its signature in the address, keyword, form, 20,000 bytes and 20 messages a minute, with its own codes behind status 200. */
export async function startDingTalkSink(robot: DingTalkRobot = {}): Promise<Sink<DingTalkMessage> & { readonly webhook: string }> {
  const now = robot.now ?? Date.now;
  const minute = limiter(20, 60_000, now);
  const sink = await startSink(({ path, query, headers, json, body: bytes }): SinkAnswer<DingTalkMessage> => {
    if (path !== '/robot/send' || query.get('access_token') !== TOKEN) return refusal(300005, 'token is not exist');
    if (headers['content-type']?.startsWith('application/json') !== true) return refusal(43004, 'content-type is not application/json');
    const checked = body.safeParse(json);
    if (!checked.success) return refusal(40035, '缺少参数 json');
    if (bytes.length > 20_000) return refusal(460101, 'message too long, exceed 20000 bytes');
    if (!signed(robot.secret, query, now())) return refusal(310000, 'sign not match');
    const { title, text } = checked.data.markdown;
    if (robot.keyword !== undefined && !`${title}${text}`.includes(robot.keyword)) return refusal(310000, 'keywords not in content');
    if (!minute()) return refusal(130101, 'send too fast, exceed 20 times per minute');
    return { status: 200, body: { errcode: 0, errmsg: 'ok' }, taken: checked.data };
  });
  return { ...sink, webhook: `${sink.origin}/robot/send?access_token=${TOKEN}` };
}

function refusal(errcode: number, errmsg: string): SinkAnswer<DingTalkMessage> {
  return { status: 200, body: { errcode, errmsg } };
}

function signed(secret: string | undefined, query: URLSearchParams, now: number): boolean {
  if (secret === undefined) return true;
  const timestamp = query.get('timestamp') ?? '';
  return Math.abs(now - Number(timestamp)) <= 3_600_000 && query.get('sign') === createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
}
