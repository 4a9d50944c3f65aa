import type { Command } from 'commander';
import { configJsonSchema } from '../../config/json-schema.ts';
import type { Io } from '../io.ts';

/** `schema`: the JSON Schema of the configuration file. */
export function addSchema(program: Command, io: Io): void {
  program.command('schema').description('print the JSON Schema of the configuration, for editors')
    .addHelpText('after', '\nExamples:\n  rivalwatch schema > rivalwatch.schema.json')
    .action(() => io.stdout(`${JSON.stringify(configJsonSchema(), null, 2)}\n`));
}
