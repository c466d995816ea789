import { readAudience } from '../cell/age.js';
import { readDate } from '../cell/date.js';
import { readFee } from '../cell/fee.js';
import { readWhole } from '../cell/number.js';
import { readTime } from '../cell/time.js';
import { readTriState, type TriState } from '../cell/tri-state.js';
import { present, type Row } from '../row.js';
import { type Base, type Built, joined, type Keyless, nameless } from './built.js';
import { placeFields } from './place.js';
import type { ChildcareFacilityRecord, OpeningHours } from './record.js';

/** Builds the record of a row of 子育て施設一覧, older or current edition. */
export function toChildcare(row: Row, base: Base): Built<ChildcareFacilityRecord> {
  const name = row.text('name');
  if (name === undefined) return { identity: [], setAside: nameless(row.header('name')) };
  const place = placeFields(row, base);
  const answers = answersOf(row);
  const record = present<Keyless<ChildcareFacilityRecord>>({
    ...place,
    ...answers,
    kind: 'childcare',
    name,
    category: row.text('kind'),
    approvedOn: row.read('approvedOn', (cell) => readDate(cell)),
    capacity: row.read('capacity', readWhole),
    acceptedAges: row.read('acceptedAges', readAudience),
    careFee: careFeeOf(row),
    careHours: careHoursOf(row),
    remarks: joined(
      place.remarks,
      row.proseOf(
        'temporaryCare',
        'sickChildCare',
        'capacity',
        'approvedOn',
        'nursingRoom',
        'eating',
      ),
    ),
  });
  return { record, identity: [name, place.location.address ?? ''] };
}

type Answer =
  | 'temporaryCare'
  | 'sickChildCare'
  | 'nursingRoom'
  | 'changingTable'
  | 'eating'
  | 'strollerRental'
  | 'strollerUse';

function answersOf(row: Row): Record<Answer, TriState> {
  const answer = (column: Answer): TriState => row.read(column, readTriState) ?? 'UNKNOWN';
  return {
    temporaryCare: answer('temporaryCare'),
    sickChildCare: answer('sickChildCare'),
    nursingRoom: answer('nursingRoom'),
    changingTable: answer('changingTable'),
    eating: answer('eating'),
    strollerRental: answer('strollerRental'),
    strollerUse: answer('strollerUse'),
  };
}

function careFeeOf(row: Row): ChildcareFacilityRecord['careFee'] {
  const kind = row.cell('careFeeKind');
  const basic =
    row.cell('careFee').trim() === '' && /無料/u.test(kind) ? '無料' : row.cell('careFee');
  return row.keep('careFee', readFee({ basic, detail: row.cell('careFeeNote') }));
}

function careHoursOf(row: Row): OpeningHours | undefined {
  const opens = row.read('careOpens', (cell) => readTime(cell));
  const closes = row.read('careCloses', (cell) => readTime(cell, 'end'));
  const note = row.proseOf('careOpens', 'careCloses');
  if (opens === undefined && closes === undefined && note === undefined) return undefined;
  return present<OpeningHours>({ opens, closes, note });
}
