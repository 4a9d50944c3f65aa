import { malformed, passing, permanent, type Meanings } from '../answers.ts';

const GONE = permanent('the robot is gone or its address is wrong: copy the webhook again from the group\'s robot');
const FORM = malformed('DingTalk does not take the form of the message: please report it');
/** Its check of contents looks at what the message quotes from the shop. */
const UNFIT = malformed('DingTalk finds words or a link of the message unfit; see it with "rivalwatch changes"');
/** A robot that sent more than 20 messages in a minute is deaf for ten minutes. */
const SLOW = passing('more than 20 messages in a minute: the robot is deaf for ten minutes', 600_000);

/** https://open.dingtalk.com/document/robots/custom-robot-access and https://open.dingtalk.com/document/orgapp/server-api-error-codes-1; the status is always 200. */
export const MEANINGS: Meanings = {
  '-1': passing('DingTalk is busy', 30_000),
  130101: SLOW, 130103: SLOW, 410100: SLOW, 90030: SLOW,
  310000: permanent('the robot\'s security settings refuse it: write its keyword into "keyword", check "secret" and this machine\'s clock, or allow this machine\'s IP address'),
  300001: GONE, 300005: GONE, 400101: GONE, 400106: GONE,
  400013: permanent('the group was dissolved'),
  400102: permanent('the robot is switched off: see the group\'s robots'),
  40035: FORM, 43004: FORM, 400105: FORM,
  430101: UNFIT, 430102: UNFIT, 430103: UNFIT, 430104: UNFIT,
  460101: malformed('the message is longer than 20,000 bytes: please report it'),
};
