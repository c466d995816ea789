import { readIsbn } from '../cell/isbn.js';
import { readWhole } from '../cell/number.js';
import { type Reading, refused } from '../cell/reading.js';
import { readUrl } from '../cell/url.js';
import { eraYear } from '../cell/calendar.js';
import { present, type Row } from '../row.js';
import { type Base, type Built, joined, type Keyless, nameless } from './built.js';
import { readBibliography } from './bibliography.js';
import type { TitleRecord } from './record.js';

/** Builds the record of a row of a book list; a single column of bibliography is taken apart, and that is said. */
export function toTitle(row: Row, base: Base): Built<TitleRecord> {
  const whole = row.read('bibliography', readBibliography);
  const title = row.text('title') ?? whole?.title;
  if (title === undefined)
    return { identity: [], setAside: nameless(row.header('title') || row.header('bibliography')) };
  const author = row.text('author');
  const record = present<Keyless<TitleRecord>>({
    ...base,
    number: base.number,
    municipalityCode: base.municipalityCode,
    kind: 'title',
    bibId: row.text('bibId'),
    format: row.text('format'),
    title,
    titleKana: row.text('titleKana'),
    subtitle: row.text('subtitle'),
    volume: row.text('volume'),
    series: row.text('series') ?? whole?.series,
    authors: author === undefined ? (whole?.authors ?? []) : authorsOf(author),
    publisher: row.text('publisher') ?? whole?.publisher,
    publishedYear: row.read('published', readYear) ?? whole?.publishedYear,
    isbn: row.read('isbn', readIsbn),
    ...classOf(row),
    callNumber: row.text('callNumber'),
    loans: row.read('loans', readWhole),
    rank: row.read('rank', readWhole),
    url: row.read('url', readUrl),
    remarks: joined(row.text('remarks'), row.proseOf('published', 'loans')),
  });
  const identity =
    record.isbn === undefined
      ? [title, record.volume ?? '', record.authors.join(';'), String(record.publishedYear ?? '')]
      : [record.isbn];
  return { record, identity };
}

/** The year of publication as catalogues write it: 1986, [1990], 1994.11, c2001, 昭和61. */
function readYear(cell: string): Reading<number> {
  const raw = cell.trim();
  const text = raw.normalize('NFKC').replaceAll(/[[\]()?\s©c]/g, '');
  const western = /^(?:約)?(1[5-9]\d{2}|20\d{2}|21\d{2})(?:[年./-].*)?$/u.exec(text)?.[1];
  if (western !== undefined) return { value: Number(western), repairs: [] };
  const era = /^(明治|大正|昭和|平成|令和|[MTSHR])(\d{1,2}|元)/iu.exec(text);
  const year =
    era?.[1] && era[2] ? eraYear(era[1], era[2] === '元' ? 1 : Number(era[2])) : undefined;
  if (year)
    return {
      value: year.year,
      repairs: [{ code: 'DATE_FORM', message: `「${raw}」を ${year.year} 年と読みました。` }],
    };
  if (raw === '') return { repairs: [] };
  return refused(raw, {
    code: 'YEAR_UNREADABLE',
    message: `「${raw}」を出版年として読めません。`,
    remedy: '西暦4桁で入力してください。',
  });
}

/** NDL writes "姓, 名, 生年-"; several authors are parted by ; or ／ and roles stand behind. */
function authorsOf(text: string): string[] {
  return text
    .split(/[;；／/]+/u)
    .map((author) =>
      author
        .replace(/^\s*([^,]+),\s*([^,]+?)(?:,\s*\d{4}-(?:\d{4})?)?\s*$/u, '$1 $2')
        .replace(/\s+(?:共?[著編訳作絵文]|編著|監修|編集|写真|さく|え|ぶん)\s*$/u, '')
        .trim(),
    )
    .filter(
      (author) =>
        author !== '' && !/^(?:著|編|訳|作|絵|文|監修|編著|共著|さく|え|ぶん)$/u.test(author),
    );
}

function classOf(row: Row): { ndc: string | undefined; localClass: string | undefined } {
  const text = row
    .text('ndc')
    ?.normalize('NFKC')
    .replace(/^NDC\d*[:\s]*/iu, '');
  const isNdc = text !== undefined && /^\d{1,3}(?:\.\d+)?$/.test(text);
  return { ndc: isNdc ? text : undefined, localClass: isNdc ? undefined : text };
}
