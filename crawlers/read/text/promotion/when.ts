import { MONTH_NAMES } from '../date-words.ts';
import { type DateHints, parseDate, zoneOf } from '../date.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** How far ahead of now a date without a year is still looked for; older ones belong to next year. */
const AHEAD = 300 * DAY;

/** From when to when a promotion runs, as far as its label says. */
export interface Period {
  readonly startsAt?: Date;
  readonly endsAt?: Date;
}

const CLOCK = '(?:,? ?(?:at |um |à |alle |a las |às )?\\d{1,2}(?::\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\.?)?|[点點时時](?:\\d{2}分?)?| ?[ap]\\.?m\\.?)(?: uhr)?)?';
const DATE = '(?:\\d{4}[年./-] ?\\d{1,2}[月./-] ?\\d{1,2}日?|\\d{1,2}月 ?\\d{1,2}[日号]?|\\d{1,2}[./-]\\d{1,2}(?:[./-](?:\\d{4}|\\d{2}))?\\.?(?!\\d| ?[%折])'
  + '|\\d{1,2}(?:st|nd|rd|th|\\.|er)? (?:de |of )?\\p{L}{3,12}\\.?(?: (?:de )?\\d{4})?|\\p{L}{3,12}\\.? \\d{1,2}(?:st|nd|rd|th)?(?!\\d|[.,]\\d| ?%)(?:,? \\d{4})?|(?<!\\d)\\d{1,2}[号日](?!\\d))';
const MOMENT = `(?:${DATE}${CLOCK})`;
const ENDS = '(?:ends?|ending|until|till?|through|thru|expires?(?: on)?|valid (?:until|through|till)|offer ends|before|only until|by|bis(?: zum)?|nur bis|gültig bis|jusqu\'au|hasta(?: el)?|fino al?|até|válido até|t/m|tot(?: en met)?|do(?: dnia)?|截止到?|截至|至|到|有效期至|まで)(?: on)?:? ?';
const STARTS = '(?:starts?|starting|from|begins?|beginning|ab(?: dem)?|vom|dès le|à partir du|du|desde(?: el)?|dal|a partir de|vanaf|od|从|自)(?: on)?:? ?';
const RANGE = new RegExp(`(?<from>${MOMENT}) ?(?:-|~|–|to|until|through|bis(?: zum)?|au|al?|até|hasta|t/m|tot|do|至|到) ?(?:el )?(?<to>${MOMENT})`, 'iu');
const END = new RegExp(`(?:${ENDS}(?<end>${MOMENT}))|(?<before>${MOMENT})(?: ?(?:截止|结束|前|止|まで))`, 'iu');
const START = new RegExp(`(?:${STARTS}(?<start>${MOMENT}))|(?<since>${MOMENT})(?:起|开抢|开始|开售|开卖|から)|^(?<leading>\\d{1,2}[号日]\\d{1,2}点|\\d{1,2}月\\d{1,2}[日号]\\d{1,2}点)`, 'iu');
const TODAY = /(?:only|ends?|just|valid) today|today only|nur heute|heute nur|aujourd'hui (?:seulement|uniquement)|s[oó]lo hoy|solo oggi|s[óo] hoje|alleen vandaag|tylko dzi[sś]|仅限今[日天]|限今[日天]|今[日天](?:截止|结束)|最后一天|本日限り|ends tonight/iu;
const TOMORROW = /(?:ends?|until) tomorrow|endet morgen|bis morgen|termina ma[ñn]ana|明[天日](?:截止|结束)/iu;
const COUNTDOWN = /(?:ends? in|ending in|time left|expires in|endet in|noch|termina en|finit dans|距(?:离)?结束(?:仅剩|还有)?|倒计时|还剩|仅剩)[: ]{0,2}(?:(\d{1,3}) ?(?:d|days?|tage?n?|jours?|días?|天)[, ]*)?(?:(\d{1,2}):(\d{2}):(\d{2})|(\d{1,2}) ?(?:h|hours?|hrs?|std\.?|stunden|小时|时)(?![\p{L}\d])[, ]*(?:(\d{1,2}) ?(?:m|min|minutes?|分)?)?)?/iu;
/** Names of the days from Sunday on, in the languages whose shops end offers on one. */
const WEEKDAYS = ['sun(?:day)?|sonntag|dimanche|domingo|domenica|zondag|niedziel\\p{L}|söndag|søndag|neděle|воскресень\\p{L}', 'mon(?:day)?|montag|lundi|lunes|lunedì|maandag|poniedział\\p{L}{1,3}|måndag|mandag|pondělí|понедельник\\p{L}?', 'tue(?:s|sday)?|dienstag|mardi|martes|martedì|dinsdag|wtor(?:ek|ku)|tisdag|tirsdag|úterý|вторник\\p{L}?',
  'wed(?:nesday)?|mittwoch|mercredi|miércoles|mercoledì|woensdag|środ[ay]|onsdag|střed[ay]|сред[ыу]', 'thu(?:rs|rsday)?|donnerstag|jeudi|jueves|giovedì|donderdag|czwart(?:ek|ku)|torsdag|čtvrt(?:ek|ku)|четверг\\p{L}?', 'fri(?:day)?|freitag|vendredi|viernes|venerdì|vrijdag|piąt(?:ek|ku)|fredag|pát(?:ek|ku)|пятниц\\p{L}', 'sat(?:urday)?|samstag|sonnabend|samedi|sábado|sabato|zaterdag|sobot[ay]|lördag|lørdag|суббот\\p{L}'] as const;
const ENDS_ON = '(?:ends?(?: on| this)?|ending|until|till|through|valid until|only until|bis(?: zum| einschließlich)?|nur bis|endet(?: am)?|jusqu\'(?:à|au)|hasta el|fino a|até|t/m|tot(?: en met)?|do|till och med|t\\.o\\.m\\.|til|do konce|до)';
const ENDS_WEEKDAY = new RegExp(`(?<!\\p{L})${ENDS_ON} (?:${WEEKDAYS.map((names) => `(${names})`).join('|')})(?!\\p{L})|(?:截止到?|至|到)(?:本)?(?:周|星期|礼拜)([日天一二三四五六])`, 'iu');

/**
 * The period a promotion's label names: `11.11 00:00-11.14 23:59`, `Ends 30 Nov`, `bis 31.12.`, `仅限今日`, `Ends in 02:13:45`.
 * A day that something ends on counts whole; a date without a year is the one nearest to now that can still be running.
 * Without `now` only dates with a year are read. Empty when the text names none, or nothing tells day and month apart.
 */
export function periodOf(label: string, hints: DateHints): Period {
  const text = label.replaceAll(BEFORE_DATE, '');
  const zone = zoneOf(text);
  const local: DateHints = zone === undefined ? hints : { ...hints, offsetMinutes: zone };
  const range = RANGE.exec(text)?.groups;
  if (range?.['from'] !== undefined && range['to'] !== undefined) {
    const [startsAt, endsAt] = [momentOf(range['from'], local, false), momentOf(range['to'], local, true)];
    if (startsAt && endsAt && startsAt <= endsAt) return { startsAt, endsAt };
  }
  const start = START.exec(text)?.groups;
  const end = END.exec(text)?.groups;
  const startText = start?.['start'] ?? start?.['since'] ?? start?.['leading'];
  const endText = end?.['end'] ?? end?.['before'];
  const startsAt = startText === undefined ? undefined : momentOf(startText, local, false);
  const endsAt = (endText === undefined ? undefined : momentOf(endText, local, true)) ?? nearEnd(text, local);
  return { ...(startsAt && { startsAt }), ...(endsAt && (!startsAt || startsAt <= endsAt) && { endsAt }) };
}

/** An end that is told from now on: today, tomorrow, a weekday, a countdown. */
function nearEnd(text: string, hints: DateHints): Date | undefined {
  if (!hints.now) return undefined;
  const [, days, hours, minutes, seconds, alone, rest] = COUNTDOWN.exec(text) ?? [];
  if (days !== undefined || hours !== undefined || alone !== undefined) {
    const time = Number(days ?? 0) * DAY + Number(hours ?? alone ?? 0) * 60 * MINUTE + Number(minutes ?? rest ?? 0) * MINUTE + Number(seconds ?? 0) * 1000;
    return new Date(hints.now.getTime() + time);
  }
  const shift = (hints.offsetMinutes ?? 0) * MINUTE;
  const ahead = TODAY.test(text) ? 0 : TOMORROW.test(text) ? 1 : daysToWeekday(text, new Date(hints.now.getTime() + shift).getUTCDay());
  if (ahead === undefined) return undefined;
  const midnight = Math.floor((hints.now.getTime() + shift) / DAY) * DAY - shift;
  return new Date(midnight + (ahead + 1) * DAY - 1000);
}

/** The day's name in front of its date. */
const BEFORE_DATE = /(?<!\p{L})(?:sun|mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?)(?:day)?\.?,? (?=\d{1,2}(?:st|nd|rd|th)? \p{L}{3}|\p{L}{3,9}\.? \d{1,2}(?!\d))/giu;

/** Days from `today` (0 is Sunday) to the weekday a label ends on; the same day is today. Undefined when it names none. */
function daysToWeekday(text: string, today: number): number | undefined {
  const match = ENDS_WEEKDAY.exec(text);
  const han = match?.[8];
  const day = han === undefined ? match?.slice(1, 8).findIndex((name) => name !== undefined) ?? -1 : '日一二三四五六'.indexOf(han === '天' ? '日' : han);
  return day < 0 ? undefined : (day - today + 7) % 7;
}

/** The moment a date names. `whole`: without a time of day its last second is meant. */
function momentOf(text: string, hints: DateHints, whole: boolean): Date | undefined {
  const hasTime = /\d:\d{2}|\d ?[ap]\.?m|[点點时時]/iu.test(text);
  const clock = hasTime ? / ?(\d{1,2}(?::\d{2}){1,2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|\d{1,2}[点點时時]\d{0,2})/iu.exec(text) : null;
  const day = clock ? text.slice(0, clock.index) : text;
  const time = clock?.[1]?.replaceAll('.', '').replace(/^(\d{1,2}) ?([ap]m)$/i, '$1:00 $2') ?? '';
  const date = withYear(day.replace(/[.,]\s*$/, '').trim(), time, hints);
  return date && whole && !hasTime ? new Date(date.getTime() + DAY - 1000) : date;
}

/** Reads a day; where it names no year, the year (or month) in which it is nearest to now. */
function withYear(day: string, time: string, hints: DateHints): Date | undefined {
  if (/\d{4}/.test(day)) return parseDate(`${day} ${time}`, hints);
  const short = /^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/.test(day);
  if (short) return parseDate(`${day} ${time}`, hints);
  const { now } = hints;
  if (!now || !/\d/.test(day)) return undefined;
  const year = now.getUTCFullYear();
  const dates = candidates(day, [year - 1, year, year + 1], now, hints.language).flatMap((text) => parseDate(`${text} ${time}`, hints) ?? []);
  const allowed = dates.filter((date) => date.getTime() - now.getTime() <= AHEAD).toSorted((a, b) => Math.abs(a.getTime() - now.getTime()) - Math.abs(b.getTime() - now.getTime()));
  return allowed[0];
}

/** The ways to complete a day without a year. Chinese, Japanese and Korean dates have the month first. */
function candidates(day: string, years: readonly number[], now: Date, language: string | undefined): readonly string[] {
  const han = /^(\d{1,2})月 ?(\d{1,2})/.exec(day) ?? (/^(?:zh|ja|ko)/i.test(language ?? '') ? /^(\d{1,2})[./-](\d{1,2})$/.exec(day) : null);
  if (han) return years.map((year) => `${year}年${han[1] ?? ''}月${han[2] ?? ''}日`);
  const only = /^(\d{1,2})[号日]$/.exec(day)?.[1];
  if (only !== undefined) return [0, 1, -1].map((months) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1))).map((first) => `${first.getUTCFullYear()}年${first.getUTCMonth() + 1}月${only}日`);
  const numeric = /^(\d{1,2})([./-])(\d{1,2})$/.exec(day);
  if (numeric) return years.map((year) => `${numeric[1] ?? ''}${numeric[2] ?? ''}${numeric[3] ?? ''}${numeric[2] ?? ''}${year}`);
  const named = [...day.toLowerCase().matchAll(/\p{L}{3,12}/gu)].some((word) => MONTH_NAMES.has(word[0]));
  return named ? years.map((year) => `${day} ${year}`) : [];
}
