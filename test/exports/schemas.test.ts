import { expect, test } from 'vitest';
import { csvLine } from '../../exports/csv.ts';
import { decodeCursor, encodeCursor } from '../../exports/cursor.ts';
import { schemaFiles } from '../../exports/json-schemas.ts';
import { time } from '../storage/support.ts';

/** After a change of the record shapes: `npx vitest run test/exports/schemas.test.ts -u` writes the files anew. */
test.each([...schemaFiles()])('exports/schemas/%s is what the code says', async (name, text) => {
  await expect(text).toMatchFileSnapshot(`../../exports/schemas/${name}`);
});

test('a cursor survives its way through other hands', () => {
  const position = { at: time(3), id: 'chg_1' };
  expect(decodeCursor('changes', encodeCursor('changes', position))).toEqual(position);
});

test.each([
  ['=1+1', "'=1+1"], ['+49 30', "'+49 30"], ['-5', "'-5"], ['@SUM(A1)', "'@SUM(A1)"], ['\t=1', "'\t=1"], ['＝1', "'＝1"], ['  =1', "'  =1"],
  ['a,b', '"a,b"'], ['say "x"', '"say ""x"""'], ['-,"', `"'-,"""`], ['two\nlines', '"two\nlines"'], ['plain', 'plain'],
])('CSV makes %j harmless', (text, cell) => {
  expect(csvLine([text, -5, null, true])).toBe(`${cell},-5,,true\r\n`);
});
