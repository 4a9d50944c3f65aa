import { isList, isObject, listOf, type Json, type JsonObject } from '../json/value.ts';
import { plainText } from '../markup/entities.ts';

/** Plain text of a value: text, number, the first of a list, or the `name`/`@value` of an object. */
export function textOf(value: Json | undefined, maxLength = 2_000): string | undefined {
  if (typeof value === 'string') return plainText(value, maxLength) || undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (isList(value)) return textOf(value.find((item) => item !== null && item !== ''), maxLength);
  if (isObject(value)) return textOf(value['name'] ?? value['@value'] ?? value['value'], maxLength);
  return undefined;
}

/** A number out of a number or a text such as "4,5". */
export function numberOf(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const text = textOf(value)?.replace(/\s/g, '');
  if (text === undefined || !/^-?\d+(?:[.,]\d+)?$/.test(text)) return undefined;
  return Number(text.replace(',', '.'));
}

/** Types of a node, without namespace and in lower case. */
export function typesOf(node: JsonObject): string[] {
  return listOf(node['@type']).filter((type) => typeof type === 'string').map((type) => type.replace(/^.*[/:#]/, '').toLowerCase());
}

/** A value as it stands in the data, for evidence. */
export function rawOf(value: Json | undefined): string {
  return (isObject(value) ? textOf(value['@id'] ?? value['name']) : textOf(value)) ?? '';
}

/** The last part of an enumeration's URL: `http://schema.org/InStock` → `instock`. */
export function enumOf(value: Json | undefined): string | undefined {
  return rawOf(value).replace(/^.*[/#:]/, '').replaceAll(/[\s_-]/g, '').toLowerCase() || undefined;
}
