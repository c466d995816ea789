import type { EventRecord } from '../dataset/record.js';
import type { RowOutcome } from '../outcome.js';
import type { RowReading } from '../row-reading.js';
import type { Line } from '../table.js';
import { type CourseRow, courseOfRows } from './course-of-rows.js';
import type { CourseAbove } from './session-line.js';

/** Rows that are held back at most: no course has as many sessions, and no file may fill the memory. */
const mostRows = 200;

interface OpenCourse {
  readonly above: CourseAbove;
  readonly head: EventRecord;
  readonly rows: readonly CourseRow[];
}

/**
 * Reads the lines of a table in their order and holds back those of one course until its last session is known. Every line gives one
 * outcome; of a course the first that is taken carries the record, with all its sessions.
 */
export class SessionRows {
  #open: OpenCourse | undefined;

  constructor(private readonly rows: RowReading) {}

  /** The outcomes that are known once this line was read. */
  read(line: Line): RowOutcome[] {
    const { dataset, rows } = this.rows.mapping;
    if (dataset !== 'event' || rows === 'separate') return [this.rows.read(line).outcome];
    const open = this.#open;
    const { outcome, cells, isSession } = this.rows.read(line, open?.above);
    const { record } = outcome;
    if (open && (isSession || !record)) {
      const last = isSession ? cells : open.above.last;
      const next = [...open.rows, { outcome, isSession }];
      this.#open = { ...open, above: { ...open.above, last }, rows: next };
      return next.length < mostRows ? [] : this.end();
    }
    const known = this.end();
    if (record?.kind !== 'event') return [...known, outcome];
    const above = { head: cells, last: cells };
    this.#open = { above, head: record, rows: [{ outcome, isSession: true }] };
    return known;
  }

  /** The outcomes that were held back when the table ends. */
  end(): RowOutcome[] {
    const open = this.#open;
    this.#open = undefined;
    if (!open) return [];
    const isDeclared = this.rows.mapping.rows === 'sessions';
    const sessions = open.rows.filter(({ isSession }) => isSession);
    if (sessions.length === 1 && !isDeclared) return open.rows.map(({ outcome }) => outcome);
    const { head } = open;
    const key = head.key === head.number ? head.key : this.rows.courseKey(head.name);
    return courseOfRows(open.rows, { head, key });
  }
}
