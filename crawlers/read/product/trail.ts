/** Signs between the parts of a trail, at an end of a text or alone. */
const SIGNS = '[>＞/»›→⟩❯▸▶·•|:：\\\\~<«‹←-]';
const ALONE = new RegExp(`^(?:${SIGNS}|\\s)+$`);
const ENDS = new RegExp(`^(?:${SIGNS}{1,3}\\s+|[>＞»›→|]+)|(?:\\s+${SIGNS}{1,3}|[>＞»›→|]+)$`, 'g');
/** Between two parts inside one text. */
const BETWEEN = /\s+[>»›→]+\s+|\s*＞+\s*/;
/** What stands before a trail and is no part of it. */
const LEAD = /^(?:you are (?:currently )?here|you're here|sie (?:sind|befinden sich) hier|hier|vous êtes ici|(?:usted )?est[aá]s? (?:aqu[ií]|en)|ti trovi (?:qui|in)|sei qui|você está (?:aqui|em)|jesteś tutaj|tu jesteś|je bent hier|u bent hier|nacházíte se|вы (?:здесь|находитесь(?: здесь)?)|(?:您|你)?(?:现在|當前|当前|目前|現在)?(?:所在|的)?(?:的)?位置|現在地|back(?: to (?:results|list|search))?|zurück|retour|volver|indietro|voltar|wstecz|terug|zpět|назад|返回)\s*[:：]?$/i;

/** A label in front of a trail: `Category:`. */
const LABEL = /^[\p{L}\p{M} ]{2,30}[:：]$/u;

/** The names of a trail of breadcrumbs in its order, without signs, lead-in words and repetitions. */
export function trailOf(texts: readonly string[]): string[] {
  const parts = texts.flatMap((text) => text.split(BETWEEN)).map((text) => text.trim().replaceAll(ENDS, '').trim());
  return parts.filter((text, index) => text !== '' && !ALONE.test(text) && !LEAD.test(text) && !(index === 0 && parts.length > 1 && LABEL.test(text)) && parts.indexOf(text) === index);
}
