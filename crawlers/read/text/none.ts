/** "None" as shops write it behind a label, in the languages of the shops. Words for "not known" are none of these. */
const NONE = /^(?:n\/a|none|does not apply|not applicable|no brand|unbranded|without (?:a )?brand|无|無|无品牌|無品牌|不适用|不適用|なし|該当なし|ノーブランド|nicht zutreffend|ohne marke|markenlos|keine?(?: marke)?|ne s['’]applique pas|non applicable|sans marque|aucune?|no aplica(?:ble)?|sin marca|ningun[oa]|não (?:se aplica|aplicável)|sem marca|nenhuma?|non applicabile|senza marca|nessun[oa]|nie dotyczy|bez marki|brak|niet van toepassing|merkloos|geen(?: merk)?)\.?$/iu;

/** True when the whole text says that there is none: `Brand: Does not apply`, `品牌：无`. */
export function saysNone(text: string): boolean {
  return text.length <= 40 && NONE.test(text.trim());
}
