import type { Desk } from '../desk.js';
import type { Note } from '../download/note.js';
import { sayMoment } from '../language/moment.js';
import { typeTerm } from '../language/type-term.js';
import type { Words } from '../language/words.js';
import type { AnswerTable, TableColumn } from '../table/answer-table.js';
import { stateWord } from './measure-cell.js';
import { type Measure, type Plan, stateOf } from './plan.js';

/** The 101 measures as a table: state, numbers of records, and what is seen first. */
export function coverageTable({ measures, headings }: Plan, { words, address }: Desk): AnswerTable {
  const { language } = address;
  return {
    title: words.coverageTitle,
    columns: columnsIn(words),
    rows: measures.map((measure) => {
      const chapter = measure.code.split('-')[0] ?? '';
      return [
        { value: measure.code },
        { value: measure.title?.ja ?? '' },
        { value: `${chapter} ${headings.get(chapter) ?? ''}` },
        { value: stateWord(stateOf(measure), words) },
        sumOf(measure, 'count'),
        sumOf(measure, 'sample'),
        {
          value: (measure.evidence ?? [])
            .map(({ kind }) => typeTerm(kind ?? '', language))
            .join(', '),
        },
        { value: measure.tier ?? '' },
        { value: (measure.proofs ?? []).join(', ') },
      ];
    }),
  };
}

const columnsIn = (words: Words): TableColumn[] => [
  { key: 'code', label: words.measureCode, kind: 'text' },
  { key: 'title', label: words.measureTitle, kind: 'text' },
  { key: 'chapter', label: words.chapter, kind: 'text' },
  { key: 'state', label: words.measureState, kind: 'text' },
  { key: 'count', label: words.evidenceCount, kind: 'number' },
  { key: 'sample', label: words.evidenceSample, kind: 'number' },
  { key: 'kind', label: words.evidenceKind, kind: 'text' },
  { key: 'tier', label: words.tier, kind: 'text' },
  { key: 'proofs', label: words.measureProofs, kind: 'text' },
];

/** All records of a measure; unknown is not nothing. */
function sumOf({ evidence }: Measure, of: 'count' | 'sample'): AnswerTable['rows'][number][number] {
  if (!evidence) return { value: null, mark: 'MISSING' };
  return { value: evidence.reduce((sum, each) => sum + (each[of]?.value ?? 0), 0) };
}

/** What must go with the table when it leaves the page. */
export const coverageNotes = ({ at, measures }: Plan, words: Words): Note[] => [
  { name: words.noteQuestion, text: words.coverageTitle },
  { name: words.noteDefinition, text: `${words.stateFacts}: ${words.stateFactsMeans}` },
  { name: words.noteDefinition, text: `${words.stateSamples}: ${words.stateSamplesMeans}` },
  { name: words.noteDefinition, text: `${words.stateNothing}: ${words.stateNothingMeans}` },
  { name: words.noteSource, text: words.city },
  { name: words.noteTaken, text: sayMoment(at) },
  { name: words.noteRows, text: measures.length },
  { name: words.noteLink, text: location.href },
];
