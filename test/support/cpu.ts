/** Processor time of the reference work on the machine for which the bounds were chosen. Milliseconds. */
const REFERENCE_MS = 8;
let slowness: number | undefined;

/**
 * Begins to count; the answer says the milliseconds of processor time that this process has spent since, as the machine for which the bounds were chosen would
 * have. For bounds on work: neither what a busy machine makes a test wait for counts, nor that a machine is slow.
 */
export function cpuClock(): () => number {
  const started = process.cpuUsage();
  return () => {
    const spent = since(started);
    slowness ??= Math.max(1, Math.min(...Array.from({ length: 3 }, reference)) / REFERENCE_MS);
    return spent / slowness;
  };
}

function since(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
}

/** Work of the kind that is measured: text is built, searched and counted. Its processor time in milliseconds. */
function reference(): number {
  const started = process.cpuUsage();
  const text = Array.from({ length: 20_000 }, (_, no) => `<b class="p${no % 97}">${no},99 €</b>`).join('');
  const sums = new Map<string, number>();
  for (const [, name = '', whole = ''] of text.matchAll(/<b class="(\w+)">(\d+),\d\d\s*€<\/b>/g)) sums.set(name, (sums.get(name) ?? 0) + Number(whole));
  if (sums.size !== 97) throw new Error('the reference work was not done');
  return since(started);
}
