import type { TargetId } from '../model/ids.ts';
import { target as getTarget } from '../storage/targets.ts';
import { PutOff, type Context } from './context.ts';

/** While several processes take up a changed configuration, one may know a target that another does not. Longest wait for that. */
const PATIENCE_MS = 600_000;
const LOOK_AGAIN_MS = 5_000;

/**
 * For work on a target that is not configured here. Throws {@link PutOff} while another process may know it: the database has it as
 * enabled and the work is not older than ten minutes. Returns when it was taken out of the configuration for good.
 */
export async function waitForItsProcess({ store, clock }: Context, targetId: TargetId, since: Date): Promise<void> {
  const now = clock().getTime();
  if (now - since.getTime() > PATIENCE_MS || !(await getTarget(store, targetId))?.enabled) return;
  throw new PutOff(new Date(now + LOOK_AGAIN_MS), `the target ${targetId} is not configured in this process`);
}
