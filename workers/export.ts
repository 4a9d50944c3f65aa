import { exportToFolder } from '../exports/export-folder.ts';
import type { Processor } from './context.ts';

/** Writes the configured kinds into the export folder, each file replaced whole by an atomic rename. */
export const exportRecords: Processor<'export'> = async (context) => {
  const { exports } = context.config();
  if (!exports) return;
  const written = await exportToFolder(context.store, { folder: exports.folder, kinds: exports.kinds, format: exports.format, now: context.clock() });
  context.log.info({ folder: exports.folder, written }, 'exported');
};
