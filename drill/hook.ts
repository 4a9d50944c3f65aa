import { createServer, type IncomingMessage } from 'node:http';

/** A webhook's receiver on loopback that can be stopped between taking a message and answering. */
export interface HookSink {
  readonly url: string;
  /** Ids of the deliveries that arrived, oldest first, each as often as it came. */
  readonly arrived: readonly string[];
  /** Before the next message is answered, `work` is done: what is killed in it cannot know whether the message arrived. */
  beforeAnswer(work: () => Promise<void>): void;
  close(): Promise<void>;
}

/** Starts it on a free port. */
export async function startHookSink(): Promise<HookSink> {
  const arrived: string[] = [];
  let before: (() => Promise<void>) | undefined;
  const answer = async (request: IncomingMessage): Promise<number> => {
    // Read to its end: a message that was cut off did not arrive.
    for await (const _ of request);
    const id = request.headers['webhook-id'] ?? request.headers['idempotency-key'];
    if (typeof id !== 'string') return 400;
    arrived.push(id);
    const work = before;
    before = undefined;
    await work?.();
    return 204;
  };
  const server = createServer((request, response) => {
    answer(request).then((status) => response.writeHead(status).end(), () => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the webhook got no port');
  return {
    url: `http://127.0.0.1:${address.port}/`, arrived,
    beforeAnswer: (work) => { before = work; },
    close: () => new Promise((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    }),
  };
}
