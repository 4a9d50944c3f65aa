/** Names of months and words for spans of time, in the languages of the shops. Data only; `date.ts` reads it. */

const NAMES: readonly (readonly [month: number, names: string])[] = [
  [1, 'january jan januar januari janvier janv enero ene gennaio gen janeiro stycznia styczeń sty ledna leden januára января янв січня ocak jän jänner tammikuu tammikuuta ianuarie ιανουαρίου ιαν януари يناير'],
  [2, 'february feb februar februari février févr fév febrero febbraio fevereiro fev lutego luty lut února únor februára февраля фев лютого şubat helmikuu helmikuuta február februarie φεβρουαρίου φεβ февруари فبراير'],
  [3, 'march mar märz mär maart mrt mars marzo março marca marzec března březen марта мар березня mart marts maaliskuu maaliskuuta március martie μαρτίου μαρ مارس'],
  [4, 'april apr avril avr abril abr aprile kwietnia kwiecień dubna duben apríla апреля апр квітня nisan huhtikuu huhtikuuta április aprilie απριλίου απρ април أبريل إبريل'],
  [5, 'may mai mei mayo maggio mag maio maja května květen mája мая травня mayıs maj toukokuu toukokuuta május μαΐου μαϊ май مايو'],
  [6, 'june jun juni juin junio giugno giu junho czerwca czerwiec června červen júna июня июн червня haziran kesäkuu kesäkuuta június iunie ιουνίου ιουν юни يونيو'],
  [7, 'july jul juli juillet juil julio luglio lug julho lipca lipiec července červenec júla июля июл липня temmuz heinäkuu heinäkuuta július iulie ιουλίου ιουλ юли يوليو'],
  [8, 'august aug augustus augusti août agosto ago sierpnia sierpień srpna srpen augusta августа авг серпня ağustos elokuu elokuuta augusztus agustus αυγούστου αυγ أغسطس'],
  [9, 'september sep sept septembre septiembre settembre set setembro września wrzesień září septembra сентября сен вересня eylül syyskuu syyskuuta szeptember septembrie σεπτεμβρίου σεπ септември سبتمبر'],
  [10, 'october oct oktober okt octobre octubre ottobre ott outubro out października październik října říjen októbra октября окт жовтня ekim oktober lokakuu lokakuuta október octombrie οκτωβρίου οκτ октомври أكتوبر'],
  [11, 'november nov novembre noviembre novembro listopada listopad ноября ноя листопада kasım novembra marraskuu marraskuuta noiembrie νοεμβρίου νοε ноември نوفمبر'],
  [12, 'december dec dezember dez décembre déc diciembre dic dicembre dezembro grudnia grudzień prosince prosinec декабря дек грудня aralık desember decembra joulukuu joulukuuta decembrie δεκεμβρίου δεκ декември ديسمبر'],
];

/** Month by its name in small letters. `listopad` is November in Polish and Czech. */
export const MONTH_NAMES: ReadonlyMap<string, number> = new Map(NAMES.flatMap(([month, names]) => names.split(' ').map((name) => [name, month] as const)));

/** A text with one of these names a moment before now. */
export const RELATIVE_WORDS = /\bago\b|\bvor\b|il y a|\bhace\b|\bfa\b|há |\batrás\b|\btemu\b|geleden|\bpřed\b|назад|тому|\bsedan\b|\bsiden\b|önce|前|전|trước/u;

const N = '(\\d{1,4}|an?|one|eine[mnr]?|une?|un[ao]?|uma?|een|几|数|兩|两)';
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A number and a unit; the unit in milliseconds. Months are 30 days, years 365: such texts are rounded anyway. */
export const RELATIVE_UNITS: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`${N} ?(?:seconds?|secs?|sekunden?|secondes?|segundos?|secondi|sekund\\p{L}{0,2}|секунд\\p{L}?|秒|초)`, 'u'), SECOND],
  [new RegExp(`${N} ?(?:minutes?|mins?|minuten?|minutos?|minuti|minut\\p{L}?|минут\\p{L}?|分钟?|分鐘|분)`, 'u'), MINUTE],
  [new RegExp(`${N} ?(?:hours?|hrs?|stunden?|heures?|horas?|ore|ora|godzin\\p{L}?|uur|hodin\\p{L}{0,3}|час\\p{L}{0,2}|小时|小時|時間|시간)`, 'u'), HOUR],
  [new RegExp(`${N} ?(?:days?|tage?n?|jours?|días?|giorni|giorno|dias?|dni|dzień|dagen|dag|dny|dnem|дн\\p{L}{1,2}|день|天|日|일)(?!\\p{L}{4})`, 'u'), DAY],
  [new RegExp(`${N} ?(?:weeks?|wochen?|semaines?|semanas?|settiman[ae]|tygodni\\p{L}{0,2}|weken|week|týdn\\p{L}{1,2}|недел\\p{L}{1,2}|周|週間?|星期|주)`, 'u'), 7 * DAY],
  [new RegExp(`${N} ?个?個?(?:months?|monate?n?|mois|meses|mes|mesi|mese|mês|miesiąc\\p{L}{0,2}|miesięcy|maanden|maand|měsíc\\p{L}{0,2}|месяц\\p{L}{0,2}|か?ヶ?月|개월|달)`, 'u'), 30 * DAY],
  [new RegExp(`${N} ?(?:years?|jahre?n?|ans?|années?|años?|anni|anno|anos?|lat\\p{L}?|rok|jaar|let|rok\\p{L}{0,2}|год\\p{L}?|лет|年|년)`, 'u'), 365 * DAY],
];

/** Words for today and the days before; how many days back. */
export const TODAY_WORDS: readonly (readonly [RegExp, number])[] = [
  [/前天|一昨日|vorgestern|avant-hier|anteayer|l'altro ieri|anteontem|przedwczoraj|eergisteren|позавчера|그저께/u, 2],
  [/\byesterday\b|昨天|昨日|\bgestern\b|\bhier\b|\bayer\b|\bieri\b|\bontem\b|\bwczoraj\b|\bgisteren\b|\bvčera\b|вчера|어제/u, 1],
  [/\btoday\b|\bjust now\b|今天|今日|刚刚|剛剛|\bheute\b|aujourd'hui|\bhoy\b|\boggi\b|\bhoje\b|\bdzisiaj\b|\bvandaag\b|\bdnes\b|сегодня|오늘|たった今/u, 0],
];

/** Zones by their name, as minutes ahead of UTC. Names that mean several (CST, IST) are left out. */
export const ZONES: ReadonlyMap<string, number> = new Map([
  ['UTC', 0], ['GMT', 0], ['WET', 0], ['BST', 60], ['CET', 60], ['CEST', 120], ['MEZ', 60], ['MESZ', 120], ['EET', 120], ['EEST', 180], ['MSK', 180], ['EST', -300], ['EDT', -240], ['CDT', -300], ['MST', -420], ['MDT', -360],
  ['PST', -480], ['PDT', -420], ['JST', 540], ['KST', 540], ['SGT', 480], ['HKT', 480], ['AEST', 600], ['AEDT', 660], ['NZST', 720], ['NZDT', 780], ['北京时间', 480],
]);
export const ZONE_NAME = new RegExp(`(?<!\\p{L})(?:${[...ZONES.keys()].join('|')})(?!\\p{L})`, 'u');
