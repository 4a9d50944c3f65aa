/*
 * Numbers and dates as strokes: a server may have no fonts at all, and a picture must look the same everywhere. Each sign is drawn on a field 6 wide
 * and 10 high, its foot at 0 and its head at -10.
 */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['0', 'M3 0C1 0 0 -2 0 -5S1 -10 3 -10S6 -8 6 -5S5 0 3 0Z'],
  ['1', 'M.8 -8L3.4 -10V0M.8 0H5.8'],
  ['2', 'M.2 -7.4C.2 -9 1.4 -10 3 -10S5.8 -9 5.8 -7.3C5.8 -4.6 0 -2.6 0 0H6'],
  ['3', 'M.3 -8.2C.7 -9.4 1.7 -10 3 -10C4.6 -10 5.7 -9.1 5.7 -7.7S4.6 -5.4 3 -5.4H2.4M3 -5.4C4.8 -5.4 6 -4.4 6 -2.8S4.8 0 3 0C1.6 0 .4 -.7 0 -2'],
  ['4', 'M4.4 0V-10L0 -3V-2.6H6.2'],
  ['5', 'M5.5 -10H1L.6 -5.4C1.2 -5.9 2 -6.2 2.9 -6.2C4.7 -6.2 6 -5 6 -3.1S4.7 0 2.9 0C1.5 0 .4 -.6 0 -1.8'],
  ['6', 'M5.3 -9.2C4.7 -9.7 4 -10 3.2 -10C1.2 -10 0 -8 0 -4.6C0 -1.6 1.1 0 3 0C4.8 0 6 -1.3 6 -3.1S4.8 -6.1 3 -6.1C1.4 -6.1 .2 -5 0 -3.4'],
  ['7', 'M0 -10H6L2.2 0'],
  ['8', 'M3 -5.4C1.4 -5.4 .4 -6.3 .4 -7.7S1.4 -10 3 -10S5.6 -9.1 5.6 -7.7S4.6 -5.4 3 -5.4C1.2 -5.4 0 -4.3 0 -2.7S1.2 0 3 0S6 -1.1 6 -2.7S4.8 -5.4 3 -5.4Z'],
  ['9', 'M.7 -.8C1.3 -.3 2 0 2.8 0C4.8 0 6 -2 6 -5.4C6 -8.4 4.9 -10 3 -10C1.2 -10 0 -8.7 0 -6.9S1.2 -3.9 3 -3.9C4.6 -3.9 5.8 -5 6 -6.6'],
  ['-', 'M.8 -4H4.2'], [':', 'M1 -6.8V-6.5M1 -.3V0'], ['.', 'M1 -.3V0'], [',', 'M1.2 -.4L.4 1.8'], ['+', 'M.4 -4H5.6M3 -6.6V-1.4'], ['%', 'M5.6 -10L.4 0M1.4 -9.6A1.3 1.8 0 1 0 1.5 -9.6M4.6 -3.8A1.3 1.8 0 1 0 4.7 -3.8'],
]);
const NARROW: ReadonlyMap<string, number> = new Map([['.', 3.2], [':', 3.2], [',', 3.2], ['-', 6.4], [' ', 4]]);
const WIDTH = 8;
const HEIGHT = 10;

/** Columns of the text, in units of its height. */
function advance(text: string): number {
  return Array.from(text, (sign) => NARROW.get(sign) ?? WIDTH).reduce((sum, width) => sum + width, 0);
}

interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: string;
  /** Height of the signs in pixels. */
  readonly size: number;
  readonly colour: string;
  /** White around it, where it stands over a line. */
  readonly halo: boolean;
}

function strokes(text: string, { x, y, anchor, size, colour, halo }: Label): string {
  const scale = size / HEIGHT;
  const width = advance(text) - (WIDTH - 6);
  let column = anchor === 'end' ? -width : anchor === 'middle' ? -width / 2 : 0;
  const paths: string[] = [];
  for (const sign of text) {
    const path = SIGNS.get(sign);
    if (path !== undefined) paths.push(`<path transform="translate(${column.toFixed(1)} 0)" d="${path}"/>`);
    column += NARROW.get(sign) ?? WIDTH;
  }
  const group = (stroke: string, thick: number): string => `<g transform="translate(${x} ${(y + size / 2).toFixed(1)}) scale(${scale})" fill="none" stroke="${stroke}" stroke-width="${thick}" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</g>`;
  return `${halo ? group('#ffffff', 4.5) : ''}${group(colour, 1.25)}`;
}

/** The texts of an SVG as ECharts writes them, drawn as strokes. Signs other than digits, points, colons and dashes are left out. */
export function drawTexts(svg: string): string {
  return svg.replaceAll(/<text ([^>]{0,500})>([^<]{0,40})<\/text>/g, (_whole, attributes: string, text: string) => {
    const of = (name: RegExp): string => name.exec(attributes)?.[1] ?? '';
    const place = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(attributes);
    return strokes(text, {
      x: Number(place?.[1] ?? (of(/ x="([-\d.]+)"/) || 0)), y: Number(place?.[2] ?? 0) + Number(of(/ y="([-\d.]+)"/) || 0), anchor: of(/text-anchor="(\w+)"/),
      size: Number(of(/font-size:([\d.]+)px/) || 12) * 0.72, colour: of(/ fill="([^"]+)"/) || '#57606a', halo: attributes.includes('paint-order'),
    });
  });
}
