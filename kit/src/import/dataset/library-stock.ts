import { readDate } from '../cell/date.js';
import { readIsbn } from '../cell/isbn.js';
import { readList } from '../cell/list.js';
import { readWhole } from '../cell/number.js';
import { readUrl } from '../cell/url.js';
import { numberIn } from '../identity.js';
import { present, type Row, type SetAside } from '../row.js';
import { type Base, type Built, type Keyless, nameless } from './built.js';
import { type ClosedWords, closedWordOf } from './closed-word.js';
import type { BookSetRecord, CopyRecord, DigitalItemRecord } from './library.record.js';

const statuses: ClosedWords<CopyRecord['status']> = [
  [/貸出中|貸出$|LENT/u, 'LENT'],
  [/取置|予約棚|予約|RESERVED/u, 'RESERVED'],
  [/回送|移送|搬送|IN_TRANSIT/u, 'IN_TRANSIT'],
  [/館内|禁帯出|貸出不可|REFERENCE_ONLY/u, 'REFERENCE_ONLY'],
  [/修理|製本|利用不可|REPAIR/u, 'REPAIR'],
  [/在架|在庫|利用可|貸出可|ON_SHELF/u, 'ON_SHELF'],
  [/不明|UNKNOWN/u, 'UNKNOWN'],
];

/** Builds the record of a row of copies. A row without branch, or without ISBN and number of a title, is set aside. */
export function toCopy(row: Row, base: Base): Built<CopyRecord> {
  const branch = row.text('branch');
  if (branch === undefined) return { identity: [], setAside: nameless(row.header('branch')) };
  const isbn = row.read('isbn', readIsbn);
  const title = numberIn(row.cell('title')) || undefined;
  if (isbn === undefined && title === undefined) return { identity: [], setAside: untitled };
  const dayOf = (column: string) =>
    row.read(column, (cell) => readDate(cell, row.context.reference));
  const record = present<Keyless<CopyRecord>>({
    ...base,
    number: base.number,
    municipalityCode: base.municipalityCode,
    kind: 'copy',
    isbn,
    title,
    branch,
    status: closedWordOf(row, 'status', statuses) ?? 'UNKNOWN',
    dueOn: dayOf('dueOn'),
    callNumber: row.text('callNumber'),
    checkedOn: dayOf('checkedOn'),
    remarks: row.text('remarks'),
  });
  return { record, identity: [isbn ?? title ?? '', branch] };
}

const schoolSubjects: ClosedWords<BookSetRecord['schoolSubject']> = [
  [/国語|JAPANESE/u, 'JAPANESE'],
  [/社会|地理|歴史|公民|SOCIAL_STUDIES/u, 'SOCIAL_STUDIES'],
  [/算数|数学|MATHEMATICS/u, 'MATHEMATICS'],
  [/理科|SCIENCE/u, 'SCIENCE'],
  [/生活|LIFE/u, 'LIFE'],
  [/音楽|MUSIC/u, 'MUSIC'],
  [/図工|図画|美術|ART/u, 'ART'],
  [/家庭|技術|HOME_ECONOMICS/u, 'HOME_ECONOMICS'],
  [/体育|保健|HEALTH/u, 'HEALTH'],
  [/外国語|英語|ENGLISH/u, 'ENGLISH'],
  [/道徳|MORALS/u, 'MORALS'],
  [/総合|INTEGRATED/u, 'INTEGRATED'],
];

/** Builds the record of a row of sets of books. A row without a name is set aside; grades and days out of order are left out, and told. */
export function toBookSet(row: Row, base: Base): Built<BookSetRecord> {
  const name = row.text('name');
  if (name === undefined) return { identity: [], setAside: nameless(row.header('name')) };
  const dayOf = (column: string) =>
    row.read(column, (cell) => readDate(cell, row.context.reference));
  const gradeFrom = gradeOf(row, 'gradeFrom');
  const gradeTo = gradeOf(row, 'gradeTo') ?? gradeFrom;
  const [from, until] = [dayOf('bookableFrom'), dayOf('bookableUntil')];
  const record = present<Keyless<BookSetRecord>>({
    ...base,
    number: base.number,
    municipalityCode: base.municipalityCode,
    kind: 'book-set',
    name,
    nameKana: row.text('nameKana'),
    schoolSubject: closedWordOf(row, 'schoolSubject', schoolSubjects),
    unit: row.text('unit'),
    ...inOrder(row, 'gradeTo', { gradeFrom, gradeTo }),
    copies: row.read('copies', readWhole) || undefined,
    loanDays: row.read('loanDays', readWhole) || undefined,
    ...inOrder(row, 'bookableUntil', { bookableFrom: from, bookableUntil: until }),
    howToApply: row.text('howToApply'),
    branch: row.text('branch'),
    ndcs: ndcsOf(row),
    isbns: isbnsOf(row),
    remarks: row.text('remarks'),
  });
  return { record, identity: [name] };
}

const types: ClosedWords<DigitalItemRecord['type']> = [
  [/写真|PHOTOGRAPH/u, 'PHOTOGRAPH'],
  [/地図|絵図|MAP/u, 'MAP'],
  [/文書|記録|日記|DOCUMENT/u, 'DOCUMENT'],
  [/絵画|絵はがき|絵葉書|PICTURE/u, 'PICTURE'],
  [/図書|冊子|BOOK/u, 'BOOK'],
  [/音声|録音|SOUND/u, 'SOUND'],
  [/映像|動画|FILM/u, 'FILM'],
  [/その他|OTHER/u, 'OTHER'],
];

const rights: ClosedWords<DigitalItemRecord['rights']> = [
  [/満了|パブリックドメイン|PDM|CC0|PUBLIC_DOMAIN/u, 'PUBLIC_DOMAIN'],
  [/オープン|CC[ -]?BY|OPEN_LICENCE/u, 'OPEN_LICENCE'],
  [/許諾|要申請|ASK_FIRST/u, 'ASK_FIRST'],
  [/閲覧|VIEW_ONLY/u, 'VIEW_ONLY'],
  [/不明|UNKNOWN/u, 'UNKNOWN'],
];

/** Builds the record of a row of digitised items. A row without a title is set aside. */
export function toDigitalItem(row: Row, base: Base): Built<DigitalItemRecord> {
  const title = row.text('title');
  if (title === undefined) return { identity: [], setAside: nameless(row.header('title')) };
  const record = present<Keyless<DigitalItemRecord>>({
    ...base,
    number: base.number,
    municipalityCode: base.municipalityCode,
    kind: 'digital-item',
    title,
    titleKana: row.text('titleKana'),
    type: closedWordOf(row, 'type', types) ?? 'OTHER',
    creator: row.text('creator'),
    description: row.text('description'),
    madeIn: row.text('madeIn'),
    year: row.read('year', readWhole),
    rights: closedWordOf(row, 'rights', rights) ?? 'UNKNOWN',
    rightsNote: row.text('rightsNote'),
    url: row.read('url', readUrl),
    imageUrl: row.read('imageUrl', readUrl),
    branch: row.text('branch'),
    heritage: row.read('heritage', readList) ?? [],
    ndcs: ndcsOf(row),
    remarks: row.text('remarks'),
  });
  return { record, identity: [title, record.madeIn ?? ''] };
}

/** A grade from 1 to 12; another number is told and left out. */
function gradeOf(row: Row, column: string): number | undefined {
  const grade = row.read(column, readWhole);
  if (grade === undefined || (grade >= 1 && grade <= 12)) return grade;
  row.note(column, {
    level: 'problem',
    code: 'GRADE_UNKNOWN',
    message: `「${row.cell(column)}」は学年として読めません。`,
    remedy: '1から6は小学校、7から9は中学校、10から12は高校として数字で書いてください。',
  });
  return undefined;
}

/** Two ends of a stretch, or neither where the second lies before the first. */
function inOrder<Value, Name extends string>(
  row: Row,
  column: string,
  ends: Record<Name, Value | undefined>,
): Record<Name, Value | undefined> | Record<string, never> {
  const [first, second] = Object.values<Value | undefined>(ends);
  if (first == null || second == null || first <= second) return ends;
  row.note(column, {
    level: 'problem',
    code: 'ENDS_DISORDERED',
    message: `「${row.header(column)}」が初めより前です。`,
    remedy: '初めと終わりの順を確かめてください。',
  });
  return {};
}

function ndcsOf(row: Row): string[] {
  const codes =
    row
      .text('subjects')
      ?.normalize('NFKC')
      .match(/\d{1,3}(?:\.\d+)?/g) ?? [];
  return [...new Set(codes)];
}

function isbnsOf(row: Row): string[] {
  const written = row.read('isbns', readList) ?? [];
  return [...new Set(written.flatMap((isbn) => readIsbn(isbn).value ?? []))];
}

const untitled: SetAside = {
  code: 'COPY_WITHOUT_TITLE',
  message: 'ISBNも書誌IDも読めません。',
  remedy: 'ISBNか、図書・資料一覧の番号を書いてください。',
};
