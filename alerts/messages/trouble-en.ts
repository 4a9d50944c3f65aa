import type { ChangeDetail, Trouble } from '../../model/change.ts';
import type { Told } from './catalogue.ts';
import type { Formats } from './formats.ts';

type Detail = Extract<ChangeDetail, { kind: 'trouble_began' | 'trouble_lasts' | 'trouble_over' }>;

const HEADLINES: Readonly<Record<Trouble, string>> = {
  crawls_fail: 'Crawls of a source fail', schedule_stopped: 'The schedule has stopped', queue_grows: 'A queue keeps growing', work_waits: 'Work is not done',
  process_gone: 'A worker process died', job_hangs: 'A job hangs', nothing_runs: 'rivalwatch does not run',
};

const OVER: Readonly<Record<Trouble, string>> = {
  crawls_fail: 'Crawls of a source succeed again', schedule_stopped: 'The schedule runs again', queue_grows: 'A queue is worked off again', work_waits: 'Work is done again',
  process_gone: 'A worker process is back', job_hangs: 'A job no longer hangs', nothing_runs: 'rivalwatch runs again',
};

const WHAT: Readonly<Record<Trouble, (about: string, figure: string, since: string) => string>> = {
  crawls_fail: (about, figure) => `Crawls of ${about} learned nothing, ${figure} in a row.`,
  schedule_stopped: (_about, figure) => `Nothing was started for ${figure} minutes although targets are due.`,
  queue_grows: (about, figure) => `${figure} jobs wait in the queue ${about}, more at every look.`,
  work_waits: (about, figure) => `What waits for the queue ${about} has not got on for ${figure} minutes.`,
  process_gone: (about, _figure, since) => `${about} gave its last sign of life on ${since} and was not stopped on purpose.`,
  job_hangs: (about, figure) => `A job of the queue ${about} has been running for ${figure} minutes.`,
  nothing_runs: (_about, _figure, since) => `No worker process has given a sign of life since ${since}. Nothing is watched.`,
};

const TO_DO: Readonly<Record<Trouble, string>> = {
  crawls_fail: '"rivalwatch status" shows the outcomes, "rivalwatch read URL" what comes; crawl less often when the shop refuses.',
  schedule_stopped: 'Look at the log of the processes that work "schedule" and restart them; start one where there is none. Nothing is lost.',
  queue_grows: 'Start more workers ("rivalwatch run" on another machine), or crawl less often.',
  work_waits: 'Where no process works this queue, start one ("rivalwatch run"); where one does, its log says why the work fails. Nothing is lost.',
  process_gone: 'Restart it and look at its log and at the memory of the machine; meanwhile others that work the same queues do its work.',
  job_hangs: 'Look at the log of that process and restart it; the job is done again elsewhere.',
  nothing_runs: 'Start it: "rivalwatch run", or the service that runs it. Nothing that was due is lost.',
};

/** Trouble of rivalwatch itself, in words. */
export function troubleEn(detail: Detail, f: Formats): Told {
  const since = f.time(detail.since);
  if (detail.kind === 'trouble_over') return { headline: OVER[detail.trouble], lines: [`It began on ${since}.`] };
  const lasts = detail.kind === 'trouble_lasts' ? [`Since ${since}; told ${detail.times === 1 ? 'once' : `${f.number(detail.times)} times`} before.`] : [];
  return {
    headline: detail.kind === 'trouble_lasts' ? `Still: ${HEADLINES[detail.trouble]}` : HEADLINES[detail.trouble],
    lines: [WHAT[detail.trouble](detail.about, f.number(detail.figure), since), ...(detail.example === undefined ? [] : [detail.example]), ...lasts, TO_DO[detail.trouble]],
  };
}
