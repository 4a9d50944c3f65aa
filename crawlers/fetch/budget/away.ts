/** The shared budget cannot be asked: nothing may be fetched. Trying again helps once Redis is back. */
export class BudgetAway extends Error {
  override readonly name = 'BudgetAway';
}

/** Milliseconds without an answer after which Redis counts as away: a client that reconnects for ever would wait for ever. */
const REDIS_TIMEOUT = 5_000;

/** The answer of Redis, or BudgetAway when it fails or does not come. */
export async function answered<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${REDIS_TIMEOUT} ms`)), REDIS_TIMEOUT);
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BudgetAway(`Redis, which keeps the budget of every host, is away (${why}); nothing is fetched until it is back`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
