import type { ListingFields } from '../../model/listing.ts';
import { PICTURES_OF_LISTING, type PictureHash } from '../../model/picture.ts';
import { valueOf } from '../../model/reading.ts';
import type { ListingDocument, VersionDocument } from '../../storage/documents.ts';
import { picturesAt } from '../../storage/pictures.ts';
import type { Diffing } from './diffing.ts';

/** What is known of the first pictures on both sides of these versions; undefined when the source's pictures are compared by address. */
export async function picturesOf({ context, target }: Diffing, versions: readonly VersionDocument[], listings: Iterable<ListingDocument>): Promise<ReadonlyMap<string, PictureHash> | undefined> {
  const source = target && context.config().sources.get(target.sourceId);
  if (source?.images !== 'hash') return undefined;
  const subjects: ReadonlySet<string> = new Set(versions.map((version) => version.subjectId));
  const accepted = [...listings].flatMap((listing) => Object.entries(listing.baselines ?? {}).flatMap(([subject, baseline]) => (subjects.has(subject) ? [baseline.fields] : [])));
  const fields = [...versions.flatMap(({ content }) => (content.kind === 'listing' ? [content.fields] : [])), ...accepted];
  return picturesAt(context.store, [...new Set(fields.flatMap(firstPictures))]);
}

function firstPictures({ images }: Partial<ListingFields>): readonly string[] {
  return (images && valueOf(images))?.slice(0, PICTURES_OF_LISTING) ?? [];
}
