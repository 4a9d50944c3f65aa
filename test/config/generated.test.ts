import { expect, test } from 'vitest';
import { configJsonSchema, type JsonSchema } from '../../config/json-schema.ts';
import { configReference } from '../../config/reference.ts';

// When one of these is stale: npx vitest run test/config/generated.test.ts -u

test('config/rivalwatch.schema.json is what the schema gives', async () => {
  await expect(`${JSON.stringify(configJsonSchema(), null, 2)}\n`).toMatchFileSnapshot('../../config/rivalwatch.schema.json');
});

test('docs/configuration.md is what the schema gives', async () => {
  await expect(configReference()).toMatchFileSnapshot('../../docs/configuration.md');
});

test('every key is described, and durations and sizes are shown as they are written', () => {
  const missing: string[] = [];
  const walk = (schema: JsonSchema, path: string): void => {
    for (const [key, part] of Object.entries(schema.properties ?? {})) {
      if (!part.description) missing.push(`${path}.${key}`);
      walk(part, `${path}.${key}`);
    }
    for (const inner of [schema.items, schema.additionalProperties || undefined, ...(schema.oneOf ?? [])]) if (inner) walk(inner, path);
  };
  walk(configJsonSchema(), '');
  expect(missing).toEqual([]);
  const page = configReference();
  expect(page).toMatch(/`politeness\.delay` \| text \| `2s`/);
  expect(page).toMatch(/`politeness\.maxBytes` \| text \| `8MB`/);
  expect(page).not.toMatch(/`(2000|86400000|8000000)`/);
});
