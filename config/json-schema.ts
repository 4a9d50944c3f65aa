import { z } from 'zod';
import { configSchema } from './schema.ts';
import { NUMBER_OR_TEXT } from './units.ts';

/** The part of JSON Schema (draft 2020-12) that the configuration's schema is made of. */
export interface JsonSchema {
  readonly type?: string | undefined;
  readonly description?: string | undefined;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly pattern?: string | undefined;
  readonly format?: string | undefined;
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: JsonSchema | false | undefined;
  readonly propertyNames?: JsonSchema | undefined;
  readonly items?: JsonSchema | undefined;
  readonly oneOf?: readonly JsonSchema[] | undefined;
}

const jsonSchema: z.ZodType<JsonSchema> = z.lazy(() => z.looseObject({
  type: z.string().optional(), description: z.string().optional(), default: z.unknown().optional(), const: z.unknown().optional(), enum: z.array(z.unknown()).optional(),
  minimum: z.number().optional(), maximum: z.number().optional(), pattern: z.string().optional(), format: z.string().optional(),
  properties: z.record(z.string(), jsonSchema).optional(), required: z.array(z.string()).optional(),
  additionalProperties: z.union([jsonSchema, z.literal(false)]).optional(), propertyNames: jsonSchema.optional(), items: jsonSchema.optional(), oneOf: z.array(jsonSchema).optional(),
}));

/** JSON Schema of the configuration file as the operator writes it, for editors; kept in config/rivalwatch.schema.json. */
export function configJsonSchema(): JsonSchema {
  const generated = z.toJSONSchema(configSchema, {
    io: 'input', target: 'draft-2020-12',
    override: ({ jsonSchema: part }) => {
      if (part.minimum === Number.MIN_SAFE_INTEGER) delete part.minimum;
      if (part.maximum === Number.MAX_SAFE_INTEGER) delete part.maximum;
      if (part[NUMBER_OR_TEXT] === true) {
        delete part.type;
        delete part[NUMBER_OR_TEXT];
      }
      // Variables may stand where the format wants a URL.
      if (part.format === 'uri' || part.format === 'email') delete part.format;
    },
  });
  return jsonSchema.parse({ ...generated, title: 'rivalwatch configuration', $comment: 'Made from config/schema.ts.' });
}

let cached: JsonSchema | undefined;

/** The schema of what may stand at a path of the file; of all alternatives where there are several. Empty when the path leads nowhere. */
export function schemasAt(path: readonly PropertyKey[]): readonly JsonSchema[] {
  cached ??= configJsonSchema();
  let here: readonly JsonSchema[] = [cached];
  for (const step of path) {
    here = here.flatMap(alternatives).flatMap((schema) => {
      if (typeof step === 'number') return schema.items ? [schema.items] : [];
      const named = typeof step === 'string' && schema.properties && Object.hasOwn(schema.properties, step) ? schema.properties[step] : undefined;
      return named ? [named] : schema.additionalProperties ? [schema.additionalProperties] : [];
    });
  }
  return here.flatMap(alternatives);
}

function alternatives(schema: JsonSchema): readonly JsonSchema[] {
  return schema.oneOf ?? [schema];
}
