import { z } from 'zod';
import { EXPORT_KINDS, SCHEMA_VERSION, type ExportKind } from './kinds.ts';
import { RECORD_SCHEMAS } from './records/index.ts';

/**
 * The JSON Schema (draft 2020-12) of one kind's records, kept in exports/schemas/. It allows further members: new ones may
 * come within a schema version, and a reader must not mind.
 */
export function recordJsonSchema(kind: ExportKind): z.core.JSONSchema.BaseSchema {
  const schema = z.toJSONSchema(RECORD_SCHEMAS[kind], {
    target: 'draft-2020-12', reused: 'ref',
    override: ({ jsonSchema: part }) => {
      if (part.additionalProperties === false) delete part.additionalProperties;
      if (part.minimum === Number.MIN_SAFE_INTEGER) delete part.minimum;
      if (part.maximum === Number.MAX_SAFE_INTEGER) delete part.maximum;
    },
  });
  return { title: `rivalwatch export: ${kind}, schema version ${SCHEMA_VERSION}`, ...schema };
}

/** The text of each schema file, by file name. test/exports/schemas.test.ts writes them (with -u) and holds them against it. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(EXPORT_KINDS.map((kind) => [`${kind}.schema.json`, `${JSON.stringify(recordJsonSchema(kind), null, 2)}\n`]));
}
