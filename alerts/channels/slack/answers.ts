import { z } from 'zod';
import { malformed, passing, permanent, readJson, type Meanings, type Said } from '../answers.ts';

const SCOPE = permanent('the bot token lacks a right: give the app the scope chat:write, install it again and take the new token');
const TOKEN = permanent('the bot token is not valid (any more): take it again from "OAuth & Permissions" of the app');
const CHANNEL = permanent('the Slack channel is not there for this app: check its id, and invite the app with /invite');
const POLICY = permanent('a rule of the workspace forbids it: ask its administrators');
const WEBHOOK = permanent('the incoming webhook is gone or switched off: make a new one');
const FORM = malformed('Slack does not take the form of the message: please report it');
const AGAIN = passing('a fault at Slack');
const SLOW = passing('too many messages', 30_000);

/**
 * Errors of chat.postMessage and chat.update (https://docs.slack.dev/reference/methods/chat.postMessage/#errors, the same page of chat.update)
 * and of incoming webhooks (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks#handling_errors).
 */
export const MEANINGS: Meanings = {
  invalid_auth: TOKEN, not_authed: TOKEN, account_inactive: TOKEN, token_revoked: TOKEN, token_expired: TOKEN, team_not_found: TOKEN, not_allowed_token_type: TOKEN, org_login_required: TOKEN,
  missing_scope: SCOPE, no_permission: SCOPE, access_denied: SCOPE, as_user_not_supported: SCOPE, team_access_not_granted: SCOPE,
  channel_not_found: CHANNEL, not_in_channel: CHANNEL, is_archived: CHANNEL, channel_is_archived: CHANNEL, messages_tab_disabled: CHANNEL, user_not_found: CHANNEL, cannot_dm_bot: CHANNEL,
  restricted_action: POLICY, restricted_action_read_only_channel: POLICY, restricted_action_thread_only_channel: POLICY, restricted_action_non_threadable_channel: POLICY,
  restricted_action_thread_locked: POLICY, ekm_access_denied: POLICY, enterprise_is_restricted: POLICY, two_factor_setup_required: POLICY, accesslimited: POLICY,
  posting_to_general_channel_denied: POLICY, action_prohibited: POLICY, slack_connect_file_link_sharing_blocked: POLICY,
  no_service: WEBHOOK, no_service_id: WEBHOOK, no_active_hooks: WEBHOOK, invalid_token: WEBHOOK, no_team: WEBHOOK, team_disabled: WEBHOOK,
  invalid_payload: FORM, invalid_blocks: FORM, invalid_blocks_format: FORM, msg_blocks_too_long: FORM, msg_too_long: FORM, no_text: FORM, too_many_attachments: FORM, invalid_attachments: FORM, attachment_payload_limit_exceeded: FORM, 413: FORM,
  invalid_arguments: FORM, invalid_arg_name: FORM, invalid_array_arg: FORM, invalid_charset: FORM, invalid_form_data: FORM, invalid_post_type: FORM, missing_post_type: FORM,
  deprecated_endpoint: FORM, method_deprecated: FORM,
  ratelimited: SLOW, rate_limited: SLOW, message_limit_exceeded: SLOW,
  internal_error: AGAIN, fatal_error: AGAIN, service_unavailable: AGAIN, request_timeout: AGAIN, team_added_to_org: AGAIN, rollup_error: AGAIN, server_error: AGAIN,
};

/** Errors that mean the form of the message: the same as plain text may be taken. */
export function isForm(said: Said | undefined): boolean {
  return said !== undefined && MEANINGS[said.code] === FORM;
}

/** Errors that mean the message below which this one should stand: without it, it may be taken. */
export function isThread(said: Said | undefined): boolean {
  return said !== undefined && /^(thread_not_found|invalid_thread_ts|message_not_found|cannot_reply_to_message|restricted_action_non_threadable_channel|restricted_action_thread_locked)$/.test(said.code);
}

const webAnswer = z.object({ ok: z.boolean(), error: z.string().default(''), needed: z.string().optional(), channel: z.string().optional(), ts: z.string().optional() });

/** The Web API answers JSON, with status 200 whether it worked or not. The handle is `channel:ts`, by the channel's id. */
export const readWeb = readJson(webAnswer, ({ ok, error, needed, channel, ts }) => ({
  ok, code: ok ? '' : error, words: ok ? 'ok' : (needed ?? ''), ...(channel !== undefined && ts !== undefined ? { handle: `${channel}:${ts}` } : {}),
}));

/** An incoming webhook answers `ok`, or its error in one word. Programs that take Slack's messages say other things when they took one. */
export function readWebhook(text: string): Said {
  const code = /^[a-z_]{2,60}\b/.exec(text.trim())?.[0] ?? '';
  return Object.hasOwn(MEANINGS, code) ? { ok: false, code, words: text.trim().slice(code.length) } : { ok: true, code: '', words: text.trim() };
}
