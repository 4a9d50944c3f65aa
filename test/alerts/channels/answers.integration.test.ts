import { describe, expect, it } from 'vitest';
import { deliver } from '../../../alerts/channels/index.ts';
import type { ChannelSettings } from '../../../config/schema.ts';
import { context, webServer, type Answer } from './servers.ts';
import { fullMessage, overMessage } from './samples.ts';

const TOKEN = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
const SETTINGS = {
  feishu: (url: string) => ({ type: 'feishu', webhook: `${url}/open-apis/bot/v2/hook/0f3c2a51-secret` }),
  dingtalk: (url: string) => ({ type: 'dingtalk', webhook: `${url}/robot/send?access_token=0f3c2a51-secret`, secret: 'SEC0f3c2a51' }),
  wecom: (url: string) => ({ type: 'wecom', webhook: `${url}/cgi-bin/webhook/send?key=0f3c2a51-secret` }),
  telegram: (url: string) => ({ type: 'telegram', token: TOKEN, chat: '-1001', api: url }),
  teams: (url: string) => ({ type: 'teams', webhook: `${url}/workflows/1/triggers/manual/paths/invoke?sig=0f3c2a51-secret` }),
  discord: (url: string) => ({ type: 'discord', webhook: `${url}/api/webhooks/22370/0f3c2a51-secret` }),
  slack: (url: string) => ({ type: 'slack', token: 'xoxb-0f3c2a51-secret', channel: 'C0123456789', api: `${url}/api` }),
} as const satisfies Record<string, (url: string) => ChannelSettings>;

type Row = readonly [name: keyof typeof SETTINGS, status: number, body: object | string, result: 'sent' | 'passing_failure' | 'permanent_failure', says: string, waitMs?: number];

const errcode = (code: number, errmsg: string): object => ({ errcode: code, errmsg });
const refused = (code: number, description: string, parameters?: object): object => ({ ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) });
const workflow = (code: string): object => ({ error: { code, message: 'words of Microsoft' } });

const ROWS: readonly Row[] = [
  ['feishu', 200, { code: 0, msg: 'success' }, 'sent', 'success'], ['feishu', 200, { StatusCode: 0, StatusMessage: 'success' }, 'sent', 'success'],
  ['feishu', 200, { code: 19021, msg: 'sign match fail' }, 'permanent_failure', 'secret'], ['feishu', 200, { code: 19024, msg: 'Key Words Not Found' }, 'permanent_failure', 'keyword'],
  ['feishu', 200, { code: 19001, msg: 'param invalid' }, 'permanent_failure', 'copy the webhook'], ['feishu', 400, { code: 9499, msg: 'Bad Request' }, 'permanent_failure', 'form'], ['feishu', 400, { code: 230_099, msg: 'new' }, 'permanent_failure', 'new'],
  ['feishu', 200, { code: 11232, msg: 'frequency limited' }, 'passing_failure', 'too many', 60_000], ['feishu', 200, { code: 77777, msg: 'new' }, 'passing_failure', '77777'],
  ['feishu', 502, { code: 9499, msg: 'gateway' }, 'passing_failure', '502'], ['feishu', 200, '<html>a wall</html>', 'passing_failure', 'not understood'], ['feishu', 200, '{}', 'passing_failure', 'not understood'],
  ['dingtalk', 200, errcode(0, 'ok'), 'sent', 'ok'], ['dingtalk', 200, { errcode: '0', errmsg: 'ok' }, 'sent', 'ok'],
  ['dingtalk', 200, errcode(310_000, 'keywords not in content'), 'permanent_failure', 'keyword'], ['dingtalk', 200, errcode(130_101, 'send too fast'), 'passing_failure', 'ten minutes', 600_000],
  ['dingtalk', 200, errcode(300_005, 'token is not exist'), 'permanent_failure', 'copy the webhook'], ['dingtalk', 200, errcode(-1, '系统繁忙'), 'passing_failure', 'busy', 30_000], ['dingtalk', 200, errcode(400_102, 'bot is stopped'), 'permanent_failure', 'off'],
  ['dingtalk', 200, errcode(430_102, '含有不合适的文本'), 'permanent_failure', 'unfit'], ['dingtalk', 200, errcode(40_035, '缺少参数 json'), 'permanent_failure', 'form'],
  ['wecom', 200, errcode(0, 'ok'), 'sent', 'ok'], ['wecom', 200, errcode(93_000, 'invalid webhook url'), 'permanent_failure', 'copy the webhook'],
  ['wecom', 200, errcode(45_009, 'api freq out of limit'), 'passing_failure', '20 messages', 60_000], ['wecom', 200, errcode(40_058, 'exceed max length'), 'permanent_failure', 'form'],
  ['telegram', 200, { ok: true, result: { message_id: 7, chat: { id: -1001 } } }, 'sent', 'ok'], ['telegram', 401, refused(401, 'Unauthorized'), 'permanent_failure', '@BotFather'],
  ['telegram', 403, refused(403, 'Forbidden: bot was blocked by the user'), 'permanent_failure', 'blocked'], ['telegram', 404, refused(404, 'Not Found'), 'permanent_failure', 'token is wrong'],
  ['telegram', 400, refused(400, 'Bad Request: chat not found'), 'permanent_failure', 'add the bot'], ['telegram', 429, refused(429, 'Too Many Requests: retry after 17', { retry_after: 17 }), 'passing_failure', 'too many', 17_000],
  ['telegram', 400, refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -1_002_345 }), 'permanent_failure', '-1002345'], ['telegram', 502, '<html>', 'passing_failure', '502'],
  ['teams', 202, '', 'sent', '202'], ['teams', 200, '1', 'sent', '200 1'], ['teams', 200, '{"status":"done"}', 'sent', 'done'], ['teams', 404, '<html>', 'permanent_failure', 'switch it on'], ['teams', 400, workflow('WorkflowTriggerIsNotEnabled'), 'permanent_failure', 'switch it on'],
  ['teams', 401, workflow('DirectApiAuthorizationRequired'), 'permanent_failure', 'copy it again'], ['teams', 429, workflow('WorkflowRunThrottled'), 'passing_failure', 'too many', 60_000],
  ['teams', 200, 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429 with ContextId x', 'passing_failure', '429', 60_000],
  ['teams', 200, 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 413 with ContextId x', 'permanent_failure', '28 kB'], ['teams', 502, workflow('NoResponse'), 'passing_failure', '502'],
  ['discord', 200, { id: '1', type: 0 }, 'sent', 'ok'], ['discord', 404, { message: 'Unknown Webhook', code: 10_015 }, 'permanent_failure', 'make a new one'], ['discord', 400, { message: 'Invalid Form Body', code: 50_035 }, 'permanent_failure', 'form'],
  ['discord', 429, { message: 'You are being rate limited.', retry_after: 1.25, global: false }, 'passing_failure', 'too many', 1_250], ['discord', 400, { message: 'Webhooks posted to forum channels must have a thread_name or thread_id', code: 220_001 }, 'permanent_failure', 'forum'],
  ['discord', 400, { message: 'Message was blocked by automatic moderation', code: 200_000 }, 'permanent_failure', 'blocks words'],
  // A refusal that nobody knows may be of the channel: it is switched off and says so, rather than lose one message after the other.
  ['discord', 400, { message: 'new', code: 7 }, 'permanent_failure', 'new'],
  ['discord', 429, { message: 'The write action you are performing on the channel has hit the write rate limit', code: 20_028, retry_after: 3 }, 'passing_failure', 'too many', 3_000],
  ['slack', 200, { ok: true, channel: 'C0123456789', ts: '1.1' }, 'sent', 'ok'], ['slack', 200, { ok: false, error: 'channel_not_found' }, 'permanent_failure', '/invite'],
  ['slack', 200, { ok: false, error: 'missing_scope', needed: 'chat:write' }, 'permanent_failure', 'chat:write'], ['slack', 200, { ok: false, error: 'token_revoked' }, 'permanent_failure', 'OAuth'],
  ['slack', 200, { ok: false, error: 'attachment_payload_limit_exceeded' }, 'permanent_failure', 'form'], ['slack', 200, { ok: false, error: 'internal_error' }, 'passing_failure', 'fault at Slack'], ['slack', 429, { ok: false, error: 'ratelimited' }, 'passing_failure', 'too many', 30_000], ['slack', 200, { ok: false, error: 'brand_new' }, 'passing_failure', 'brand_new'],
];

describe('what a vendor answers', () => {
  for (const [name, status, body, result, says, waitMs] of ROWS) {
    it(`${name} ${status} ${JSON.stringify(body).slice(0, 80)} is ${result}`, async () => {
      await using server = await webServer(answer(status, body));
      const sent = await deliver(SETTINGS[name](server.url), overMessage('en'), context());
      expect(sent).toMatchObject({ result, answer: expect.stringContaining(says) });
      expect(sent.retryAfterMs).toBe(waitMs);
      // A message that is not understood says nothing about the next one.
      expect(sent.concerns).toBe(['form', '28 kB', 'unfit', 'blocks words'].includes(says) ? 'message' : undefined);
      expect(sent.answer.length).toBeLessThanOrEqual(500);
    });
  }

  it.each(Object.entries(SETTINGS))('never tells the secrets of %s', async (_, settingsOf) => {
    await using server = await webServer({ status: 500, body: JSON.stringify(settingsOf('')) });
    const { answer: told } = await deliver(settingsOf(server.url), fullMessage('en'), context());
    expect(told).toMatch(/^500 .*\*\*\*/);
    expect(told).not.toMatch(/0f3c2a51|AAHdqTcv/);
  });

  it('keeps to a Retry-After header before all else', async () => {
    await using server = await webServer({ ...answer(429, workflow('WorkflowRunThrottled')), headers: { 'retry-after': '7' } });
    expect(await deliver(SETTINGS.teams(server.url), overMessage('en'), context())).toMatchObject({ result: 'passing_failure', retryAfterMs: 7_000 });
  });
});

function answer(status: number, body: object | string): Answer {
  return { status, body: typeof body === 'string' ? body : JSON.stringify(body) };
}
