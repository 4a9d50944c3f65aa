import type { Digest } from '../../messages/digest.ts';
import { fitDigest } from '../fit.ts';
import { plainDigest } from '../text.ts';
import { digestBody, type DigestBody } from './body.ts';
import { toJson } from './render.ts';

/** The words for people are kept short: the alerts say it all. */
const LONGEST_TEXT = 20_000;

/** The body for a digest, with every alert in full. Throws a ZodError when one does not fit the contract. */
export function renderDigest(digest: Digest): DigestBody {
  const { severity, alerts, superseded, language, headline } = digest;
  const text = fitDigest(digest, { whole: LONGEST_TEXT }, plainDigest, (words) => words.length);
  return digestBody.parse({ version: 1, type: 'digest', digest: { severity, alerts: toJson(alerts), ...(superseded === undefined ? {} : { superseded }) }, message: { language, headline, text } });
}
