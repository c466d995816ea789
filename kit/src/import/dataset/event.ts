import { externalTermsOf } from './external-terms.js';
import { type Audience, readAudience } from '../cell/age.js';
import { type Fee, readFee } from '../cell/fee.js';
import { readLevel } from '../cell/level.js';
import { readWhole } from '../cell/number.js';
import type { Reading } from '../cell/reading.js';
import { readList } from '../cell/list.js';
import { readSessionNumber } from '../cell/session-number.js';
import { readTriState } from '../cell/tri-state.js';
import { readUrl } from '../cell/url.js';
import { readWeekdays, type Weekdays } from '../cell/weekday.js';
import { present, type Row } from '../row.js';
import { type Base, type Built, joined, type Keyless, nameless } from './built.js';
import { applicationOf } from './event-application.js';
import { eventDates } from './event-dates.js';
import { contactOf, locationOf } from './place.js';
import type { EventRecord } from './record.js';
import { venueOf } from './venue.js';

const dateColumns = ['startDate', 'endDate', 'startTime', 'endTime'];

/** Builds the record of a row of イベント一覧 in any edition. A row without any date is set aside, its record stays readable. */
export function toEvent(row: Row, base: Base): Built<EventRecord> {
  const name = row.text('name');
  if (name === undefined) return { identity: [], setAside: nameless(row.header('name')) };
  const dates = eventDates(row);
  const record = present<Keyless<EventRecord>>({
    ...words(row),
    ...applicationOf(row, dates),
    ...particulars(row),
    ...base,
    number: base.number,
    municipalityCode: base.municipalityCode,
    kind: 'event',
    name,
    occurrences: dates.occurrences,
    startsOn: dates.startsOn,
    endsOn: dates.endsOn,
    dateNote: joined(row.untraced(row.text('dateNote')), row.proseOf(...dateColumns)),
    weekdays: weekdaysOf(row),
    venue: venueOf(row),
    remarks: joined(
      row.untraced(row.text('remarks')),
      row.proseOf('phone', 'latitude', 'url', 'applicationEnd', 'applicationStart'),
    ),
  });
  const first = dates.occurrences[0];
  const identity = [name, first?.date ?? '', first?.start ?? '', record.venue?.text ?? ''];
  return dates.occurrences.length > 0
    ? { record, identity }
    : { record, identity, setAside: undated(row) };
}

type Fields = Partial<{ [K in keyof EventRecord]: EventRecord[K] | undefined }>;

function words(row: Row): Fields & Pick<EventRecord, 'childcare'> {
  return {
    nameKana: row.text('nameKana'),
    nameEn: row.text('nameEn'),
    nameCommon: row.text('nameCommon'),
    subtitle: row.text('subtitle'),
    summary: row.text('summary'),
    description: row.text('description'),
    subEvent: row.text('subEvent'),
    topic: row.text('topic'),
    sessionNumber: row.read('sessionNumber', readSessionNumber),
    category: row.text('category'),
    status: row.text('status'),
    url: row.read('url', readUrl),
    image: row.text('image'),
    imageLicence: row.text('imageLicence'),
    pattern: row.text('pattern'),
    facilityNumber: row.text('facilityNumber'),
    organiser: row.text('organiser'),
    cosponsor: row.text('cosponsor'),
    related: row.text('related'),
    languages: row.text('languages'),
    access: row.text('access'),
    parking: row.text('parking'),
    bicycleParking: row.text('bicycleParking'),
    childcare: row.read('childcare', readTriState) ?? 'UNKNOWN',
    childcareNote: joined(row.text('childcareDetail'), row.prose.get('childcare')),
    accessibility: row.text('accessibility'),
    attendance: row.text('attendance'),
    selection: row.text('selection'),
    subjectCodes: row.read('subjectCodes', readList),
    ...externalTermsOf(row),
    level: row.read('level', readLevel),
  };
}

function particulars(row: Row): Fields & Pick<EventRecord, 'location' | 'contact'> {
  return {
    location: locationOf(row),
    audience: audienceOf(row),
    capacity: capacityOf(row),
    capacityText: row.prose.get('capacity'),
    fee: feeOf(row),
    onlineUrl: row.read('onlineUrl', readUrl),
    contact: contactOf(row, { withholdsMobile: true }),
  };
}

/** 対象者, else the one place in the description or remarks that is labelled 対象. */
function audienceOf(row: Row): Audience | undefined {
  const said = row.read('audience', readAudience);
  if (said) return said;
  const text = `${row.text('description') ?? ''}\n${row.text('remarks') ?? ''}`.normalize('NFKC');
  const labelled = [
    ...text.matchAll(
      /(?:^|[\n。\s])[【[〔(■●・]?対象(?:者)?(?:[】\]〕)]|[::])[::\s]*([^\n。]{1,60})/gmu,
    ),
  ];
  const only = labelled.length === 1 ? labelled[0]?.[1] : undefined;
  if (only === undefined) return undefined;
  row.note('audience', {
    level: 'repair',
    code: 'AUDIENCE_FROM_TEXT',
    message: `対象者の欄が空のため、本文の「対象」から「${only.trim()}」を読みました。`,
    remedy: '対象者の欄に入力してください。',
  });
  return readAudience(only).value;
}

/** 開催パターン, or a cell of dates that names weekdays instead (毎月第2・4水曜日). */
function weekdaysOf(row: Row): Weekdays | undefined {
  const pattern = readWeekdays(row.cell('pattern')).value;
  const words = row.prose.get('startDate');
  return (
    pattern ??
    (words === undefined ? undefined : readWeekdays(words.replace(/^毎[月週]/u, '')).value)
  );
}

/** A number that a converter took from what a spreadsheet had made a date (1900 out of 1900/1/20) yields to that date's number. */
function capacityOf(row: Row): number | undefined {
  const original = readWhole(row.original('capacity') ?? '');
  return isFromDate(original) ? row.keep('capacity', original) : row.read('capacity', readWhole);
}

/** The same for the fee; and a fee of 0 or none yields to the words from which a converter could make no number. */
function feeOf(row: Row): Fee | undefined {
  const cell = row.cell('fee');
  const original = row.original('fee');
  const isOriginal =
    original !== undefined && (/^0?$/.test(cell.trim()) || isFromDate(readWhole(original)));
  const detail = row.untraced(row.cell('feeDetail')) ?? '';
  return row.keep(
    cell.trim() === '' ? 'feeDetail' : 'fee',
    readFee({ basic: isOriginal ? original : cell, detail }),
  );
}

function isFromDate({ repairs }: Reading<number>): boolean {
  return repairs.some(({ code }) => code === 'NUMBER_AS_DATE');
}

function undated(row: Row): { code: string; message: string; remedy: string } {
  const words = row.proseOf(...dateColumns) ?? row.text('dateNote');
  return {
    code: 'DATE_MISSING',
    message:
      words === undefined
        ? '開始日も終了日もありません。'
        : `開催日を読めません（${words.slice(0, 80)}）。`,
    remedy: '開始日（分からなければ終了日）を YYYY-MM-DD で入力してください。',
  };
}
