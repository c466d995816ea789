import type { EventSession } from '../dataset/event-session.js';
import type { EventRecord } from '../dataset/record.js';
import type { Note } from '../note.js';
import type { RowOutcome } from '../outcome.js';

/** A row among those of a course: one of its sessions, or something between them that is no record. */
export interface CourseRow {
  readonly outcome: RowOutcome;
  readonly isSession: boolean;
}

/**
 * The outcomes of the rows of one course: the first that is taken carries the course, by what its first row says, with every session that
 * is taken; what is set aside keeps the course's key, so that nobody takes it for gone.
 */
export function courseOfRows(
  rows: readonly CourseRow[],
  { head, key }: { head: EventRecord; key: string },
): RowOutcome[] {
  const told = rows.flatMap(({ outcome, isSession }) => (isSession ? outcome : []));
  const taken = told.flatMap(({ kind, record }) =>
    kind !== 'setAside' && record?.kind === 'event' ? record : [],
  );
  const sessions = sessionsOf(taken);
  const first = told.find(({ kind }) => kind !== 'setAside');
  const isPartlyRead = taken.length < told.length;
  return rows.map(({ outcome, isSession }) => {
    if (!isSession) return outcome;
    const { record: own, ...rest } = outcome;
    if (outcome.kind === 'setAside') return own ? { ...rest, record: { ...own, key } } : rest;
    const twice = sessions.find(({ row, number }) => row === outcome.row && number !== undefined);
    const notes = [...outcome.notes, ...(twice ? numberedTwice(twice, sessions) : [])];
    if (outcome !== first) return { ...rest, notes, kind: kindOf(outcome, notes) };
    const record = {
      ...courseOf(head, sessions),
      key,
      row: outcome.row,
      ...(isPartlyRead && { isPartlyRead: true as const }),
    };
    const said = [...notes, ...(sessions.length > 1 ? [asSessions(sessions)] : [])];
    return { ...rest, record, notes: said, kind: kindOf(outcome, notes) };
  });
}

const kindOf = (outcome: RowOutcome, notes: readonly Note[]): RowOutcome['kind'] =>
  notes.some(({ level }) => level !== 'remark') ? 'repaired' : outcome.kind;

/** The course by its first row, with the days of all its sessions. */
function courseOf(head: EventRecord, sessions: readonly EventSession[]): EventRecord {
  const occurrences = sessions.flatMap((session) => session.occurrences);
  const days = occurrences.map(({ date }) => date);
  const [startsOn, endsOn] = [days.at(0), days.at(-1)];
  // What is the theme of one session does not describe the course.
  const themes = new Set(sessions.flatMap(({ topic }) => topic ?? []));
  const facts = Object.entries(head).filter(
    ([field, value]) =>
      !ownFields.has(field) && !(themeFields.has(field) && themes.has(String(value))),
  );
  return {
    // Only fields that may be absent were left out.
    ...(Object.fromEntries(facts) as unknown as EventRecord),
    occurrences,
    sessions,
    ...(startsOn !== undefined && { startsOn }),
    ...(endsOn !== undefined && { endsOn }),
  };
}

/** Fields that a row says of one session. */
const ownFields: ReadonlySet<string> = new Set(['startsOn', 'endsOn', 'sessionNumber', 'topic']);
const wordFields = ['subtitle', 'summary', 'description'] as const;
const themeFields: ReadonlySet<string> = new Set(wordFields);

/** The sessions in the order of their days, each with what its row says of it. */
function sessionsOf(records: readonly EventRecord[]): EventSession[] {
  const themes = themeField(records);
  const whenOf = ({ occurrences: [first] }: EventSession): string =>
    `${first?.date ?? ''} ${first?.start ?? ''}`;
  return records
    .map((record): EventSession => {
      const topic = themes && record[themes];
      return {
        row: record.row,
        ...(record.sessionNumber !== undefined && { number: record.sessionNumber }),
        ...(topic !== undefined && { topic }),
        ...(record.venue && { venue: record.venue }),
        occurrences: record.occurrences,
      };
    })
    .toSorted((one, other) => whenOf(one).localeCompare(whenOf(other), 'en'));
}

/** Where the themes stand: in a column of their own, else in the one of words that says something else in each row. */
function themeField(
  records: readonly EventRecord[],
): 'topic' | 'subtitle' | 'summary' | 'description' | undefined {
  if (records.some(({ topic }) => topic !== undefined)) return 'topic';
  return wordFields.find((field) => {
    const said = records.flatMap((record) => record[field] ?? []);
    return said.length > 1 && new Set(said).size === said.length;
  });
}

function asSessions(sessions: readonly EventSession[]): Note {
  const rows = sessions.map(({ row }) => row);
  const [from, to] = [Math.min(...rows), Math.max(...rows)];
  return {
    row: from,
    column: '',
    value: '',
    code: 'ROWS_AS_SESSIONS',
    level: 'remark',
    message: `${from}行目から${to}行目までの${rows.length}行を、1つの講座の${sessions.length}回と読みました。`,
    remedy:
      '別々の催しのときは、それぞれの行に名称を書くか、対応付けで --separate を指定してください。',
  };
}

function numberedTwice({ row, number }: EventSession, sessions: readonly EventSession[]): Note[] {
  const others = sessions.filter((session) => session.number === number && session.row < row);
  return others.length === 0
    ? []
    : [
        {
          row,
          column: '',
          value: '',
          code: 'SESSION_NUMBER_TWICE',
          level: 'problem',
          message: `第${number}回が${others[0]?.row}行目にもあります。どちらも同じ講座の回としました。`,
          remedy: '回の番号を直してください。別の講座なら、この行に名称を書いてください。',
        },
      ];
}
