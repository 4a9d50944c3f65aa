import type { JudgeCrawl } from '../alerts/backtest/judge-crawl.ts';
import { figuresOf, judge, usualAfter } from '../crawlers/verdict.ts';

/** Judges a recorded crawl as the workers judge their own. How its pages were fetched and read is not in the record. */
export const judgeRecorded: JudgeCrawl = ({ tally, kind, listed, lastGood }) => {
  const judgement = judge(tally, kind, lastGood, [], listed);
  const usual = usualAfter(lastGood?.usual, figuresOf(tally, listed), judgement);
  const why = tally.listings === 0 ? 'it brought no observation' : tally.listFailures > 0 && judgement.verdict === 'partial' ? 'it never came to its end' : judgement.why;
  return { ...judgement, why, ...(usual ? { usual } : {}) };
};
