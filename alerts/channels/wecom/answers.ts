import { malformed, passing, permanent, type Meanings } from '../answers.ts';

const SLOW = passing('more than 20 messages in a minute', 60_000);
const FORM = malformed('WeCom does not take the form of the message: please report it');

/** https://developer.work.weixin.qq.com/document/path/91770 and https://developer.work.weixin.qq.com/document/path/90313; the status is always 200. */
export const MEANINGS: Meanings = {
  '-1': passing('WeCom is busy', 30_000),
  6000: passing('WeCom is busy', 30_000),
  45009: SLOW, 45033: SLOW,
  93000: permanent('the robot is gone or its address is wrong: copy the webhook again from the group\'s robot'),
  93008: permanent('the robot is not in the group any more'),
  93017: permanent('the robot is gone: add a new one to the group'),
  93004: permanent('the robot is switched off'),
  60020: permanent('this machine\'s IP address is not allowed'),
  40008: FORM, 40033: FORM, 40035: FORM, 40058: FORM, 44004: FORM, 45002: FORM, 47001: FORM,
};
