import type { Command } from 'commander';
import type { Io } from '../io.ts';
import { addAck } from './ack.ts';
import { addAdd } from './add.ts';
import { addAdvice } from './advice.ts';
import { addBacktest } from './backtest.ts';
import { addChanges } from './changes.ts';
import { addChannels } from './channels.ts';
import { addCheck } from './check.ts';
import { addCrawl } from './crawl.ts';
import { addDoctor } from './doctor.ts';
import { addEpisodes } from './episodes.ts';
import { addEvidence } from './evidence.ts';
import { addExport } from './export.ts';
import { addHistory } from './history.ts';
import { addImport } from './import.ts';
import { addInit } from './init.ts';
import { addMatches } from './matches.ts';
import { addMigrate } from './migrate.ts';
import { addRead } from './read.ts';
import { addReplay } from './replay.ts';
import { addRules } from './rules.ts';
import { addRun } from './run.ts';
import { addSchema } from './schema.ts';
import { addSnooze } from './snooze.ts';
import { addStatus } from './status.ts';
import { addWatch } from './watch.ts';

/** Every verb, in the order of the help: first steps, looking, working, upkeep. */
export const VERBS: readonly ((program: Command, io: Io) => void)[] = [
  addInit, addAdd, addCheck, addRun, addCrawl, addStatus, addChannels, addChanges, addEpisodes, addAck, addSnooze, addHistory, addEvidence, addMatches, addAdvice, addRead, addExport, addRules, addBacktest, addImport, addReplay, addDoctor, addWatch, addMigrate, addSchema,
];
