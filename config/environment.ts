import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { nearestWord } from './mistakes.ts';

/** Variables by name, as in process.env. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Name of the file with variables beside the configuration. */
export const ENV_FILE = '.env';

/** The environment with the variables of `.env` in the folder; what the process has wins. A missing file is fine, an unreadable one throws. */
export async function withEnvFile(folder: string, env: Environment): Promise<Environment> {
  try {
    const own = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
    return { ...parseEnv(await readFile(join(folder, ENV_FILE), 'utf8')), ...own };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return env;
    throw error;
  }
}

/** A variable that is set and written nearly like the one that is not. */
function meant(name: string, env: Environment): string {
  const nearest = Object.hasOwn(env, name) ? undefined : nearestWord(name, Object.keys(env).filter((other) => env[other]));
  return nearest === undefined ? '' : ` Did you mean ${nearest}?`;
}

/**
 * Fills in `${NAME}` and `${NAME:-default}`; `$${` stands for `${` itself. An empty variable counts as missing: an empty
 * secret is a mistake that shows itself only later. Problems name the variable, never a value.
 */
export function substitute(text: string, env: Environment): { readonly text: string; readonly used: readonly (readonly [name: string, value: string])[]; readonly problems: readonly string[] } {
  const used: [string, string][] = [];
  const problems: string[] = [];
  const filled = text.replaceAll(/\$(\$\{)|\$\{([^}]{0,500})(\}?)/g, (whole, escaped: string | undefined, inside: string | undefined, end: string | undefined) => {
    if (escaped !== undefined) return escaped;
    const parts = /^([A-Za-z_][A-Za-z0-9_]*)(?::-([\s\S]*))?$/.exec(inside ?? '');
    if (!parts?.[1] || !end) {
      problems.push('"${" must be followed by a variable\'s name and "}", e.g. ${SLACK_WEBHOOK} or ${PORT:-9464}; write $${ for the characters themselves.');
      return whole;
    }
    const value = (Object.hasOwn(env, parts[1]) ? env[parts[1]] : undefined) || parts[2];
    if (value === undefined) problems.push(`the variable ${parts[1]} is not set or empty; set it in the environment or in ${ENV_FILE} beside this file.${meant(parts[1], env)}`);
    else used.push([parts[1], value]);
    return value ?? whole;
  });
  return { text: filled, used, problems };
}
