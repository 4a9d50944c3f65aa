import { RULE_DEFAULTS, RULE_PRESETS, type RuleBody } from './presets.ts';
import { referenceText, thresholdText } from '../model/comparison.ts';
import { configJsonSchema, type JsonSchema } from './json-schema.ts';

/** One key of the configuration, for the reference. */
interface Entry {
  readonly path: string;
  readonly type: string;
  readonly default: string;
  readonly meaning: string;
}

const INTRO = `# Configuration

One YAML file, \`rivalwatch.yaml\`. \`rivalwatch init\` writes a commented example, \`rivalwatch check\` says everything that is wrong with yours, each
with its line and the nearest right word, and shows when each target runs next. A running \`rivalwatch run\` takes up a changed file by itself and
keeps the old one while the new one is wrong; \`contact\`, \`storage\` and \`health\` hold from the next start. Editors know the keys from \`config/rivalwatch.schema.json\`
(\`# yaml-language-server: $schema=…\` in the first line).

## Values

| kind | written as |
| --- | --- |
| duration | \`90s\`, \`30m\`, \`6h\`, \`1d\`, \`2w\` |
| size | \`500kB\`, \`8MB\`, \`5GB\` |
| difference | a share \`5%\` or an amount \`2.00 USD\` |
| what to compare with | \`previous\`, \`last_alerted\`, \`own_price\`, \`list_price\`, \`map\`, \`floor\`, \`median 14d\`, \`lowest 30d\`, \`highest 30d\`, or an amount \`19.90 USD\` |
| time of day | \`08:30\` |
| name | letters, digits, \`.\`, \`_\`, \`-\`; at most 64 |

**Secrets** stay outside of the file: \`\${NAME}\` is replaced by the environment variable, or by the line \`NAME=…\` of \`.env\` beside the file;
\`\${NAME:-default}\` has a default, \`$\${\` stands for the characters themselves. A variable that is missing or empty is a mistake.

**Schedules.** A target has \`every\` or \`cron\`, or neither: then the section \`schedule\` holds. Runs of an interval stand on a grid that begins
at a point taken from the target's name, so that targets spread by themselves. A cron time that does not exist on the day the clock goes forward
runs right after the gap; one that exists twice runs once. Runs outside \`activeHours\` move to the first slot within them. Missed runs are not made up for.
A new target, and one with another schedule, is crawled at once as well, but not outside its \`activeHours\`.

**Watch lists** (\`include\`) are CSV with the columns \`url\`, \`every\`, \`tags\`, \`sku\` (or 网址, 频率, 标签, 货号); only \`url\` must be there.
Every row is a product target. **Own products** (\`products\`) are CSV with \`sku\`, \`title\`, \`price\` (needed) and \`cost\`, \`floor\`, \`map\`, \`currency\`,
\`stock\`, \`keywords\`, \`rival urls\`, \`images\`, \`attributes\` (or 货号, 标题, 价格, 成本, 底价, 控价, 币种, 库存, 关键词, 竞品链接, 图片数, 属性). Which listings are the same article: [advice.md](advice.md).
Amounts are \`19.90 USD\`, or \`19.90\` with the column \`currency\`; cells with several values separate them by \`|\`; attributes are \`color=black|size=M\`.
Both are read as Excel saves them: comma, semicolon, tab or a first line \`sep=…\`; UTF-8, UTF-16, GBK or Windows-1252.

## Keys

`;

/** The page docs/configuration.md, made from the schema: every key with type, default and meaning. test/config/generated.test.ts writes it (with -u). */
export function configReference(): string {
  const schema = configJsonSchema();
  const sections = Object.entries(schema.properties ?? {}).map(([key, part]) => [key, part, entries(part, key, schema.required?.includes(key) ?? false)] as const);
  const single = sections.filter(([, , rows]) => rows.length === 1).flatMap(([, , rows]) => rows);
  const grouped = sections.filter(([, , rows]) => rows.length > 1);
  return `${INTRO}${table(single)}\n${grouped.map(([key, part, rows]) => `### ${key}\n\n${part.description ? `${part.description}\n\n` : ''}${table(rows.slice(1))}${key === 'rules' ? presets() : ''}`).join('\n')}`;
}

function table(rows: readonly Entry[]): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  return `| key | type | default | meaning |\n| --- | --- | --- | --- |\n${rows.map((row) => `| \`${row.path}\` | ${cell(row.type)} | ${cell(row.default)} | ${cell(row.meaning)} |\n`).join('')}`;
}

function entries(schema: JsonSchema, path: string, needed: boolean): readonly Entry[] {
  const own: Entry = { path, type: typeOf(schema), default: defaultOf(schema, needed), meaning: schema.description ?? '' };
  const inside = schema.additionalProperties ? schema.additionalProperties : schema.items;
  const innerPath = schema.additionalProperties ? `${path}.<${schema.propertyNames?.enum ? 'field' : 'name'}>` : `${path}[]`;
  if (inside?.oneOf) return [own, ...alternatives(inside.oneOf, innerPath)];
  if (inside?.properties) return [own, ...below(inside, innerPath)];
  return [own, ...below(schema, path)];
}

/** What all alternatives have alike stands once, before what each has of its own. */
function alternatives(all: readonly JsonSchema[], path: string): readonly Entry[] {
  const [first] = all;
  const alike = Object.entries(first?.properties ?? {}).filter(([key, part]) => all.every((one) => JSON.stringify(one.properties?.[key]) === JSON.stringify(part)));
  const own = (one: JsonSchema): JsonSchema => ({ ...one, properties: Object.fromEntries(Object.entries(one.properties ?? {}).filter(([key]) => !alike.some(([shared]) => shared === key))) });
  return [...below({ properties: Object.fromEntries(alike) }, path), ...all.flatMap((one) => below(own(one), `${path} (${String(one.properties?.['type']?.const)})`))];
}

function below(schema: JsonSchema, path: string): readonly Entry[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, part]) => entries(part, `${path}.${key}`, schema.required?.includes(key) ?? false));
}

function typeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(' ');
  if (schema.items) return `list of ${schema.items.properties ? 'groups' : typeOf(schema.items)}`;
  if (schema.additionalProperties) return schema.propertyNames?.enum ? `group: ${schema.propertyNames.enum.map((name) => `\`${String(name)}\``).join(' ')}` : 'named entries';
  if (schema.type === 'object') return 'group';
  if (schema.type === 'integer' || schema.type === 'number') return [schema.type === 'integer' ? 'whole number' : 'number', range(schema)].filter(Boolean).join(' ');
  return schema.type === 'string' ? 'text' : schema.type === 'boolean' ? 'true or false' : (schema.type ?? 'number or text');
}

function range({ minimum, maximum }: JsonSchema): string {
  if (minimum === undefined) return maximum === undefined ? '' : `up to ${maximum}`;
  return maximum === undefined ? `from ${minimum}` : `${minimum} to ${maximum}`;
}

function defaultOf(schema: JsonSchema, needed: boolean): string {
  if (needed) return '**needed**';
  if (schema.default === undefined) return '';
  const written = typeof schema.default === 'string' ? schema.default : JSON.stringify(schema.default);
  return written === '{}' || written === '[]' ? '' : `\`${written}\``;
}

const PRESETS_HEAD = `
The presets, and what holds without one (always against the previous value, when nothing else is said):

| preset | on | direction | severity | cooldown | more |
| --- | --- | --- | --- | --- | --- |
`;

function presets(): string {
  const row = (name: string, rule: Omit<RuleBody, 'on'> & Partial<RuleBody>): string => {
    const cooldown = rule.cooldown === 0 ? '' : `${rule.cooldown / 3_600_000}h`;
    const more = [
      rule.threshold && `from ${thresholdText(rule.threshold)}`,
      rule.baseline.kind !== 'previous' && `against ${referenceText(rule.baseline)}`,
      rule.minCount > 1 && `at least ${rule.minCount}`,
      rule.confirm.needed > 1 && `confirmed ${rule.confirm.needed} times`,
      rule.where.own && 'only of own products',
      rule.notifyRecovery && 'says when it is over',
    ].filter(Boolean).join('; ');
    return `| ${name} | ${(rule.on ?? []).join(', ')} | ${rule.direction} | ${rule.severity} | ${cooldown} | ${more} |\n`;
  };
  const rows = [...Object.entries(RULE_PRESETS).map(([name, rule]) => row(`\`${name}\``, rule)), row('without', RULE_DEFAULTS)];
  return `${PRESETS_HEAD}${rows.join('')}`;
}
