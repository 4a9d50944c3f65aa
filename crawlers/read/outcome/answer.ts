import type { ReadHints } from '../port.ts';
import type { NotData } from './not-data.ts';

/** An answer longer than this carries data, whatever words stand in it. */
const MOST_ERROR = 4_000;

/** What data answers say instead of data: by the platforms' own codes, then by what error answers have in common. */
const SAYINGS: readonly (readonly [RegExp, NotData['outcome'], string])[] = [
  [/FAIL_SYS_USER_VALIDATE|RGV587_ERROR|x5secdata|"action"\s*:\s*"captcha"|_____tmd_____|captcha-delivery\.com|"blockScript"\s*:|"verify_(?:center_)?(?:url|auth_token)"/, 'challenge', 'the platform asks for a verification'],
  [/FAIL_SYS_SESSION_EXPIRED|FAIL_SYS_TOKEN_EX|"needLogin"\s*:\s*true|"login_required"|NEED_LOGIN|"error_code"\s*:\s*40001\b/i, 'login_wall', 'the platform asks to sign in'],
  [/FAIL_SYS_TRAFFIC_LIMIT|isp\.call-limited|"(?:code|status|error_code)"\s*:\s*"?(?:429|too_many_requests|54001)\b|too many requests|rate.?limit/i, 'rate_limited', 'the platform limits the rate'],
  [/FAIL_BIZ_ITEM_(?:DELETED|OFFLINE)|"(?:code|error)"\s*:\s*"?(?:410|gone|item_deleted)\b/i, 'gone', 'the product is gone'],
  [/FAIL_BIZ_[A-Z_]*NOT_(?:FOUND|EXIST)|ITEM_NOT_FOUND|"(?:code|status|statusCode|status_code|error|errors|message|title|detail)"\s*:\s*"?(?:404\b|not[_ ]?found|[^"]{0,60}(?:was not found|not found|does not exist|no longer exists|不存在))|rest_no_route|product_invalid_id|"errorId"\s*:\s*11001\b/i, 'not_found', 'there is no such thing'],
  [/"(?:code|status|statusCode|status_code)"\s*:\s*"?(?:401|403|451)\b|"(?:error|errors|message|title|detail)"\s*:\s*"[^"]{0,60}(?:forbidden|access denied|unauthori[sz]ed|not authori[sz]ed|permission denied|blocked)|FAIL_SYS_ILLEGAL_ACCESS|rest_forbidden/i, 'blocked', 'access is refused'],
  [/"(?:code|status|statusCode|status_code)"\s*:\s*"?5\d\d\b|"(?:error|errors|message|title|detail)"\s*:\s*"[^"]{0,60}(?:internal (?:server )?error|service unavailable|bad gateway|timed? ?out|maintenance)|FAIL_SYS_(?:SERVICE_FAULT|SERVLET_ASYNC|HSF)/i, 'server_error', 'the server reports a fault'],
];
/** An error answer has words for it and nothing of an article. */
const ERROR_WORDS = /"(?:errors?|message|error_msg|err_?msg|errcode|ret|success|ok|code|status|fault|url|blockScript|action|needLogin|data)"\s*:/i;
const ARTICLE_WORDS = /"(?:price|prices|priceText|offers|variants|skus?|items?|products?|reviews?|comments)"\s*:\s*(?:[\d"]|\{\s*"|\[\s*[{[])/i;

/** Platform gateways and shop interfaces answer walls and errors as JSON with status 200. */
export function jsonWall(text: string): NotData | undefined {
  const head = text.slice(0, MOST_ERROR);
  const isError = text.length <= MOST_ERROR && ERROR_WORDS.test(head) && !ARTICLE_WORDS.test(head);
  for (const [index, [pattern, outcome, words]] of SAYINGS.entries()) {
    // The platforms' own codes are plain; the words of any interface count only in a short answer without an article.
    if ((index < 2 || isError) && pattern.test(head)) return { outcome, detail: `${words} (its answer says so)` };
  }
  return undefined;
}

/** Characters at the start of an answer that tell what it is. */
export const START = 400;

/** JSON, XML and plain data are the reader's business; only error answers are looked for. @param text the first {@link START} characters */
export function isDataAnswer(text: string, { contentType }: ReadHints): boolean {
  const start = text.trimStart();
  return /^[[{]/.test(start) || (/json|javascript|text\/csv/i.test(contentType ?? '') && !start.startsWith('<'));
}

const MEDIA = /^(?:image|audio|video|font)\/|application\/(?:pdf|zip|gzip|x-gzip|octet-stream|msword|vnd\.)/i;

/** A content type that nothing here reads, unless the answer is a page all the same. @param text the first {@link START} characters */
export function unreadable(text: string, { contentType }: ReadHints): NotData | undefined {
  if (contentType === undefined || !MEDIA.test(contentType) || /^\s*<(?:!doctype|html|head|body)/i.test(text)) return undefined;
  return { outcome: 'not_supported', detail: `nothing here reads ${contentType.slice(0, 80)}` };
}
