import type { SinkRequest } from './sink.ts';

/** What a request carries, as JSON or as a form with files. */
export interface Parts {
  readonly json: unknown;
  /** Sizes of the files by their names. */
  readonly files: Readonly<Record<string, number>>;
}

/** A request with files is a form: its JSON is the field `payload_json` (Discord), or made of its fields, JSON where they are no text (Telegram). */
export async function partsOf({ headers, body, json }: SinkRequest): Promise<Parts> {
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return { json, files: {} };
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const files: Record<string, number> = {};
  const fields: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = valueOf(value);
    else files[value.name] = value.size;
  }
  return { json: fields['payload_json'] ?? fields, files };
}

function valueOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'number' ? text : value;
  } catch {
    return text;
  }
}
