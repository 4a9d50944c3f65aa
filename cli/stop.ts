/** A second signal within this time is the same Ctrl-C: the terminal sends it to every program of the line, and npm passes it on once more. */
const SAME_WISH_MS = 1_000;

/** Aborted by the first SIGINT, SIGTERM or SIGHUP, so that the program ends in order; one more than `sameWish` milliseconds later ends the process at once with 130. */
export function stopOnSignals(sameWish = SAME_WISH_MS): AbortController {
  const stop = new AbortController();
  let askedAt: number | undefined;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (askedAt !== undefined && performance.now() - askedAt > sameWish) process.exit(130);
      askedAt ??= performance.now();
      stop.abort(new Error(`stopped by ${name}`));
    });
  }
  return stop;
}
