/**
 * Begins to count; the answer says the milliseconds of processor time that this process has spent since. For bounds on work: what a busy machine makes a
 * test wait for does not count.
 */
export function cpuClock(): () => number {
  const started = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1_000;
  };
}
