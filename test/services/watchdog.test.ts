import { setImmediate as tick } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { watch } from '../../services/server-start.ts';
import type { ServerSpec } from '../../services/server-spec.ts';

const spec: ServerSpec = { name: 'Redis', folder: '/nowhere', throwAway: false, command: () => ({ file: 'true', args: [], env: {} }), ping: async () => '1' };

test('a machine that starts no more processes is an error in words, and does not end the program', async () => {
  const unheard: unknown[] = [];
  const hear = (error: unknown): void => void unheard.push(error);
  process.on('uncaughtException', hear);
  onTestFinished(() => void process.off('uncaughtException', hear));
  expect(() => watch(spec, process.pid, '/nowhere/sh')).toThrow('Redis: /nowhere/sh cannot be started, so its end could not be looked after.');
  await tick();
  expect(unheard).toEqual([]);
});
