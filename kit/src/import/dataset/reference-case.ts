import { personalTraceNames, personalTraces } from '../../text/personal-trace.js';
import { readDate } from '../cell/date.js';
import { readIsbn } from '../cell/isbn.js';
import { readList } from '../cell/list.js';
import { present, type Row, type SetAside } from '../row.js';
import { type Base, type Built, type Keyless, nameless } from './built.js';
import type { ReferenceCaseRecord } from './record.js';

/** Builds the record of a row of reference cases. A row that tells of a private person is set aside: it is to be published. */
export function toReferenceCase(row: Row, base: Base): Built<ReferenceCaseRecord> {
  const [question, answer] = [row.text('question'), row.text('answer')];
  if (question === undefined) return { identity: [], setAside: nameless(row.header('question')) };
  if (answer === undefined) return { identity: [], setAside: nameless(row.header('answer')) };
  const process = row.text('process');
  const found = personalTraces([question, answer, process ?? ''].join('\n'));
  if (found.length > 0) return { identity: [], setAside: personal(found) };
  const citations = linesOf(row.text('sources'));
  const record = present<Keyless<ReferenceCaseRecord>>({
    ...base,
    number: base.number,
    municipalityCode: base.municipalityCode,
    kind: 'reference-case',
    question,
    answer,
    process,
    ndcs: ndcsOf(row),
    keywords: row.read('keywords', readList) ?? [],
    citations,
    isbns: isbnsOf(citations),
    answeredOn: row.read('answeredOn', (cell) => readDate(cell, row.context.reference)),
    branchName: row.text('branch'),
    remarks: row.text('remarks'),
  });
  return { record, identity: [question] };
}

function personal(found: ReturnType<typeof personalTraces>): SetAside {
  const names = found.map((trace) => personalTraceNames[trace]).join('、');
  return {
    code: 'PERSONAL_TRACE',
    message: `個人が分かる記述（${names}）があるため、公開する事例として取り込みません。`,
    remedy: '質問・回答・回答プロセスから個人が分かる記述を除いてください。',
  };
}

/** Sources stand one on a line or between semicolons, but for catalogues that put none between them. */
function linesOf(text: string | undefined): string[] {
  const lines = (text ?? '').split(/[\n;；]/u).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))].map((line) => line.slice(0, 200));
}

function isbnsOf(citations: readonly string[]): string[] {
  const written = citations.flatMap(
    (line) => line.normalize('NFKC').match(/(?:97[89][-\s]?)?(?:\d[-\s]?){9}[\dXx](?!\d)/g) ?? [],
  );
  const read = written.map((isbn) => readIsbn(isbn).value);
  return [...new Set(read.filter((isbn) => isbn !== undefined))];
}

function ndcsOf(row: Row): string[] {
  const codes =
    row
      .text('ndc')
      ?.normalize('NFKC')
      .match(/\d{1,3}(?:\.\d+)?/g) ?? [];
  return [...new Set(codes)];
}
