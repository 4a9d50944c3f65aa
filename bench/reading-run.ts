import { measureReading } from './reading.ts';

/** Runs as a process of its own with --expose-gc: how many pages are read. */
for (const one of measureReading(Number(process.argv[2]))) process.send?.(one);
