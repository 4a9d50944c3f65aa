/**
 * Milliseconds a Retry-After header asks to wait (RFC 9110 10.2.3: seconds or an HTTP date), 0 for a moment that has passed,
 * undefined when there is none or it cannot be understood. A date is measured against the server's own Date header where it sent
 * one, so that a wrong clock on either side does no harm.
 */
export function retryAfter(headers: Readonly<Record<string, string>>, now: Date): number | undefined {
  const text = headers['retry-after']?.trim();
  if (!text) return undefined;
  if (/^\d{1,12}(?:\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1_000);
  const until = httpDate(text);
  if (until === undefined) return undefined;
  const from = httpDate(headers['date']) ?? now.getTime();
  return Math.max(0, until - from);
}

/** HTTP dates begin with a day name; `Date.parse` alone would also take "7" or "-1" for a date. */
function httpDate(text: string | undefined): number | undefined {
  if (text === undefined || !/^[A-Za-z]{3,9},? /.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isFinite(time) ? time : undefined;
}
