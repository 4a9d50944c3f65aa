import type { Migration } from './migration.ts';

/** Matches that do not say why were found by evidence alone, and the next crawl of their target finds them again. */
export const matches: Migration = {
  id: '004-matches',
  what: 'matches that do not say why, to be found again by the next crawl',
  async run(db) {
    await db.collection('matches').deleteMany({ why: { $exists: false } });
  },
};
