import { compileRules } from '../../alerts/rules/compile.ts';
import type { CompiledRules } from '../../alerts/rules/compiled.ts';
import type { Config } from '../../config/types.ts';

const compiled = new WeakMap<Config['rules'], CompiledRules>();

/** The rules of a configuration, compiled once for as long as it is in force. */
export function rulesOf({ rules }: Pick<Config, 'rules'>): CompiledRules {
  const found = compiled.get(rules) ?? compileRules(rules);
  compiled.set(rules, found);
  return found;
}
