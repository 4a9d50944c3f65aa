import type { Dispatcher } from 'undici';
import { Aborted, Broken, TimedOut, TooLarge } from './errors.ts';

/**
 * What to do with a body once status and headers are known.
 * read: all of it, or TooLarge. cut: as much as fits, whatever happens on the way. drop: not needed, the connection is kept when
 * it is short. refuse: not needed and not worth downloading.
 */
export type BodyUse = 'read' | 'cut' | 'drop' | 'refuse';

/** An answer before its codings are undone. */
export interface RawAnswer {
  readonly status: number;
  /** Lower-case names; no Set-Cookie, since no cookie is kept. */
  readonly headers: Readonly<Record<string, string>>;
  readonly use: BodyUse;
  readonly body: Buffer;
}

export interface ExchangeLimits {
  /** Bytes as they come over the wire. */
  readonly maxBytes: number;
  /** Milliseconds from the request to the last byte. */
  readonly timeout: number;
  readonly bodyUse: (status: number, headers: Readonly<Record<string, string>>) => BodyUse;
}

/** A dropped body longer than this is not waited for. */
const DROP_BYTES = 64_000;

/** One request and its answer under caps on bytes and on time as a whole, so that neither an endless nor a dripping body holds a worker. */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #done: (result: RawAnswer | Error) => void;
  readonly #limits: ExchangeLimits;
  readonly #timer: NodeJS.Timeout;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #over: Error | 'done' | undefined;
  #status = 0;
  #headers: Record<string, string> = {};
  #use: BodyUse | undefined;
  #size = 0;

  /** Calls `done` once. */
  constructor(limits: ExchangeLimits, done: (result: RawAnswer | Error) => void) {
    this.#limits = limits;
    this.#done = done;
    this.#timer = setTimeout(() => this.#end(new TimedOut(`no whole answer within ${limits.timeout} ms`)), limits.timeout);
  }

  /** Ends the exchange because the batch is stopped. */
  stop(): void {
    this.#end(new Aborted('stopped'));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#over !== undefined) controller.abort(this.#over === 'done' ? new Aborted('over') : this.#over);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: NodeJS.Dict<string | string[]>): void {
    if (status < 200) return;
    this.#status = status;
    this.#headers = plain(headers);
    this.#use = this.#limits.bodyUse(status, this.#headers);
    if (this.#use === 'refuse') this.#end();
    const announced = Number(this.#headers['content-length'] ?? 0);
    if (this.#use === 'read' && announced > this.#limits.maxBytes) this.#end(new TooLarge(`${announced} bytes announced, ${this.#limits.maxBytes} allowed`));
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#over !== undefined) return;
    this.#size += chunk.length;
    if (this.#use === 'drop') {
      if (this.#size > DROP_BYTES) this.#end();
    } else if (this.#size <= this.#limits.maxBytes) {
      this.#chunks.push(chunk);
    } else if (this.#use === 'cut') {
      this.#chunks.push(chunk.subarray(0, chunk.length - (this.#size - this.#limits.maxBytes)));
      this.#end();
    } else {
      this.#end(new TooLarge(`more than ${this.#limits.maxBytes} bytes`));
    }
  }

  onResponseEnd(): void {
    this.#finish();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#finish(this.#use === undefined ? error : new Broken(`the connection broke within the answer: ${error.message}`));
  }

  /** Settles and closes the connection. */
  #end(error?: Error): void {
    this.#finish(error);
    this.#controller?.abort(error ?? new Aborted('over'));
  }

  #finish(error?: Error): void {
    if (this.#over !== undefined) return;
    this.#over = error ?? 'done';
    clearTimeout(this.#timer);
    const kept = this.#use !== undefined && (this.#use !== 'read' || error === undefined) && !(error instanceof Aborted);
    if (error && !kept) return this.#done(error);
    const [only] = this.#chunks;
    const body = this.#chunks.length === 1 && only ? only : Buffer.concat(this.#chunks);
    this.#done({ status: this.#status, headers: this.#headers, use: this.#use ?? 'drop', body });
  }
}

function plain(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined || name === 'set-cookie') continue;
    result[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return result;
}
