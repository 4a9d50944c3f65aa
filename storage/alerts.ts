import type { Alert } from '../model/alert.ts';
import type { AlertId } from '../model/ids.ts';
import { fromDocument, toDocument } from './document-ids.ts';
import type { Store } from './store.ts';

/** Writes an alert; false when it is there already. Write its deliveries after it, and the episode last. */
export async function insertAlert(store: Store, alert: Alert, now: Date): Promise<boolean> {
  return store.alerts.insert({ ...toDocument(alert), recordedAt: now });
}

/** One alert. */
export async function alert(store: Store, id: AlertId): Promise<Alert | undefined> {
  const found = await store.alerts.get(id);
  return found && fromDocument(found);
}

/** The alerts with these ids that exist. */
export async function alertsByIds(store: Store, ids: readonly AlertId[]): Promise<Alert[]> {
  return (await store.alerts.getAll(ids)).map(fromDocument);
}
