import { z } from 'zod';
import { malformed, passing, permanent, readJson, type Meanings, type Said } from '../answers.ts';

const OFF = permanent('the workflow is switched off or gone: switch it on in the Workflows app, or make a new one and copy its address');
const ADDRESS = permanent('the address of the workflow is not complete or not valid any more: copy it again from the workflow');
const FORM = malformed('Teams does not take the form of the message, or it is larger than 28 kB: please report it');
const SLOW = passing('too many messages', 60_000);

/**
 * Codes of workflows (https://learn.microsoft.com/azure/logic-apps/logic-apps-http-endpoint) and, by their number, of the older webhooks that
 * Office 365 runs (https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using#rate-limiting-for-connectors).
 */
export const MEANINGS: Meanings = {
  WorkflowTriggerIsNotEnabled: OFF, WorkflowNotFound: OFF, WorkflowDisabled: OFF, WorkflowSuspended: OFF, FlowDisabled: OFF, ResourceNotFound: OFF,
  DirectApiAuthorizationRequired: ADDRESS, AuthorizationFailed: ADDRESS, InvalidAuthorization: ADDRESS, SignatureMismatch: ADDRESS, Unauthorized: ADDRESS, Forbidden: ADDRESS,
  InvalidRequestContent: FORM, TriggerInputSchemaMismatch: FORM, RequestEntityTooLarge: FORM, 400: FORM, 413: FORM,
  WorkflowRunThrottled: SLOW, TooManyRequests: SLOW, 429: SLOW, NoResponse: passing('the workflow did not answer'), 404: OFF, 410: OFF, 403: ADDRESS, 412: OFF,
};

const refusal = readJson(z.object({ error: z.object({ code: z.string(), message: z.string().default('') }) }), ({ error }) => ({ ok: false, code: error.code, words: error.message }));

/**
 * A workflow takes a message with 202 and no words, and posts it afterwards; one with a step "Response" says what its maker wants. The older
 * webhooks answer 200 with `1`, or with the status that they got themselves.
 */
export function readTeams(text: string): Said {
  const old = /endpoint returned HTTP error (\d{3})/i.exec(text)?.[1];
  if (old !== undefined) return { ok: false, code: old, words: text };
  return refusal(text) ?? { ok: true, code: '', words: text.trim() };
}
