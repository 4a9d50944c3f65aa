import { MongoClient, type Db, type MongoClientOptions } from 'mongodb';
import { withoutSecrets } from '../model/address.ts';
import type { ChannelStateDocument } from './channel-documents.ts';
import { storageError } from './errors.ts';
import { Fence } from './fence.ts';
import { Table } from './table.ts';
import type {
  AlertDocument, ArchiveDocument, BatchDocument, ChangeDocument, CrawlDocument, DeliveryDocument, EpisodeDocument, HeadDocument, LeaseDocument, ListingDocument,
  MatchDocument, MigrationDocument, PageDocument, PulseDocument, PictureDocument, RecommendationDocument, ReviewDocument, ReviewedListingDocument, TargetDocument, TroubleDocument, VersionDocument,
} from './documents.ts';

/** Every collection with its documents. */
export interface Documents {
  readonly targets: TargetDocument;
  readonly crawls: CrawlDocument;
  readonly batches: BatchDocument;
  readonly heads: HeadDocument;
  readonly versions: VersionDocument;
  readonly listings: ListingDocument;
  readonly reviews: ReviewDocument;
  readonly reviewedListings: ReviewedListingDocument;
  readonly changes: ChangeDocument;
  readonly episodes: EpisodeDocument;
  readonly alerts: AlertDocument;
  readonly deliveries: DeliveryDocument;
  readonly channelStates: ChannelStateDocument;
  readonly pages: PageDocument;
  readonly pictures: PictureDocument;
  readonly archive: ArchiveDocument;
  readonly matches: MatchDocument;
  readonly recommendations: RecommendationDocument;
  readonly leases: LeaseDocument;
  readonly pulses: PulseDocument;
  readonly troubles: TroubleDocument;
  readonly schemaMigrations: MigrationDocument;
}
export type CollectionName = keyof Documents;

export type Tables = { readonly [K in CollectionName]: Table<Documents[K]> };

/** The open database. Passed as the first argument to every verb of this folder. */
export interface Store extends Tables {
  readonly database: string;
  /** Address without credentials, for messages. */
  readonly server: string;
  /** For migrations only. */
  readonly db: Db;
  /** Version of the server; rejects with StorageUnavailableError when it does not answer. */
  ping(): Promise<{ readonly version: string }>;
  /** Does a piece of work that can be begun again: it fails with StorageUnavailableError where the server died meanwhile and may have forgotten what the work wrote before. */
  amid<T>(work: () => Promise<T>): Promise<T>;
  /** Ends all connections; a second call does nothing. */
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly uri: string;
  readonly database: string;
  /** How long to look for the server before giving up, in milliseconds. */
  readonly patience?: number;
}

/** Unless the address says otherwise. */
const MOST_CONNECTIONS = 20;

/** Connects and makes sure that the server answers. Throws StorageUnavailableError or StorageRefusedError. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const server = withoutSecrets(options.uri);
  const client = clientOf(options, server);
  const db = client.db(options.database);
  const fence = new Fence(client, server);
  const store: Store = {
    ...tablesOf(db, server, fence), database: options.database, server, db,
    amid: (work) => fence.amid(work),
    ping: async () => ({ version: await versionOf(db, server) }),
    close: () => client.close(),
  };
  try {
    await store.ping();
    return store;
  } catch (error) {
    await client.close();
    throw error;
  }
}

function clientOf(options: StoreOptions, server: string): MongoClient {
  try {
    return new MongoClient(options.uri, {
      ignoreUndefined: true, appName: 'rivalwatch', ...unlessSaid(options.uri, 'maxPoolSize', MOST_CONNECTIONS), ...unlessSaid(options.uri, 'serverSelectionTimeoutMS', options.patience ?? 10_000),
      waitQueueTimeoutMS: 30_000, socketTimeoutMS: 120_000,
    });
  } catch (error) {
    throw new Error(`"${server}" is no MongoDB address: ${error instanceof Error ? error.message : String(error)}. Write e.g. mongodb://127.0.0.1:27017`, { cause: error });
  }
}

/** The option, where the address of the server does not set it: what is given here would win over that. */
function unlessSaid(uri: string, option: 'maxPoolSize' | 'serverSelectionTimeoutMS', value: number): MongoClientOptions {
  return new RegExp(`[?&]${option}=`, 'i').test(uri) ? {} : { [option]: value };
}

async function versionOf(db: Db, server: string): Promise<string> {
  try {
    const info = await db.command({ buildInfo: 1 });
    return typeof info['version'] === 'string' ? info['version'] : 'unknown';
  } catch (error) {
    throw storageError(error, 'buildInfo', server);
  }
}

/** What tells whether something was told or must be, and which work there is: such a write counts when it is on the disk, so that a server that dies repeats and loses nothing. */
const ON_DISK: ReadonlySet<CollectionName> = new Set(['changes', 'episodes', 'alerts', 'deliveries', 'recommendations', 'crawls', 'troubles']);
/** Marks that something else was written, which need not be on the disk yet. */
const MARKS: ReadonlySet<CollectionName> = new Set(['targets', 'crawls', 'batches', 'pages']);

function tablesOf(db: Db, server: string, fence: Fence): Tables {
  const { w, wtimeoutMS } = db.writeConcern ?? {};
  const onDisk = { writeConcern: { ...(w === undefined ? {} : { w }), ...(wtimeoutMS === undefined ? {} : { wtimeoutMS }), journal: true } };
  const table = <K extends CollectionName>(name: K): Table<Documents[K]> => new Table<Documents[K]>(db.collection<Documents[K]>(name, ON_DISK.has(name) ? onDisk : {}), server, MARKS.has(name) ? fence : undefined);
  return {
    targets: table('targets'), crawls: table('crawls'), batches: table('batches'), heads: table('heads'), versions: table('versions'), listings: table('listings'),
    reviews: table('reviews'), reviewedListings: table('reviewedListings'), changes: table('changes'), episodes: table('episodes'),
    alerts: table('alerts'), deliveries: table('deliveries'), channelStates: table('channelStates'), pages: table('pages'), pictures: table('pictures'), archive: table('archive'), matches: table('matches'),
    recommendations: table('recommendations'), leases: table('leases'), pulses: table('pulses'), troubles: table('troubles'), schemaMigrations: table('schemaMigrations'),
  };
}
