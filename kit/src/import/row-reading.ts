import type { Mapping } from './alias.js';
import { build } from './build.js';
import type { Box } from './cell/point.js';
import type { Built } from './dataset/built.js';
import type { ImportRecord } from './dataset/record.js';
import { isHeaderAgain, mappingBelow } from './header.js';
import { type Fingerprints, Identities } from './identity.js';
import type { RowOutcome } from './read.js';
import { Row, type SetAside } from './row.js';
import { type Belonging, belongingOf, type Scope } from './scope.js';
import type { Line } from './table.js';

/** What is known from outside the rows of a file. */
export interface RowSettings {
  readonly reference: { readonly fiscalYear?: number; readonly publishedOn?: string };
  readonly box: Box;
  readonly scope?: Scope;
  /** The numbers of the whole file. */
  readonly numbers: Fingerprints;
}

const footer =
  /^(?:[※＊*注]|(?:注|備考|出典|資料|作成|問合せ|お問い合わせ|以上|凡例)(?:\d|[:：）)]|$))/u;
const total = /^(?:合計|総計|小計|計|総数|市計|市合計|全市|全域|男女計|合計\(.*\))$/u;

/** Turns the lines below a header into outcomes, one for each. */
export class RowReading {
  readonly #settings: RowSettings;
  readonly #identities: Identities;
  #mapping: Mapping;
  #near: string | undefined;

  constructor(mapping: Mapping, settings: RowSettings) {
    this.#mapping = mapping;
    this.#settings = settings;
    this.#identities = new Identities(settings.numbers);
  }

  /** Reads one line that holds anything. */
  read(line: Line): RowOutcome {
    const { reference, box } = this.#settings;
    const near = this.#near === undefined ? {} : { near: this.#near };
    const row = new Row(this.#mapping, line, { reference: { ...reference, ...near }, box });
    const shape = this.#shapeFault(line);
    if (shape) return setAside(row, shape);
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
    const fault = built.setAside ?? elsewhere(belonging, scope);
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

  /** Why a line is no record at all: the header again, a note below the table, a total, cells beyond the header, the same row again. */
  #shapeFault({ cells, row }: Line): SetAside | undefined {
    const { headers } = this.#mapping;
    if (isHeaderAgain(cells, headers)) {
      // A table glued below with its columns in another order is read by its own header.
      this.#mapping = mappingBelow(cells, this.#mapping);
      return {
        code: 'HEADER_REPEATED',
        message: '見出しが表の途中にもう一度あります。',
        remedy: '表の途中の見出し行を削除してください。',
      };
    }
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const first = (filled[0] ?? '').normalize('NFKC').replaceAll(/\s/g, '');
    if (
      filled.length <= 2 &&
      headers.length > 3 &&
      (footer.test(first) || (filled.length === 1 && first.length > 24))
    ) {
      return {
        code: 'FOOTER',
        message: `表の注記とみなしました:「${first.slice(0, 60)}」`,
        remedy: '',
      };
    }
    if (
      filled.slice(0, 6).some((cell) => total.test(cell.normalize('NFKC').replaceAll(/\s/g, ''))) &&
      !this.#hasName(cells)
    ) {
      return { code: 'TOTAL_ROW', message: '合計の行とみなしました。', remedy: '' };
    }
    if (cells.slice(headers.length).some((cell) => cell.trim() !== ''))
      return tooLong(cells.length, headers.length);
    return this.#identities.isRepeated(cells)
      ? {
          code: 'ROW_REPEATED',
          message: `${row}行目は、前の行とすべての列が同じです。`,
          remedy: '重複した行を削除してください。',
        }
      : undefined;
  }

  /** Whether the column that names a record holds a name that is no total. */
  #hasName(cells: readonly string[]): boolean {
    const places = ['name', 'title', 'areaName'].flatMap(
      (column) => this.#mapping.columns.get(column) ?? [],
    );
    return places.some((place) => {
      const name = (cells[place] ?? '').normalize('NFKC').replaceAll(/\s/g, '');
      return name !== '' && !total.test(name);
    });
  }
}

const unbuilt: SetAside = {
  code: 'ROW_UNREADABLE',
  message: '行を読めません。',
  remedy: '行の内容を確認してください。',
};

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

function tooLong(found: number, expected: number): SetAside {
  return {
    code: 'ROW_TOO_LONG',
    message: `列が${found}個あり、見出しの${expected}個より多いため、どの値がどの列か決められません。`,
    remedy: '値の中の区切り文字を「"」で囲んでください。',
  };
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
