import type { ChannelId, TargetId } from '../model/ids.ts';
import { target as getTarget } from '../storage/targets.ts';
import { PutOff, type Context } from './context.ts';

/** While several processes take up a changed configuration, one may know a target or a channel that another does not. Longest wait for that. */
const PATIENCE_MS = 600_000;
const LOOK_AGAIN_MS = 5_000;

/**
 * For work on a target that is not configured here. Throws {@link PutOff} while another process may know it: the database has it as
 * enabled and the work is not older than ten minutes. Returns when it was taken out of the configuration for good.
 */
export async function waitForItsProcess({ store, clock }: Context, targetId: TargetId, since: Date): Promise<void> {
  if ((await getTarget(store, targetId))?.enabled) waitFor(`target ${targetId}`, since, clock());
}

/** For a message decided at `since` to a channel that is not configured here: throws {@link PutOff} while another process may know it, for ten minutes. */
export function waitForItsChannel({ clock }: Context, channelId: ChannelId, since: Date): void {
  waitFor(`channel ${channelId}`, since, clock());
}

function waitFor(what: string, since: Date, now: Date): void {
  if (now.getTime() - since.getTime() <= PATIENCE_MS) throw new PutOff(new Date(now.getTime() + LOOK_AGAIN_MS), `the ${what} is not configured in this process`);
}
