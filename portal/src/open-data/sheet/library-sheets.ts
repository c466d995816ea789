// A table: the lists of titles and of reference cases in the headers by which libraries export theirs.
import type { Collection } from '../../collection/walk.js';
import type {
  CollectionReferenceCasesQuery,
  CollectionTitlesQuery,
  TitleFormat,
} from '../../generated/public-graph.js';
import { cellOf } from '../csv/csv-line.js';
import { registerRows } from '../register-rows.js';
import { remarksCell } from '../sample-mark.js';
import { published } from '../sheet.js';

type TitleEdge = NonNullable<NonNullable<CollectionTitlesQuery['titles']>['edges']>[number];
type CaseEdge = NonNullable<
  NonNullable<CollectionReferenceCasesQuery['referenceCases']>['edges']
>[number];
type Title = NonNullable<TitleEdge['node']>;
type Case = NonNullable<CaseEdge['node']>;

const titles: Collection<CollectionTitlesQuery, TitleEdge> = {
  document: 'collection-titles',
  first: 100,
  connectionOf: (data) => data.titles,
};

const cases: Collection<CollectionReferenceCasesQuery, CaseEdge> = {
  document: 'collection-reference-cases',
  first: 100,
  connectionOf: (data) => data.referenceCases,
};

const formatWords: Readonly<Record<TitleFormat, string>> = {
  BOOK: '図書',
  PICTURE_BOOK: '絵本',
  LARGE_PRINT: '大活字本',
  DAISY: 'デイジー録音図書',
  AUDIO_BOOK: '録音図書',
  BRAILLE: '点字資料',
  EBOOK: '電子書籍',
  MAGAZINE: '雑誌',
  AUDIOVISUAL: '視聴覚資料',
  OTHER: 'その他',
};

type Subjects = readonly ({ readonly scheme: string; readonly code: string } | null)[] | null;

const ndcOf = (subjects: Subjects): string[] =>
  (subjects ?? []).flatMap((subject) => (subject?.scheme === 'NDC' ? [subject.code] : []));

const own = '図書館の一覧の見出しによる（標準なし）';

/** 図書・資料一覧: the catalogue, without its copies. */
export const titleSheet = published<Title>({
  name: 'title',
  title: '図書・資料一覧',
  description:
    '図書館の書誌。所蔵と貸出の状況は含みません（グラフでたずねてください）。分類は日本十進分類法のはじめのひとつです。',
  theme: '図書館',
  publisher: 'library',
  filters: [],
  editions: [
    {
      name: 'own',
      title: own,
      columns: [
        ['書誌番号', ({ bibId }) => bibId],
        ['書名', ({ title }) => cellOf(title?.ja)],
        ['書名カナ', ({ title }) => cellOf(title?.kana)],
        ['著者', ({ author }) => cellOf(author?.ja)],
        ['出版者', ({ publisher }) => cellOf(publisher)],
        ['出版年', ({ year }) => cellOf(year)],
        ['ISBN', ({ isbn }) => cellOf(isbn)],
        ['NDC', ({ subjects }) => cellOf(ndcOf(subjects)[0])],
        ['資料形態', ({ format }) => (format ? formatWords[format] : '')],
        ['備考', ({ provenance }) => remarksCell(provenance)],
      ],
    },
  ],
  rows: (reading) => registerRows(titles, reading),
  isSample: ({ provenance }) => provenance?.sample ?? false,
});

/** レファレンス事例一覧: what libraries were asked, and what they answered. */
export const referenceCaseSheet = published<Case>({
  name: 'reference_case',
  title: 'レファレンス事例一覧',
  description: '図書館が質問に答えた事例。質問した人のことは含みません。',
  theme: '図書館',
  publisher: 'library',
  filters: [],
  editions: [
    {
      name: 'own',
      title: own,
      columns: [
        ['管理番号', ({ id }) => id],
        ['質問', ({ question }) => cellOf(question?.ja)],
        ['回答', ({ answer }) => cellOf(answer?.ja)],
        ['回答プロセス', ({ process }) => cellOf(process)],
        ['NDC', ({ subjects }) => cellOf(ndcOf(subjects).join(';'))],
        ['キーワード', ({ keywords }) => cellOf((keywords ?? []).join(';'))],
        ['参考資料', (row) => cellOf(sourcesOf(row).join(';'))],
        ['回答日', ({ answeredOn }) => cellOf(answeredOn)],
        ['提供館', ({ branch }) => cellOf(branch?.name?.ja)],
        ['備考', ({ provenance }) => remarksCell(provenance)],
      ],
    },
  ],
  rows: (reading) => registerRows(cases, reading),
  isSample: ({ provenance }) => provenance?.sample ?? false,
});

/** Sources as written, and those of the catalogue that nobody wrote down, by name and ISBN. */
function sourcesOf({ citations, sources }: Case): string[] {
  const written = citations ?? [];
  const all = written.join('\n').replaceAll('-', '');
  const others = (sources ?? []).flatMap((source) =>
    source?.isbn && !all.includes(source.isbn)
      ? [`『${source.title?.ja ?? ''}』 (${source.isbn})`]
      : [],
  );
  return [...written, ...others];
}
