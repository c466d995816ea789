import type { DeliveredRow, DeliveryTarget } from '../delivery/delivery.target.js';
import type { EventRecord } from '../import/dataset/record.js';
import { isOpaqueId, opaqueId } from '../opaque-id.js';
import { Attendance } from '../vocabulary/attendance.js';
import { SelectionMethod } from '../vocabulary/selection.js';
import { eventTimes, momentInJapan } from './event-times.js';
import type { SubjectKey } from './opportunity.columns.js';
import type { OccurrenceTimes } from './opportunity.published.js';
import { sessionLines } from './session-words.js';

/** Columns of an opportunity that a file sets. */
export const importedColumns: readonly string[] = [
  'title',
  'summary',
  'url',
  'organiser',
  'how_to_apply',
  'attendance',
  'audiences',
  'ages',
  'fee',
  'selection',
  'starts_at',
  'ends_at',
  'venue_text',
  'room_text',
  'provenance',
  'apply_opens_at',
  'apply_closes_at',
  'capacity',
  'venue_code',
  'subject_keys',
];

/** What is known of an event beside its row: where the row comes from, and what its venue was found to be. */
export interface EventSetting {
  readonly dataset: string;
  readonly department: string;
  /** Day for which the file holds. */
  readonly asOf: string;
  readonly licence?: string;
  /** The facility that its venue certainly is. */
  readonly venueCode?: string | undefined;
  readonly roomText?: string | undefined;
}

/** The id under which an event of a file is kept when it is first seen; one that a hub published keeps its id. */
export const importedId = (dataset: string, key: string): string =>
  isOpaqueId(key) ? key : opaqueId('import', dataset, key);

/** An event of a file in the columns of an opportunity, and its times. */
export function importedOpportunity(
  record: EventRecord,
  setting: EventSetting,
): { values: Record<string, unknown>; times: OccurrenceTimes[] } {
  const times = eventTimes(record.occurrences);
  const values = {
    title: titleOf(record),
    summary: summaryOf(record),
    url: record.url ?? null,
    organiser: record.organiser ?? null,
    how_to_apply: howToApply(record),
    attendance: attendanceOf(record),
    audiences: record.audience?.groups ?? [],
    ages: agesOf(record),
    fee: record.fee
      ? { kind: record.fee.kind, yen: record.fee.yen ?? null, note: record.fee.text ?? null }
      : null,
    selection: { method: methodOf(record) },
    ...boundsOf(record, times),
    venue_text: record.venue?.text ?? null,
    room_text: setting.roomText ?? record.venue?.room ?? null,
    capacity: record.capacity ?? null,
    venue_code: setting.venueCode ?? null,
    subject_keys: subjectsOf(record),
    provenance: {
      department: setting.department,
      dataset: setting.dataset,
      asOf: momentInJapan(record.updatedOn ?? setting.asOf).toISOString(),
      licence: setting.licence ?? null,
      sample: record.sample ?? false,
    },
  };
  return { values, times };
}

function titleOf({ name, nameKana, nameEn }: EventRecord) {
  return {
    ja: name,
    ...(nameKana && { kana: nameKana }),
    ...(nameEn && { en: { text: nameEn, origin: 'HUMAN' } }),
  };
}

function summaryOf({ description, summary }: EventRecord, lines: readonly string[] = []) {
  const ja = [description ?? summary, ...lines].filter(Boolean).join('\n');
  return ja ? { ja } : null;
}

function howToApply({ applicationMethod, applicationUrl }: EventRecord): string | null {
  return [applicationMethod, applicationUrl].filter(Boolean).join('\n') || null;
}

function attendanceOf({ attendance, venue }: EventRecord): Attendance {
  const said = attendance ?? '';
  if (/ハイブリッド|併用/.test(said)) return Attendance.HYBRID;
  if (/オンライン|Web/i.test(said) || venue?.isOnline) return Attendance.ONLINE;
  return venue || /現地/.test(said) ? Attendance.ONSITE : Attendance.UNKNOWN;
}

function agesOf({ audience }: EventRecord) {
  if (audience?.fromMonths === undefined && audience?.belowMonths === undefined) return null;
  return {
    minMonths: audience.fromMonths ?? null,
    maxMonths: audience.belowMonths === undefined ? null : audience.belowMonths - 1,
  };
}

const methodOfWord: Readonly<Record<string, SelectionMethod>> = {
  先着: SelectionMethod.FIRST_COME,
  抽選: SelectionMethod.LOTTERY,
  選考: SelectionMethod.SCREENING,
  申込不要: SelectionMethod.NONE,
};

function methodOf({ selection = '', applicationMethod = '' }: EventRecord): SelectionMethod {
  const said = methodOfWord[selection];
  if (said) return said;
  if (/抽選/.test(applicationMethod)) return SelectionMethod.LOTTERY;
  if (/申込(?:み)?(?:は)?不要|直接(?:会場|お越し)|当日(?:直接|自由)/.test(applicationMethod))
    return SelectionMethod.NONE;
  if (/先着/.test(applicationMethod)) return SelectionMethod.FIRST_COME;
  return SelectionMethod.UNKNOWN;
}

function boundsOf(record: EventRecord, times: readonly OccurrenceTimes[]) {
  const first = times[0]?.startsAt ?? null;
  const ends = times.map((time) => new Date(time.endsAt ?? time.startsAt).getTime());
  const opens = record.applicationFrom;
  const closes = record.applicationUntil;
  return {
    starts_at: first,
    ends_at: ends.length > 0 ? new Date(Math.max(...ends)).toISOString() : null,
    apply_opens_at: opens ? momentInJapan(opens.date, opens.time).toISOString() : null,
    // A last day without a time lasts until its end.
    apply_closes_at: closes
      ? momentInJapan(closes.date, closes.time ?? '24:00').toISOString()
      : null,
  };
}

/**
 * The nine fields of the Ministry of Education (中分類), and kinds of event in the base registry (イベント種類) whose
 * place among them is plain. Kinds that could mean several stay without one.
 */
const fieldOfKind: Readonly<Record<string, string>> = {
  教育等一般: '1',
  '人文・社会科学': '2',
  自然科学: '3',
  '産業・技術': '4',
  '芸術・文化': '5',
  'スポーツ・レクリエーション': '6',
  '家庭生活・趣味': '7',
  '市民生活・国際関係': '8',
  その他: '9',
  音楽: '5',
  '文化・芸術': '5',
  '仕事・産業': '4',
  スポーツ: '6',
};

function subjectsOf({ category, subjectCodes }: EventRecord): SubjectKey[] {
  const keys = (subjectCodes ?? []).flatMap((text) => {
    const [, scheme, code] = /^([A-Z]{2,10}):([\w.-]{1,20})$/.exec(text) ?? [];
    return scheme && code ? [{ scheme, code }] : [];
  });
  if (keys.length > 0) return keys;
  const codes = (category ?? '').split(';').flatMap((kind) => fieldOfKind[kind.trim()] ?? []);
  return [...new Set(codes)].map((code) => ({ scheme: 'MEXT', code }));
}

/** Where events of a file go in a service that keeps the times in the row itself. */
export function opportunityTarget(table: string): DeliveryTarget {
  return {
    table,
    key: 'id',
    columns: [...importedColumns, 'occurrences'],
    over: ['ends_at', 'starts_at'],
  };
}

/** An event of a file as a row for such a service. */
export function deliveredOpportunity(
  target: DeliveryTarget,
  record: EventRecord,
  setting: EventSetting,
): DeliveredRow {
  const { values, times } = importedOpportunity(record, setting);
  return {
    target,
    key: record.key,
    id: importedId(setting.dataset, record.key),
    values: { ...values, summary: summaryOf(record, sessionLines(record)), occurrences: times },
  };
}
