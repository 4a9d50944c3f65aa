import type { Command } from 'commander';
import { suggestion } from '../config/mistakes.ts';
import { CliError, EXIT } from './errors.ts';

/**
 * For a verb that takes no argument and has verbs below it: what else was typed behind it is one of those, written wrongly. Commander would only count the words.
 * Throws a CliError that names the nearest. The command must allow excess arguments.
 */
export function refuseOthers(command: Command): void {
  const [word] = command.args;
  if (word !== undefined) throw new CliError(EXIT.usage, `There is no "${command.name()} ${word}".${suggestion(word, namesBelow(command))}`);
}

/** The verbs below a verb. */
export function namesBelow(command: Command): readonly string[] {
  return command.commands.map((below) => below.name());
}
