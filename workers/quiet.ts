/** Kinds of error remembered at once. */
const MOST_KINDS = 100;

/** How often the same was said since it was told last; absent when it was told at once. */
export interface Repeated {
  readonly times?: number;
}

/**
 * Hands the first error of a kind on, and then one of each `everyMs` milliseconds with the number of those in between: a server that refuses
 * every call would fill the disk with its refusals. Errors are of one kind when their messages are the same.
 */
export function quietly(tell: (error: Error, repeated: Repeated) => void, everyMs = 30_000, clock = () => performance.now()): (error: Error) => void {
  const told = new Map<string, { readonly at: number; times: number }>();
  return (error) => {
    const kind = error.message.slice(0, 200);
    const last = told.get(kind);
    const now = clock();
    if (last && now - last.at < everyMs) {
      last.times += 1;
      return;
    }
    if (told.size >= MOST_KINDS) told.clear();
    told.set(kind, { at: now, times: 0 });
    tell(error, last && last.times > 0 ? { times: last.times } : {});
  };
}

/** True from the `most`-th call within a second on: whoever comes so often should take a breath. */
export function tooOften(most: number, clock = () => performance.now()): () => boolean {
  let since = -Infinity;
  let count = 0;
  return () => {
    const now = clock();
    if (now - since > 1_000) [since, count] = [now, 0];
    count += 1;
    return count >= most;
  };
}
