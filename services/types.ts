/** What a program needs of this machine. What is left out is looked for along the whole chain. */
export interface Wanted {
  /** uri: of the operator's own MongoDB; nothing is started then. */
  readonly mongodb?: { readonly uri?: string | undefined };
  /** url: of the operator's own Redis; nothing is started then. */
  readonly redis?: { readonly url?: string | undefined };
  /** Left out or false: no source needs a browser, none is looked for. path: a configured Chromium. */
  readonly chromium?: { readonly path?: string | undefined } | false;
}

export interface ServicesOptions {
  /** `.rivalwatch` is made in here: the private Python, an unpacked Chromium and, unless told otherwise, the data. */
  readonly folder: string;
  /** Where the servers keep their data; `<folder>/.rivalwatch/data` when left out. */
  readonly dataFolder?: string;
  /** A new data folder for this start alone, removed when its servers end, however they end. */
  readonly throwAway?: boolean;
  /** A server that was started here and dies is started again, as long as it is held. */
  readonly keep?: boolean;
  /** Takes one line for people at a time: what is being done, and which link of a chain was chosen. */
  readonly say: (line: string) => void;
  /** Gives up a start that is under way; whatever it had begun is stopped. */
  readonly signal?: AbortSignal;
  /** PATH, MONGODB_URI, REDIS_URL, MONGOMS_* are read from here; `process.env` when left out. */
  readonly env?: NodeJS.ProcessEnv;
}

/** A MongoDB that answers. */
export interface MongodbService {
  readonly uri: string;
  /** given: the operator's own, of whatever make. */
  readonly kind: 'given' | 'mongod' | 'secantusdb';
  readonly version: string;
  /** The link of the chain that was chosen, in words. */
  readonly link: string;
  /** The folder of its data; unset when given. */
  readonly dataFolder?: string;
}

/** A Redis that answers and evicts nothing. */
export interface RedisService {
  readonly url: string;
  readonly kind: 'given' | 'redis-server';
  readonly version: string;
  readonly link: string;
  readonly dataFolder?: string;
}

/** A Chromium that runs. */
export interface ChromiumService {
  readonly path: string;
  /** To be passed to the launch, beside the caller's own. */
  readonly args: readonly string[];
  readonly version: string;
  readonly link: string;
}

export interface Services {
  readonly mongodb: MongodbService;
  readonly redis: RedisService;
  /** Set when it was wanted. */
  readonly chromium?: ChromiumService;
  /** Stops what was started for this call, unless another program still uses it. May be called any number of times. */
  stop(): Promise<void>;
}

/** A service that cannot be had. The message is for operators: what was tried, why it failed, what to do. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
}
