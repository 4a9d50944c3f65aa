import type { Availability } from '../../../../model/listing.ts';

const PIECES = '(?:pcs|pieces|items?|units?|stück|stk|pièces?|articles?|unidad(?:es)?|uds|unidades?|peças|pezzi|pz|sztuk[ai]?|szt|stuks?|ks|kpl|db|buc|adet|шт|件|点|個|个|개)\\.?';
/** What stands behind a number that counts what is there. */
const THERE = '(?:in stock|available|auf lager|verfügbar|en stock|disponibles?|disponibil[ei]|em estoque|em stock|disponíveis|w magazynie|na stanie|op voorraad|i lager|på lager|varastossa|skladem|na sklade|raktáron|în stoc|stokta|в наличии|на складе|在庫|库存)';
/** What stands before it. */
const LABEL = '(?:(?:in )?stock(?: level| quantity| available| on hand)?|(?:available )?(?:qty|quantity)(?: available| in stock)?|inventory|auf lager|(?:lager)?bestand|verfügbare menge|stock disponible|quantité disponible|existencias|disponibilidad|cantidad disponible|disponibilità|quantità disponibile|estoque|stan(?: magazynowy)?|dostępn[ae] ilość|na stanie|voorraad|skladem|na sklade|lager(?:saldo|status)?|på lager|i lager|varasto(?:ssa|saldo)?|készlet|raktárkészlet|stoc|stok(?: adedi)?|остаток|наличие|库存(?:数量)?|庫存|在庫数?|재고(?: ?수량)?)';
const NUMBER_FIRST = new RegExp(`^(\\d{1,6}) (?:${PIECES} )?${THERE}$`, 'u');
const LABEL_FIRST = new RegExp(`^${LABEL} ?:? ?(\\d{1,6}) ?(?:${PIECES})?$`, 'u');

/** `12 in stock`, `auf Lager: 12`, `库存 12 件`: the number decides. Undefined when the text is no count of what is there. */
export function counted(text: string): Availability | undefined {
  const match = NUMBER_FIRST.exec(text) ?? LABEL_FIRST.exec(text);
  if (!match) return undefined;
  return Number(match[1]) === 0 ? 'out_of_stock' : 'in_stock';
}
