import type { Mapping } from './alias.js';
import { build } from './build.js';
import { Carrying } from './carrying.js';
import type { Box } from './cell/point.js';
import type { Built } from './dataset/built.js';
import type { ImportRecord } from './dataset/record.js';
import { isHeaderAgain, mappingBelow } from './header.js';
import { type Fingerprints, Identities } from './identity.js';
import type { RowOutcome } from './outcome.js';
import { Row, type SetAside } from './row.js';
import { type Belonging, belongingOf, type Scope } from './scope.js';
import { rejoined } from './rejoin.js';
import { shapeFault } from './shape.js';
import type { Line } from './table.js';

/** What is known from outside the rows of a file. */
export interface RowSettings {
  readonly reference: { readonly fiscalYear?: number; readonly publishedOn?: string };
  readonly box: Box;
  readonly scope?: Scope;
  /** The numbers of the whole file. */
  readonly numbers: Fingerprints;
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

  /** Reads one line that holds anything. */
  read(written: Line): RowOutcome {
    const { reference, box } = this.#settings;
    const rejoinedLine = rejoined(written, this.#mapping.headers.length);
    const shape = this.#fault(rejoinedLine);
    const line = shape ? rejoinedLine : this.#carrying.fill(rejoinedLine, this.#mapping);
    const near = this.#near === undefined ? {} : { near: this.#near };
    const row = new Row(this.#mapping, line, { reference: { ...reference, ...near }, box });
    const fault = shape ?? (this.#identities.isRepeated(line.cells) ? repeated : undefined);
    if (fault) return setAside(row, fault);
    if (rejoinedLine !== written) noteRejoined(row);
    shortRow(row, { line, mapping: this.#mapping });
    return this.#outcome(row, build(this.#mapping.dataset, row));
  }

  #outcome(row: Row, built: Built): RowOutcome {
    if (!built.record) return setAside(row, built.setAside ?? unbuilt);
    const { scope } = this.#settings;
    const belonging = scope && belongingOf(row, { record: built.record, scope });
    const key = this.#keyOf(row, built);
    // The builder gave everything but the key of one kind of record.
    const record = { ...built.record, key, raw: row.raw(), extra: row.extra() } as ImportRecord;
    if (record.kind === 'event') this.#near = record.occurrences[0]?.date ?? this.#near;
    const fault = built.setAside ?? unreadableName(record) ?? elsewhere(belonging, scope);
    if (fault) return { ...setAside(row, fault), record, ...(belonging ? { belonging } : {}) };
    if (belonging?.by === 'venue') noteVenue(row, belonging);
    const kind = row.notes.some(({ level }) => level !== 'remark') ? 'repaired' : 'taken';
    return { kind, row: row.number, record, notes: row.notes, ...(belonging ? { belonging } : {}) };
  }

  #keyOf(row: Row, { record, identity }: Built): string {
    const { key, isFromNumber } = this.#identities.keyOf(record?.number, identity);
    if (record?.number !== undefined && !isFromNumber) {
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
