import type { Alert } from '../model/alert.ts';
import type { Delivery } from '../model/delivery.ts';
import type { Episode } from '../model/episode.ts';
import type { Match, Recommendation } from '../model/advice.ts';
import type { Change } from '../model/change.ts';

/** `recordedAt`: when it was written or last moved, by the writer's clock; the order in which exports hand it on. */
interface Recorded {
  readonly recordedAt?: Date;
}
export type ChangeDocument = Omit<Change, 'id'> & Recorded & { readonly _id: Change['id'] };
/** `dueAt`: when the tick must look at it next, worked out from the rest. */
export type EpisodeDocument = Omit<Episode, 'id'> & { readonly _id: Episode['id']; readonly dueAt?: Date };
export type AlertDocument = Omit<Alert, 'id'> & Recorded & { readonly _id: Alert['id'] };
export type DeliveryDocument = Omit<Delivery, 'id'> & { readonly _id: Delivery['id'] };
export type RecommendationDocument = Omit<Recommendation, 'id'> & Recorded & { readonly _id: Recommendation['id'] };
export type MatchDocument = Omit<Match, 'id'> & { readonly _id: Match['id'] };
