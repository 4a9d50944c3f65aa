import { html, uncachedHtml, type Answer } from './answer.ts';

/** Something a shop does instead of answering properly, for paths that start with `path`. */
export interface Fault {
  /** Tells two faults apart, so that `times` is counted for each. */
  readonly id: string;
  /** Path and query must start with it, or contain it when it begins with `*`. */
  readonly path: string;
  readonly what: 'server_error' | 'rate_limited' | 'captcha' | 'soft_404' | 'misprint';
  /** How many answers are spoilt before the shop recovers; always when left out. */
  readonly times?: number;
  /** rate_limited only: seconds in Retry-After. */
  readonly retryAfter?: number;
  /** misprint only: what the page says, and what it says instead. */
  readonly print?: { readonly right: string; readonly wrong: string };
}

/** The first fault that fits and is not used up. `used` says how often each id was applied. */
export function faultFor(faults: readonly Fault[], path: string, used: ReadonlyMap<string, number>): Fault | undefined {
  return faults.find((fault) => fits(fault, path) && (used.get(fault.id) ?? 0) < (fault.times ?? Infinity));
}

function fits(fault: Fault, path: string): boolean {
  return fault.path.startsWith('*') ? path.includes(fault.path.slice(1)) : path.startsWith(fault.path);
}

/** What the shop answers under a fault, worded as shops word it; `proper` is what it would answer without. */
export function faultAnswer(fault: Fault, proper: Answer): Answer {
  return FAULTS[fault.what](fault, proper);
}

const FAULTS: Readonly<Record<Fault['what'], (fault: Fault, proper: Answer) => Answer>> = {
  misprint: ({ print }, proper) => (print ? { ...proper, body: Buffer.from(proper.body.toString().replaceAll(print.right, print.wrong)) } : proper),
  server_error: () => html(page('Something went wrong', 'We are sorry, the shop is having trouble. Please try again in a moment.'), 500),
  rate_limited: (fault) => ({ ...html(page('Too many requests', 'You are browsing too quickly. Please slow down.'), 429), headers: { 'retry-after': String(fault.retryAfter ?? 1) } }),
  captcha: () => uncachedHtml(ROBOT_CHECK),
  soft_404: () => uncachedHtml(page('Page not found', 'Sorry, the page you are looking for could not be found. It may have been moved or no longer exists.')),
};

function page(title: string, words: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>body{font:16px/1.5 sans-serif;margin:4rem auto;max-width:40rem}</style></head>`
    + `<body><main><h1>${title}</h1><p>${words}</p><p><a href="/">Continue shopping</a></p></main><footer>Free shipping on orders over $75.00</footer></body></html>`;
}

/** A robot check with status 200, a price in its footer, and nothing of the product. */
const ROBOT_CHECK = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Robot Check</title><meta name="robots" content="noindex"></head><body>
<main class="captcha-page"><h1>Enter the characters you see below</h1>
<p>Sorry, we just need to make sure you're not a robot. For best results, please make sure your browser is accepting cookies.</p>
<form action="/errors/validateCaptcha" method="get"><img src="/captcha/Captcha_kqvbnxopzt.jpg" alt="captcha"><label for="captchacharacters">Type the characters you see in this image:</label>
<input id="captchacharacters" name="field-keywords" autocomplete="off"><button type="submit">Continue shopping</button></form></main>
<footer><a href="/conditions">Conditions of Use</a> <a href="/privacy">Privacy Notice</a> Gift cards from $25.00</footer></body></html>`;
