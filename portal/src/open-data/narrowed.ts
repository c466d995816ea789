import type {
  ApplicationState,
  Audience,
  FeeKind,
  OpportunityFilter,
  OpportunityKind,
  TimeBand,
  Weekday,
} from '../generated/public-graph.js';
import { addDays, startOfDay, todayInJapan } from './japan-clock.js';

/** The words by which a file may be narrowed; the search of the pages has the same for the same. */
export const filterWords = {
  text: 'キーワード（学習機会の横断検索と同じ）',
  department: '担当部署のコード（by も同じ）',
  by: 'department と同じ',
  from: '開催期間の初日（YYYY-MM-DD、省略時は今日）',
  to: '開催期間の末日（YYYY-MM-DD）',
  area: '町字のコード',
  kind: '学習機会の種別（COURSE など）、施設では施設の種類（KOMINKAN など）',
  category: '中分類の番号（1〜9）',
  who: '対象者',
  state: '申込状況',
  time: '時間帯',
  day: '曜日',
  fee: '料金の有無',
} as const;

/** One of them. */
export type FilterWord = keyof typeof filterWords;

/** What a file is narrowed to: the values of each word that was said. */
export type Narrowed = Readonly<Partial<Record<FilterWord, readonly string[]>>>;

/** The words that narrow opportunities. */
export const opportunityWords: readonly FilterWord[] = [
  'text',
  'department',
  'by',
  'from',
  'to',
  'area',
  'kind',
  'category',
  'who',
  'state',
  'time',
  'day',
  'fee',
];

type Values = Partial<Record<FilterWord, readonly string[]>>;

/** The values of the words that are a closed list in the graph, by the graph's own types. */
const closed: Values = {
  kind: listOf<OpportunityKind>({
    CARE_PROGRAM: 0,
    COURSE: 0,
    EXTERNAL_OFFERING: 0,
    LIBRARY_PROGRAM: 0,
    SPORTS_CLASS: 0,
  }),
  who: listOf<Audience>({
    ADULT: 0,
    ANYONE: 0,
    ELEMENTARY: 0,
    HIGH_SCHOOL: 0,
    INFANT: 0,
    JUNIOR_HIGH: 0,
    MEN: 0,
    PARENT_CHILD: 0,
    SENIOR: 0,
    WOMEN: 0,
    WORKER: 0,
    YOUTH: 0,
  }),
  state: listOf<ApplicationState>({
    BEFORE: 0,
    CLOSED: 0,
    LOTTERY: 0,
    NO_APPLICATION: 0,
    OPEN: 0,
    UNKNOWN: 0,
    WAITLIST: 0,
  }),
  time: listOf<TimeBand>({ AFTERNOON: 0, EVENING: 0, MORNING: 0 }),
  day: listOf<Weekday>({
    FRIDAY: 0,
    MONDAY: 0,
    SATURDAY: 0,
    SUNDAY: 0,
    THURSDAY: 0,
    TUESDAY: 0,
    WEDNESDAY: 0,
  }),
  fee: listOf<FeeKind>({ FREE: 0, PAID: 0, UNKNOWN: 0 }),
};

/** The members of a closed list, every one of them. */
function listOf<Member extends string>(members: Readonly<Record<Member, 0>>): readonly string[] {
  return Object.keys(members);
}

const shapes: Partial<Record<FilterWord, RegExp>> = {
  from: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  to: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  text: /^[\s\S]{1,100}$/,
};
const code = /^[\w.:-]{1,60}$/;

/** Words of which the graph takes one value. */
const single: ReadonlySet<FilterWord> = new Set(['from', 'to', 'text']);

/** Why a value of a word cannot be meant, in Japanese, or nothing. `isList` says that the word's values are a closed list here. */
export function faultOf(word: FilterWord, values: readonly string[], isList: boolean): string {
  const allowed = isList ? closed[word] : undefined;
  if (single.has(word) && values.length > 1) return `${word} は一つだけ指定できます。`;
  const wrong = values.find((value) =>
    allowed ? !allowed.includes(value) : !(shapes[word] ?? code).test(value),
  );
  if (wrong === undefined) return '';
  const expected = allowed ? `${allowed.join('、')} のどれか` : filterWords[word];
  return `${word}=${wrong.slice(0, 60)} は使えません。${expected}を指定してください。`;
}

/** A file of opportunities in the words of the graph; from today on where no first day is said. */
export function opportunityFilter(narrowed: Narrowed): OpportunityFilter {
  const from = narrowed.from?.[0] ?? todayInJapan();
  const to = narrowed.to?.[0];
  const departments = [...(narrowed.department ?? []), ...(narrowed.by ?? [])];
  const chosen = {
    text: narrowed.text?.[0],
    departments: departments.length > 0 ? departments : undefined,
    areaCodes: narrowed.area,
    categories: narrowed.category,
    kinds: narrowed.kind,
    audience: narrowed.who,
    applicationStates: narrowed.state,
    timeBands: narrowed.time,
    weekdays: narrowed.day,
    feeKinds: narrowed.fee,
    period: { from: startOfDay(from), ...(to && { to: startOfDay(addDays(to, 1)) }) },
  };
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
}
