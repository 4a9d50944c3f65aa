/**
 * The documents as MongoDB keeps them: a collection each, files by purpose. `_id`s are built from facts (model/ids.ts), so that writing twice is
 * writing once. Markers of work still to be done stand in the document of the fact: `open` on a crawl, `diff` on a version, `state` on a delivery.
 */
export type { ArchiveDocument, PageDocument, PictureDocument } from './answer-documents.ts';
export type { BatchDocument, CrawlDocument, RequestDone, Stage, TargetDocument } from './crawl-documents.ts';
export type { AlertDocument, ChangeDocument, DeliveryDocument, EpisodeDocument, MatchDocument, RecommendationDocument } from './finding-documents.ts';
export type { ListingDocument, ReviewDocument, ReviewedListingDocument } from './listing-documents.ts';
export type { LeaseDocument, MigrationDocument, PulseDocument, TroubleDocument } from './running-documents.ts';
export type { Baseline, HeadDocument, ListingContent, VersionContent, VersionDocument } from './version-documents.ts';
