import type { ChangeDetail, Trouble } from '../../model/change.ts';
import type { Told } from './catalogue.ts';
import type { Formats } from './formats.ts';

type Detail = Extract<ChangeDetail, { kind: 'trouble_began' | 'trouble_lasts' | 'trouble_over' }>;

const HEADLINES: Readonly<Record<Trouble, string>> = {
  crawls_fail: '来源连续抓取失败', schedule_stopped: '定时任务已停止', queue_grows: '队列持续积压', work_waits: '任务无进展', process_gone: '工作进程异常退出', job_hangs: '任务卡住', nothing_runs: 'rivalwatch 没有运行',
};

const OVER: Readonly<Record<Trouble, string>> = {
  crawls_fail: '来源恢复抓取', schedule_stopped: '定时任务恢复', queue_grows: '队列积压已缓解', work_waits: '任务恢复进展', process_gone: '工作进程已恢复', job_hangs: '任务不再卡住', nothing_runs: 'rivalwatch 恢复运行',
};

const WHAT: Readonly<Record<Trouble, (about: string, figure: string, since: string) => string>> = {
  crawls_fail: (about, figure) => `${about} 连续 ${figure} 次抓取均未获得数据。`,
  schedule_stopped: (_about, figure) => `已有目标到期，但 ${figure} 分钟内没有启动任何抓取。`,
  queue_grows: (about, figure) => `队列 ${about} 中有 ${figure} 个任务在等待，而且越来越多。`,
  work_waits: (about, figure) => `队列 ${about} 的任务已有 ${figure} 分钟没有进展。`,
  process_gone: (about, _figure, since) => `${about} 最后一次报告存活是在 ${since}，并非正常停止。`,
  job_hangs: (about, figure) => `队列 ${about} 中有一个任务已运行 ${figure} 分钟。`,
  nothing_runs: (_about, _figure, since) => `自 ${since} 起没有任何工作进程存活，目前没有监控任何内容。`,
};

const TO_DO: Readonly<Record<Trouble, string>> = {
  crawls_fail: '用 rivalwatch status 查看抓取结果，用 rivalwatch read 网址 查看页面；若对方拒绝访问，请降低频率。',
  schedule_stopped: '请查看负责 schedule 的进程的日志并重启；若没有这样的进程，请启动一个。数据不会丢失。',
  queue_grows: '请增加工作进程（在另一台机器上运行 rivalwatch run），或降低抓取频率。',
  work_waits: '若没有进程处理该队列，请启动一个（rivalwatch run）；若有，请查看其日志中的失败原因。数据不会丢失。',
  process_gone: '请重启该进程，并检查日志和机器内存；在此期间由处理相同队列的其他进程接手。',
  job_hangs: '请查看该进程的日志并重启；任务会在别处重新执行。',
  nothing_runs: '请运行 rivalwatch run 或启动相应的服务；到期的任务不会丢失。',
};

/** Trouble of rivalwatch itself, in words. */
export function troubleZhCn(detail: Detail, f: Formats): Told {
  const since = f.time(detail.since);
  if (detail.kind === 'trouble_over') return { headline: OVER[detail.trouble], lines: [`故障始于 ${since}。`] };
  const lasts = detail.kind === 'trouble_lasts' ? [`自 ${since} 起，此前已提醒 ${f.number(detail.times)} 次。`] : [];
  return {
    headline: detail.kind === 'trouble_lasts' ? `仍未恢复：${HEADLINES[detail.trouble]}` : HEADLINES[detail.trouble],
    lines: [WHAT[detail.trouble](detail.about, f.number(detail.figure), since), ...(detail.example === undefined ? [] : [detail.example]), ...lasts, TO_DO[detail.trouble]],
  };
}
