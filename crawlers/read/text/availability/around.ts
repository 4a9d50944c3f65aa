import { MONTH_NAMES } from '../date-words.ts';

/* Words around those of the stock that make something else of them, in the languages of the shops. */

/** "almost sold out", "fast ausverkauft", 即将售罄: turns out of stock into low. */
export const ALMOST_BEFORE = /(?:(?<!\p{L})(?:almost|nearly|fast|beinahe|bald|bientôt|presque|casi|quasi|quase|prawie|bijna|nästan|snart|næsten|nesten|melkein|pian|téměř|skoro|brzy|takmer|čoskoro|почти|скоро|майже|незабаром|aproape|majdnem|hamarosan|hampir|segera|sắp|gần|σχεδόν|כמעט|تقريبا) |即[将將]|快要?|まもなく|間もなく|もうすぐ|곧 ?|ใกล้)$/iu;
/** The same behind the words. */
export const ALMOST_AFTER = /^ ?(?:임박|間近|soon(?!\p{L}))/iu;

/** "not sold out", "nicht ausverkauft", 未售罄: turns out of stock into in stock. */
export const NEGATION_BEFORE = /(?:\bnot(?: yet)?|n't|\bnever|\bnicht|\bnoch nicht|\bpas(?: encore)?|\bno (?:está|se ha)|\bnon (?:è|ancora)|\bnão (?:está)?|\bnie(?: jest)?|\bniet(?: meer)?|\bbefore (?:it'?s|they'?re)|\bbevor|\buntil|\bif|\bwhen|\bfalls|\bwenn|未|尚未|没有|如|若|沒有|ない)\s*$/iu;

/**
 * A negation with at most four words between it and what would say that it can be bought: "ist leider nicht online verfügbar", "pole hetkel saadaval".
 * Not "not only"; not words that mean something else in the next language (Dutch and Swedish `nu`, Portuguese `no momento`).
 */
export const NOT_BEFORE = /(?<![\p{L}])(?:not|isn't|aren't|never|nicht|kein\p{L}{0,2}|n'est|pas|plus|no(?! momento)|non|não|nie|niet|geen|není|neni|nejsou|nem|nincs(?:en)?|nav|nėra|pole|ei|inte|ej|ikke|nema|nije|не|нет|нема|няма|немає|नहीं|δεν|μη|không|tidak|לא|غير|لا|ليس)(?! (?:only|nur|just|solo|sólo|seulement|tylko|alleen|bara|kun|только|лише|que))(?: (?!of |and |und |et |y |e |i |a |& )[\p{L}\p{M}'-]{1,20}){0,4} $|(?:暂无|暫無|没有|沒有|[无無没沒不未])$/iu;

/** "as soon as", "wenn", "zodra" with a few words up to what would say that it can be bought: that is still to come, or a condition. */
export const WHEN_BEFORE = /(?<!\p{L})(?:as soon as|once|when(?:ever)?|sobald|wenn|zodra|wanneer|dès que?|lorsque?|quand|cuando|en cuanto|quando|appena|assim que|gdy|kiedy|jak tylko|jakmile|až|keď|akonáhle|når|så snart|när|så fort|kun|ha|amint|când|imediat ce|когда|как только|коли|щойно|όταν|μόλις|čim|kai|kui|olduğunda)(?: [\p{L}\p{M}'’-]{1,20}){0,6} $/iu;
/** What is sent then: it is not there yet. */
export const TOLD_THEN = /(?<!\p{L})(?:e?-?mail|sms|message|bericht|benachrichtig\p{L}*|bescheid|meld\p{L}{0,3}|push\p{L}*|courriel|correo|informi\p{L}*|inform(?:ed|ujeme|aremos)|notif\p{L}*|(?:let|laten?) .{0,10}(?:know|weten)|pr[ée]ven\p{L}*|alert\p{L}*|avis\p{L}*|avver\p{L}*|avvis\p{L}*|besked|beskjed|dostanete|értesít\p{L}*|сообщ\p{L}*|уведом\p{L}*|повідом\p{L}*|powiad\p{L}*|ilmoit\p{L}*|sähköposti\p{L}*|ειδοποι\p{L}*|again|wieder|weer|(?:de|di) nouveau|di nuovo|de nuevo|nuevamente|novamente|de novo|ponownie|znovu|opět|igjen|igen|tillbaka|taas|jälleen|újra|снова|знову|ξανά)(?!\p{L})/iu;

/** The same behind the words: "उपलब्ध नहीं", "stokta yok". */
export const NOT_AFTER = /^ ?(?:नहीं|नही|নেই|নাই|yok(?:tur)?|yoxdur|deyil|değil|nahi|nahin)(?!\p{L})|^(?:では|じゃ)?(?:あり|ござい)ません|^(?:が|は)?(?:ない|無い)/iu;

/** Not yet there: "yakında stokta", "bientôt en stock". */
export const SOON_BEFORE = /(?<!\p{L})(?:soon|bald|demnächst|in kürze|bientôt|prochainement|próximamente|presto|a breve|em breve|brevemente|wkrótce|binnenkort|snart|pian|brzy|čoskoro|uskoro|kmalu|скоро|незабаром|hamarosan|în curând|yakında|tezliklə|sắp|segera|قريب(?:ا|اً)|به ?زودی|בקרוב)(?: [\p{L}\p{M}]{1,12})? $/iu;

const MONTH = [...MONTH_NAMES.keys()].join('|');
/** Only from a day on: "verfügbar ab 15.03.2027", "in stock from 3 June". Not from a number of pieces on. */
export const FROM_DATE_AFTER = new RegExp(`^ ?(?:again )?(?:from|on|as of|ab(?: dem)?|à partir du|à compter du|dès le|le|a partir del?|desde el|dal|a partire dal|il|od|vanaf|per|från|fra|alkaen|от|с|від|з|z dniem|a partir de|la|din|tól|itibaren) (?:\\d{1,2}[./-]\\d{1,2}[./-]|\\d{4}-\\d{2}|(?:\\d{1,2}(?:st|nd|rd|th|er|\\.|º)? ?(?:of |de |di )?)?(?:${MONTH})(?!\\p{L})|(?:${MONTH}) \\d|(?:kw|week|vecka|uge|tydzień|semaine) ?\\d)`, 'iu');

/** Something else than the article is there or not: its price, a picture, reviews. */
export const OF_ELSE_BEFORE = /(?<!\p{L})(?:price|pricing|image|photo|picture|description|information|info|data|video|preview|reviews?|ratings?|prix|description|photo|précio|precio|descripción|imagen|foto|preis|bild|beschreibung|bewertung(?:en)?|prezzo|immagine|descrizione|preço|imagem|descrição|cena|zdjęcie|opis|prijs|afbeelding|pris|цена|фото|описание|ціна|fiyat|giá)(?: (?:is|are|ist|sind|est|es|è|é|está|jest|is|er|är|currently|derzeit))* $|(?:价格|價格|图片|圖片|画像|価格|가격|이미지) ?$/iu;
