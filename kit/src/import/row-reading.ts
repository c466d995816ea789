import type { Mapping } from './alias.js';
import { build } from './build.js';
import { Carrying, type FilledLine } from './carrying.js';
import type { Box } from './cell/point.js';
import type { Built } from './dataset/built.js';
import type { ImportRecord } from './dataset/record.js';
import { isHeaderAgain, mappingBelow } from './header.js';
import { type Fingerprints, Identities } from './identity.js';
import type { RowOutcome } from './outcome.js';
import { cellOf, type CourseAbove, differingFacts, sessionLine } from './session/session-line.js';
import { Row, type SetAside } from './row.js';
import { type Belonging, belongingOf, type Scope } from './scope.js';
import { rejoined } from './rejoin.js';
import { shapeFault } from './shape.js';
import type { Line } from './table.js';

/** What is known from outside the rows of a file. */
export interface RowSettings {
  readonly reference: {
    readonly fiscalYear?: number;
    readonly publishedOn?: string;
    readonly month?: string;
  };
  readonly box: Box;
  readonly scope?: Scope;
  /** The numbers of the whole file. */
  readonly numbers: Fingerprints;
}

/** What a line gave. */
export interface ReadRow {
  readonly outcome: RowOutcome;
  /** Its cells as they were read, with all that it left to the row above. */
  readonly cells: readonly string[];
  /** Whether it is one more session of the course above. */
  readonly isSession: boolean;
}

/** Turns the lines below a header into outcomes, one for each. */
export class RowReading {
  readonly #settings: RowSettings;
  readonly #identities: Identities;
  #mapping: Mapping;
  #near: string | undefined;
  readonly #carrying = new Carrying();

  constructor(mapping: Mapping, settings: RowSettings) {
    this.#mapping = mapping;
    this.#settings = settings;
    this.#identities = new Identities(settings.numbers);
  }

  /** How the columns are known; another one below a header that stands in the table again. */
  get mapping(): Mapping {
    return this.#mapping;
  }

  /** Reads one line that holds anything; `course` is the one above of which it may be a session. */
  read(written: Line, course?: CourseAbove): ReadRow {
    const rejoinedLine = rejoined(written, this.#mapping.headers.length);
    const shape = this.#fault(rejoinedLine);
    const session = !shape && course && sessionLine(rejoinedLine, course, this.#mapping);
    const filled = shape ? undefined : this.#carrying.fill(session || rejoinedLine, this.#mapping);
    const line = filled ?? rejoinedLine;
    const row = this.#rowOf(line);
    const read = { cells: line.cells, isSession: Boolean(session) };
    const fault = shape ?? (this.#identities.isRepeated(line.cells) ? repeated : undefined);
    if (fault) return { ...read, outcome: setAside(row, fault) };
    if (rejoinedLine !== written) noteRejoined(row);
    if (filled) noteRepeated(row, filled, this.#mapping.headers);
    shortRow(row, { line, mapping: this.#mapping });
    if (session && course) this.#noteFacts(row, rejoinedLine, course);
    const built = build(this.#mapping.dataset, row);
    return { ...read, outcome: this.#outcome(row, built, session ? '' : this.#keyOf(row, built)) };
  }

  /** The key of a course whose sessions stand in rows of their own: its name tells it, for its days may change. */
  courseKey(name: string): string {
    return this.#identities.keyOf(undefined, ['course', name]).key;
  }

  #rowOf(line: Line): Row {
    const { reference, box } = this.#settings;
    const near = this.#near === undefined ? {} : { near: this.#near };
    return new Row(this.#mapping, line, { reference: { ...reference, ...near }, box });
  }

  #outcome(row: Row, built: Built, key: string): RowOutcome {
    if (!built.record) return setAside(row, built.setAside ?? unbuilt);
    const { scope } = this.#settings;
    const belonging = scope && belongingOf(row, { record: built.record, scope });
    // The builder gave everything but the key of one kind of record.
    const record = { ...built.record, key, raw: row.raw(), extra: row.extra() } as ImportRecord;
    if (record.kind === 'event') this.#near = record.occurrences[0]?.date ?? this.#near;
    const fault = built.setAside ?? unreadableName(record) ?? elsewhere(belonging, scope);
    if (fault) return { ...setAside(row, fault), record, ...(belonging ? { belonging } : {}) };
    if (belonging?.by === 'venue') noteVenue(row, belonging);
    const kind = row.notes.some(({ level }) => level !== 'remark') ? 'repaired' : 'taken';
    return { kind, row: row.number, record, notes: row.notes, ...(belonging ? { belonging } : {}) };
  }

  /** What a session says of its whole course is the course's only in its first row. */
  #noteFacts(row: Row, { cells }: Line, { head }: CourseAbove): void {
    for (const column of differingFacts(cells, head, this.#mapping))
      row.note(column, {
        level: 'problem',
        code: 'SESSION_DIFFERS',
        message: `講座の最初の行にある「${cellOf(this.#mapping, column, head)}」を採り、この行の値は採りませんでした。`,
        remedy:
          '講座全体のことは最初の行に書いてください。別の催しなら、この行に名称を書いてください。',
      });
  }

  #keyOf(row: Row, { record, identity }: Built): string {
    if (!record) return '';
    const { key, isFromNumber } = this.#identities.keyOf(record.number, identity);
    if (record.number !== undefined && !isFromNumber) {
      row.note('number', {
        level: 'repair',
        code: 'NUMBER_REPEATED',
        message: `番号「${record.number}」がファイルの中で重なっているため、内容から作った識別子で区別しました。`,
        remedy: '番号をファイルの中で重ならないように付けてください。',
      });
    }
    return key;
  }

  /** Why a line is no record: the header again, or something that has not the shape of a row. */
  #fault(line: Line): SetAside | undefined {
    if (isHeaderAgain(line.cells, this.#mapping.headers)) {
      // A table glued below with its columns in another order is read by its own header.
      this.#mapping = mappingBelow(line.cells, this.#mapping);
      return headerAgain;
    }
    return shapeFault(line.cells, this.#mapping);
  }
}

const headerAgain: SetAside = {
  code: 'HEADER_REPEATED',
  message: '見出しが表の途中にもう一度あります。',
  remedy: '表の途中の見出し行を削除してください。',
};

const repeated: SetAside = {
  code: 'ROW_REPEATED',
  message: 'すべての列が同じ行が前にあります。',
  remedy: '重複した行を削除してください。',
};

const unbuilt: SetAside = {
  code: 'ROW_UNREADABLE',
  message: '行を読めません。',
  remedy: '行の内容を確認してください。',
};

/** A name of which a third of the letters is lost says nothing to who would read it. */
function unreadableName(record: ImportRecord): SetAside | undefined {
  const name = 'name' in record ? record.name : 'title' in record ? record.title : undefined;
  const lost = typeof name === 'string' ? name.split('\ufffd').length - 1 : 0;
  if (typeof name !== 'string' || lost * 3 < name.length || lost === 0) return undefined;
  return {
    code: 'NAME_UNDECODABLE',
    message: '名称の文字がこわれていて読めません。ほかの行と文字コードが違うようです。',
    remedy: 'ファイル全体を一つの文字コード（UTF-8）で書き出し直してください。',
  };
}

function setAside(row: Row, fault: SetAside): RowOutcome {
  row.note('', { level: 'problem', ...fault });
  return { kind: 'setAside', row: row.number, notes: row.notes };
}

function shortRow(row: Row, { line, mapping }: { line: Line; mapping: Mapping }): void {
  const missing = mapping.headers.length - line.cells.length;
  if (missing <= 0) return;
  row.note('', {
    level: 'repair',
    code: 'ROW_SHORT',
    message: `列が${missing}個足りないため、後ろの列を空欄とみなしました。`,
    remedy: '列の数を見出しに合わせてください。',
  });
}

function noteRepeated(
  row: Row,
  { repeated, unmeant }: FilledLine,
  headers: readonly string[],
): void {
  const named = (places: readonly number[]): string =>
    places.map((place) => `「${headers[place] ?? ''}」`).join('');
  if (repeated.length > 0)
    row.note('', {
      level: 'repair',
      code: 'SAME_AS_ABOVE',
      message: `${named(repeated)}の「〃」を、上の行と同じと読みました。`,
      remedy: '',
    });
  if (unmeant.length > 0)
    row.note('', {
      level: 'problem',
      code: 'NOTHING_ABOVE',
      message: `${named(unmeant)}が「〃」ですが、上の行に値がありません。空欄とみなしました。`,
      remedy: '値を入力してください。',
    });
}

function noteRejoined(row: Row): void {
  row.note('', {
    level: 'repair',
    code: 'ROW_REJOINED',
    message: '引用符で囲まれていない数の「,」で分かれた列を、一つに戻しました。',
    remedy: '「,」を含む値は「"」で囲んでください。',
  });
}

function elsewhere(
  belonging: Belonging | undefined,
  scope: Scope | undefined,
): SetAside | undefined {
  if (!belonging || belonging.isInside) return undefined;
  return {
    code: 'OTHER_MUNICIPALITY',
    message: `ほかの自治体（${belonging.found ?? ''}）の行です。取り込む自治体は ${scope?.municipalityName ?? scope?.municipalityCode ?? ''} です。`,
    remedy: 'この自治体の行なら、コードと住所を確認してください。',
  };
}

function noteVenue(row: Row, { found }: Belonging): void {
  row.note(row.cell('city').trim() === '' ? 'address' : 'city', {
    level: 'remark',
    code: 'VENUE_ELSEWHERE',
    message: `所在地は ${found ?? ''} ですが、コードに従いこの自治体の行として採りました。`,
    remedy: '',
  });
}
