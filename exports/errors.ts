/** An export that cannot be made, in an operator's words. `retryable`: whether the same again later can help. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
  readonly retryable: boolean;

  constructor(message: string, options: { readonly retryable: boolean; readonly cause?: unknown }) {
    super(message, { cause: options.cause });
    this.retryable = options.retryable;
  }
}
