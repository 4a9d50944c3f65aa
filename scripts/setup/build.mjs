// @ts-check
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, SetupError, checkWritable, hash, read, say } from './project.mjs';
import { TSC, bySignal, node } from './run.mjs';

/** Top-level folders that hold no sources of the program. */
const NO_SOURCES = new Set(['node_modules', 'dist', 'test', 'docs', 'scripts', 'coverage']);
/** Files that the program reads at run time beside its code. */
const ASSET = /\.(json|ya?ml|csv|html|txt|xml|css)$/;

/** Every source and asset of the program, relative to the project. @returns {string[]} */
function sources() {
  const folders = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !NO_SOURCES.has(entry.name));
  const files = folders.flatMap((folder) => readdirSync(join(ROOT, folder.name), { recursive: true, encoding: 'utf8' }).map((name) => join(folder.name, name)));
  return files.filter((name) => (name.endsWith('.ts') || ASSET.test(name)) && statSync(join(ROOT, name)).isFile());
}

/** Builds into dist when a source, an asset or the way of building changed. */
export async function build() {
  const stamp = 'dist/.rivalwatch-built';
  const files = sources();
  const looks = [...files, 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map((name) => {
    const { mtimeMs, size } = statSync(join(ROOT, name));
    return `${name} ${mtimeMs} ${size}`;
  });
  const wanted = hash(looks.toSorted().join('\n'));
  if (read(stamp) === wanted) return;
  checkWritable();
  say('building');
  rmSync(join(ROOT, stamp), { force: true });
  const code = await node([...TSC, '-p', 'tsconfig.build.json']);
  if (bySignal(code)) process.exit(code);
  if (code !== 0) throw new SetupError('the build failed, see above.');
  for (const name of files) {
    if (name.endsWith('.ts')) continue;
    mkdirSync(dirname(join(ROOT, 'dist', name)), { recursive: true });
    copyFileSync(join(ROOT, name), join(ROOT, 'dist', name));
  }
  // Not before: the command that is linked here would lack, for as long as the compiler works, what its files still ask for.
  removeOrphans();
  writeFileSync(join(ROOT, stamp), wanted);
}

/** What was built from a file that is gone must not be run by chance. */
function removeOrphans() {
  if (!existsSync(join(ROOT, 'dist'))) return;
  for (const name of readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.js') && !existsSync(join(ROOT, name.replace(/\.js$/, '.ts')))) {
      for (const end of ['', '.map']) rmSync(join(ROOT, 'dist', `${name}${end}`), { force: true });
    }
  }
}
