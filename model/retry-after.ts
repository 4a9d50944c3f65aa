/**
 * Milliseconds that a Retry-After header asks to wait (RFC 9110 10.2.3: seconds or an HTTP date), 0 for a moment that has passed, undefined when there is
 * none or it cannot be understood. `date`: the server's own Date header; a date is measured against it where it was sent, so that a wrong clock on either side
 * does no harm.
 */
export function retryAfter(header: string | undefined, now: Date, date?: string): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d{1,12}(?:\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1_000);
  const until = httpDate(text);
  return until === undefined ? undefined : Math.max(0, until - (httpDate(date) ?? now.getTime()));
}

/** HTTP dates begin with a day name; `Date.parse` alone would also take "7", "1.5" or "-1" for a date. */
function httpDate(text: string | undefined): number | undefined {
  if (text === undefined || !/^[A-Za-z]{3,9},? /.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isFinite(time) ? time : undefined;
}
