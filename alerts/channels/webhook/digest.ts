import type { Digest } from '../../messages/digest.ts';
import { plainDigest } from '../text.ts';
import { digestBody, type DigestBody } from './body.ts';
import { toJson } from './render.ts';

/** The body for a digest: every alert in full, nothing left out. Throws a ZodError when one does not fit the contract. */
export function renderDigest(digest: Digest): DigestBody {
  const { severity, alerts, superseded, language, headline } = digest;
  const text = plainDigest({ ...digest, left: 0 });
  return digestBody.parse({ version: 1, type: 'digest', digest: { severity, alerts: toJson(alerts), ...(superseded === undefined ? {} : { superseded }) }, message: { language, headline, text } });
}
