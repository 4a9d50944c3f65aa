/** What a demo shop answers to one request, before conditional requests and faults are looked at. */
export interface Answer {
  readonly status: number;
  /** Full Content-Type, with the charset the body is really in. */
  readonly type: string;
  readonly body: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** False when the shop sends neither ETag nor Last-Modified, as shops with personalised pages do. */
  readonly validators: boolean;
}

/** A page of HTML in UTF-8 with validators. */
export function html(markup: string, status = 200): Answer {
  return { status, type: 'text/html; charset=utf-8', body: Buffer.from(markup), validators: status === 200 };
}

/** A page of HTML that the shop never lets anybody cache. */
export function uncachedHtml(markup: string, status = 200): Answer {
  return { ...html(markup, status), headers: { 'cache-control': 'no-store' }, validators: false };
}

/** A JSON document with validators. */
export function json(value: unknown, status = 200): Answer {
  return { status, type: 'application/json; charset=utf-8', body: Buffer.from(JSON.stringify(value)), validators: status === 200 };
}

/** Plain text, e.g. robots.txt. */
export function text(value: string, type = 'text/plain; charset=utf-8'): Answer {
  return { status: 200, type, body: Buffer.from(value), validators: true };
}

/** Text made safe for HTML text and attribute values. */
export function escapeHtml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

/** JSON that cannot end the script element it stands in. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
