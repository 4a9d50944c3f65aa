import { z } from 'zod';
import { limiter, startSink, type Sink, type SinkAnswer } from './sink.ts';

const KEY = '693a91f6-demo-4bc4-97a0-0ec2sifa5aaa';
const body = z.strictObject({ msgtype: z.literal('markdown'), markdown: z.strictObject({ content: z.string().min(1) }) });

/** A group robot of WeCom on loopback: its key, form, 4,096 bytes and 20 messages a minute, with its own codes behind status 200. What is taken is the Markdown. */
export async function startWeComSink({ now = Date.now }: { readonly now?: () => number } = {}): Promise<Sink<string> & { readonly webhook: string }> {
  const minute = limiter(20, 60_000, now);
  const sink = await startSink(({ path, query, json }): SinkAnswer<string> => {
    if (path !== '/cgi-bin/webhook/send' || query.get('key') !== KEY) return refusal(93000, 'invalid webhook url, hint: [1592021214_50], from ip: 127.0.0.1, more info at https://open.work.weixin.qq.com/devtool/query?e=93000');
    const checked = body.safeParse(json);
    if (!checked.success) return refusal(40008, 'invalid message type');
    const { content } = checked.data.markdown;
    if (Buffer.byteLength(content) > 4_096) return refusal(40058, 'markdown.content exceed max length 4096. invalid Request Parameter');
    if (!minute()) return refusal(45009, 'api freq out of limit');
    return { status: 200, body: { errcode: 0, errmsg: 'ok' }, taken: content };
  });
  return { ...sink, webhook: `${sink.origin}/cgi-bin/webhook/send?key=${KEY}` };
}

function refusal(errcode: number, errmsg: string): SinkAnswer<string> {
  return { status: 200, body: { errcode, errmsg } };
}
