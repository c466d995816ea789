import type { Mapping } from '../alias.js';
import { isDitto } from '../cell/ditto.js';
import { readSessionNumber } from '../cell/session-number.js';
import { daysIn } from '../dataset/event-dates.js';
import { composedCell } from '../row.js';
import type { Line } from '../table.js';

/** The course to which the rows below its first may belong. Cells are those that were read, marks and merged cells filled. */
export interface CourseAbove {
  /** Its first row. */
  readonly head: readonly string[];
  /** Its row that was read last. */
  readonly last: readonly string[];
}

/** Columns in which each session says its own; a blank one says nothing. */
const ownColumns: ReadonlySet<string> = new Set([
  'sessionNumber',
  'topic',
  'startDate',
  'endDate',
  'dateNote',
  'pattern',
  'subtitle',
  'summary',
  'description',
  'remarks',
  'status',
]);

/** Columns that say one thing together: where all of them are blank, the row above is meant. */
const timeColumns: ReadonlySet<string> = new Set(['startTime', 'endTime']);
const placeColumns: ReadonlySet<string> = new Set([
  'venueName',
  'meetingPlace',
  'building',
  'facilityNumber',
  'locatedCode',
  'prefecture',
  'city',
  'town',
  'block',
  'townId',
  'address',
  'postalCode',
  'latitude',
  'longitude',
]);

/**
 * A line as one more session of the course above, with what it leaves to that course filled in; undefined where it is none: it has a name
 * or a number of its own, no day, or days of a stretch. Where nobody said that rows are sessions, it is none either when it says anything
 * else of the course.
 */
export function sessionLine(
  line: Line,
  { head, last }: CourseAbove,
  mapping: Mapping,
): Line | undefined {
  const { cells } = line;
  const own = (column: string): string => cellOf(mapping, column, cells);
  if (!isOneDay(own('startDate'), own('endDate'))) return undefined;
  if (!isNamedAbove(cells, { head, last }, mapping)) return undefined;
  if (differs('number', cells, { head, mapping })) return undefined;
  if (mapping.rows !== 'sessions' && differingFacts(cells, head, mapping).length > 0)
    return undefined;
  const filled = [...cells];
  for (const place of placesLeft(cells, mapping))
    if ((cells[place] ?? '').trim() === '') filled[place] = last[place] ?? '';
  return { ...line, cells: filled };
}

/** The columns in which a row says of its course what its first row does not say: neither blank nor a mark for the row above. */
export function differingFacts(
  cells: readonly string[],
  head: readonly string[],
  mapping: Mapping,
): string[] {
  return columnsOf(mapping).filter(
    (column) =>
      column !== 'name' &&
      ![ownColumns, timeColumns, placeColumns].some((columns) => columns.has(column)) &&
      differs(column, cells, { head, mapping }),
  );
}

/** What a row says in a column, trimmed; of several places the first that is filled. */
export function cellOf(
  { columns, composed }: Mapping,
  column: string,
  cells: readonly string[],
): string {
  const made = composed?.get(column);
  if (made) return composedCell(made, cells).trim();
  const filled = columns.get(column)?.find((place) => (cells[place] ?? '').trim() !== '');
  return filled === undefined ? '' : (cells[filled] ?? '').trim();
}

function isOneDay(start: string, end: string): boolean {
  if (start === '') return false;
  const { days } = daysIn(start);
  const isStretch = days.some(({ to }) => to !== undefined);
  const ends = isDitto(end) ? [] : daysIn(end).days;
  return !isStretch && ends.every(({ from }) => from === days[0]?.from);
}

/** Whether a row is named by the row above: by nothing or a mark, or by the same name where that says so. */
function isNamedAbove(
  cells: readonly string[],
  { head, last }: CourseAbove,
  mapping: Mapping,
): boolean {
  const name = cellOf(mapping, 'name', cells);
  if (name === '' || isDitto(name)) return true;
  if (name !== cellOf(mapping, 'name', head)) return false;
  const isMerged = placesOf(mapping, 'name').some((place) => mapping.carried?.includes(place));
  const [before, number] = [last, cells].map(
    (each) => readSessionNumber(cellOf(mapping, 'sessionNumber', each)).value,
  );
  const continues = before !== undefined && number === before + 1;
  return continues || (mapping.rows === 'sessions' && !isMerged);
}

function differs(
  column: string,
  cells: readonly string[],
  { head, mapping }: { head: readonly string[]; mapping: Mapping },
): boolean {
  const cell = cellOf(mapping, column, cells);
  return cell !== '' && !isDitto(cell) && cell !== cellOf(mapping, column, head);
}

/** The places whose blank cells are meant to say what the row above says. */
function placesLeft(cells: readonly string[], mapping: Mapping): number[] {
  const isBlank = (group: ReadonlySet<string>): boolean =>
    [...group].every((column) => cellOf(mapping, column, cells) === '');
  // A day may stand with its time: 12/11 14:00～16:00.
  const { hasTime } = daysIn(cellOf(mapping, 'startDate', cells));
  return columnsOf(mapping)
    .filter((column) => {
      if (timeColumns.has(column)) return !hasTime && isBlank(timeColumns);
      return placeColumns.has(column) ? isBlank(placeColumns) : !ownColumns.has(column);
    })
    .flatMap((column) => placesOf(mapping, column));
}

const columnsOf = ({ columns, composed }: Mapping): string[] => [
  ...columns.keys(),
  ...(composed?.keys() ?? []),
];

const placesOf = ({ columns, composed }: Mapping, column: string): number[] => [
  ...(columns.get(column) ?? []),
  ...(composed?.get(column)?.parts ?? []).filter((part) => typeof part === 'number'),
];
