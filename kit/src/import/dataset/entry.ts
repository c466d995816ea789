import { readDate } from '../cell/date.js';
import { readList } from '../cell/list.js';
import { ndcsIn } from '../cell/ndc.js';
import { readWhole } from '../cell/number.js';
import { readTriState } from '../cell/tri-state.js';
import { readUrl } from '../cell/url.js';
import { readWeeklyTimes } from '../cell/weekly-time.js';
import { present, type Row } from '../row.js';
import { type Base, type Built, type Keyless, nameless } from './built.js';
import type {
  DeskRecord,
  EntryBase,
  EntryRecord,
  GroupRecord,
  PersonRecord,
} from './entry.record.js';

/** Builds the record of a row of the common entry form for people. */
export function toPerson(row: Row, base: Base): Built<PersonRecord> {
  return entryOf(row, base, (entry) => ({
    ...entry,
    kind: 'person',
    roles: row.read('roles', readList) ?? [],
    qualifications: row.read('qualifications', readList) ?? [],
    ageFrom: row.read('ageFrom', readWhole),
    ageTo: row.read('ageTo', readWhole),
    districts: row.read('districts', readList) ?? [],
    freeTimes: row.read('freeTimes', readWeeklyTimes) ?? [],
    fee: row.read('fee', readWhole),
    consent: row.read('consent', readTriState) ?? 'UNKNOWN',
    ...contactOf(row),
  }));
}

/** Builds the record of a row of the common entry form for groups. */
export function toGroup(row: Row, base: Base): Built<GroupRecord> {
  return entryOf(row, base, (entry) => ({
    ...entry,
    kind: 'group',
    members: row.read('members', readWhole),
    fee: row.read('fee', readWhole),
    beginners: row.read('beginners', readTriState) ?? 'UNKNOWN',
    venueName: row.text('venue'),
    ...contactOf(row),
  }));
}

/** Builds the record of a row of the common entry form for advice desks. */
export function toDesk(row: Row, base: Base): Built<DeskRecord> {
  return entryOf(row, base, (entry) => ({
    ...entry,
    kind: 'desk',
    departmentName: row.text('department'),
    venueName: row.text('venue'),
    freeTimes: row.read('freeTimes', readWeeklyTimes) ?? [],
    appointment: row.read('appointment', readTriState) ?? 'UNKNOWN',
    capacity: row.read('capacity', readWhole),
    phone: row.text('phone'),
    url: row.read('url', readUrl),
  }));
}

/** What all three forms ask, and then what one of them does. A row without its name, reading or subject is set aside. */
function entryOf<Record extends EntryRecord>(
  row: Row,
  base: Base,
  rest: (entry: Keyless<EntryBase>) => {
    [Name in keyof Keyless<Record>]: Keyless<Record>[Name] | undefined;
  },
): Built<Record> {
  for (const column of ['name', 'nameKana', 'subjects'])
    if (row.text(column) === undefined)
      return { identity: [], setAside: nameless(row.header(column) || column) };
  const name = row.text('name') ?? '';
  const entry: Keyless<EntryBase> = {
    ...base,
    name,
    nameKana: row.text('nameKana') ?? '',
    ndcs: ndcsIn(row.text('subjects') ?? ''),
    ...present<Pick<EntryBase, 'summary' | 'confirmedOn'>>({
      summary: row.text('summary'),
      confirmedOn: row.read('confirmedOn', (cell) => readDate(cell)),
    }),
  };
  // The form's own fields stand beside those of every entry.
  const record = present<Keyless<Record>>(rest(entry));
  return { record, identity: [name] };
}

/** How an entry is reached goes to the register alone: the account of the import keeps no word of it. */
function contactOf(row: Row): { email: string | undefined; phone: string | undefined } {
  const [email, phone] = [row.cell('email').trim(), row.cell('phone').trim()];
  for (const column of ['email', 'phone'])
    if (row.cell(column) !== '')
      row.withhold(column, {
        code: 'CONTACT_KEPT_APART',
        message: '連絡先は登録簿だけに保存し、取込みの記録には残しません。',
        remedy: '',
      });
  return { email: email || undefined, phone: phone || undefined };
}
