import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUnitPrice } from '../../../../crawlers/read/text/unit-price.ts';
import { unitOfCode } from '../../../../crawlers/read/text/units.ts';
import { table } from './support.ts';
import { cpuClock } from '../../../support/cpu.ts';

function shown(text: string): string {
  const read = parseUnitPrice(text);
  return read ? `${read.amount} ${read.currency ?? read.currencyCandidates?.slice(0, 2).join('?') ?? ''} / ${read.per} ${read.unit}` : 'none';
}

describe('parseUnitPrice', () => {
  it.each(table(`
    £1.20 per 100g => 1.20 GBP / 100 g
    25p per 100g => 0.25 GBP / 100 g
    41.7p/100ml => 0.417 GBP / 100 ml
    17p each => 0.17 GBP / 1 piece
    £2.50 (25p each) => 0.25 GBP / 1 piece
    £3.00 (6.3p/sheet) => 0.063 GBP / 1 sheet
    $0.35/oz => 0.35 USD?CAD / 1 oz
    $3.48 ($0.17/fl oz) => 0.17 USD?CAD / 1 fl_oz
    22.7 ¢/ea => 0.227 USD?CAD / 1 piece
    $12 / sq. ft. => 12 USD?CAD / 1 sqft
    $1.50 / 100 mL => 1.50 USD?CAD / 100 ml
    $4.99 per pound => 4.99 USD?CAD / 1 lb
    (1,99 € / 1 kg) => 1.99 EUR / 1 kg
    1,99 € 1 kg = 3,98 € => 3.98 EUR / 1 kg
    0,5 l = 1,20 € => 1.20 EUR / 0.5 l
    Inhalt: 0.5 Liter (15,98 €* / 1 Liter) 7,99 €* => 15.98 EUR / 1 l
    Grundpreis pro 100 g: 1,20 € => 1.20 EUR / 100 g
    Grundpreis: 19,90 € / kg => 19.90 EUR / 1 kg
    9,95 €(19,90 €/1 kg) => 19.90 EUR / 1 kg
    0,25 €/WL => 0.25 EUR / 1 wash
    12,99€/Stück => 12.99 EUR / 1 piece
    3,20 €/m² => 3.20 EUR / 1 m2
    3,99 € le kg => 3.99 EUR / 1 kg
    soit 3,99 € / pièce => 3.99 EUR / 1 piece
    Prix au kg : 5,98 € => 5.98 EUR / 1 kg
    0.85 €/l => 0.85 EUR / 1 l
    €/kg 5,98 => 5.98 EUR / 1 kg
    precio por kilo 3,20 € => 3.20 EUR / 1 kg
    (€ 0,25 per wasbeurt) => 0.25 EUR / 1 wash
    R$ 12,90/kg => 12.90 BRL / 1 kg
    59,80 zł/kg => 59.80 PLN / 1 kg
    Cena za 1 kg: 59,80 Kč => 59.80 CZK / 1 kg
    Jmf-pris 59,80 kr/kg => 59.80 SEK?NOK / 1 kg
    1 299 ₽/м² => 1299 RUB / 1 m2
    99 грн/кг => 99 UAH / 1 kg
    ₹45/kg => 45 INR / 1 kg
    100gあたり 120円 => 120 JPY / 100 g
    598円（100g当たり120円） => 120 JPY / 100 g
    100g당 1,200원 => 1200 KRW / 100 g
    ¥3.2/斤 => 3.2 CNY?JPY / 1 jin
    每100克¥12.5 => 12.5 CNY?JPY / 100 g
    ¥12/500g => 12 CNY?JPY / 500 g
    ¥29.9/公斤 => 29.9 CNY?JPY / 1 kg
    59,80/kg => 59.80  / 1 kg
  `))('%s = %s', (text, want) => expect(shown(text)).toBe(want));

  it.each(['', '12,99 €', '$999/month', '3 for $5', '500 g', '500 g 3,98 €', '$12 / night', '10% off', '€0.00/kg', '2 x 500g £3.50', '$1.00/oz or $2.00/oz', 'Ships in 2 kg box, €5'])('states none: %s', (text) => expect(shown(text)).toBe('none'));

  it('keeps two measures of one price apart', () => expect(shown('$0.35/oz ($1.23/100g)')).toBe('0.35 USD?CAD / 1 oz'));

  it('never throws and takes bounded time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => { parseUnitPrice(text); }));
    for (const piece of ['1', '1€/', '1 kg = ', 'per ', '€/kg ', '1 g ', '/kg 1 € ']) {
      const spent = cpuClock();
      parseUnitPrice(piece.repeat(200_000));
      expect(spent()).toBeLessThan(500);
    }
  });
});

it.each([['KGM', 'kg'], ['grm', 'g'], ['MLT', 'ml'], ['kg', 'kg'], ['H87', 'piece'], ['Stück', 'piece'], ['XYZ', undefined]])('unit code %s is %s', (code, unit) => expect(unitOfCode(code)).toBe(unit));
