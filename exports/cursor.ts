import { z } from 'zod';
import type { Position } from '../storage/records.ts';
import { ExportError } from './errors.ts';
import type { ExportKind } from './kinds.ts';

const shape = z.tuple([z.literal(1), z.string(), z.iso.datetime(), z.string().max(200)]);

/** A place in an export as a token: opaque to whoever keeps it, valid for one kind. */
export function encodeCursor(kind: ExportKind, position: Position): string {
  return Buffer.from(JSON.stringify([1, kind, position.at.toISOString(), position.id])).toString('base64url');
}

/** The place a token stands for. Throws ExportError when it is no token, or one of another kind. */
export function decodeCursor(kind: ExportKind, token: string): Position {
  const parsed = shape.safeParse(jsonOf(Buffer.from(token, 'base64url').toString()));
  if (!parsed.success) throw new ExportError(`"${token.slice(0, 40)}" is no cursor of rivalwatch. Use the one that the last export gave, or none to begin at the start.`, { retryable: false });
  const [, of, at, id] = parsed.data;
  if (of !== kind) throw new ExportError(`The cursor is one of ${of}, not of ${kind}. Keep one cursor for each kind.`, { retryable: false });
  return { at: new Date(at), id };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
