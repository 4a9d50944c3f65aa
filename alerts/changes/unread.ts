import type { VersionId } from '../../model/ids.ts';
import type { Baseline } from '../../storage/documents.ts';

/** The price and the stock that a page shows. */
export type What = keyof NonNullable<Baseline['steps']>;

const FIELDS = { price: 'price', stock: 'availability' } as const satisfies Readonly<Record<What, keyof Baseline['fields']>>;

/** What the newest version of a view does not say: it was not read, or waits for a second look. What was accepted before is not known to be so still. */
export function unreadOf({ versionId, fields, fieldVersions }: Pick<Baseline, 'versionId' | 'fields' | 'fieldVersions'>, newest: VersionId): readonly What[] {
  return (['price', 'stock'] as const).filter((what) => newest !== versionId || fieldVersions[FIELDS[what]] !== versionId || fields[FIELDS[what]]?.state !== 'known');
}
