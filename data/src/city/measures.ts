import { rowsOf } from '../table.js';
import { text, type Text } from '../text.js';
import { type Sourced, sourced } from './sourced.js';

/** The levels of the plan: 章, 節, 施策の柱, 施策・事業. */
export const MEASURE_LEVELS = ['CHAPTER', 'SECTION', 'GROUP', 'MEASURE'] as const;

/** A heading or a measure (施策・事業) of the city's lifelong learning plan. */
export interface MeasureRow extends Sourced {
  code: string;
  level: (typeof MEASURE_LEVELS)[number];
  title: Text;
  parentCode: string | null;
  /** Departments that answer for it, the writer first; empty above the level MEASURE. */
  departmentCodes: string[];
  /** A: the graph serves it fully; B: by data, someone else acts; C: organisational, evidence only. */
  tier: 'A' | 'B' | 'C' | null;
  /** What a person sees of it in the graph; null above the level MEASURE. */
  sees: Text | null;
  /** Kinds of records that stand for it whoever keeps them, each with the beginning of a word that they must have. */
  evidence: { kind: string; word: string | null }[];
  /** Ids of the proof queries that show the measure works, such as P1. */
  proofs: string[];
}

const seenIn = (ja: string | null): Text | null => (ja === null ? null : { ja });

const ruleOf = (written: string): { kind: string; word: string | null } => {
  const [kind = '', word] = written.split('=');
  return { kind, word: word ?? null };
};

/** Promises the whole structure of the plan: 45 headings and the 101 measures. */
export const measures = (): MeasureRow[] =>
  rowsOf('measures', (line) => ({
    code: line.text('code'),
    level: line.oneOf('level', MEASURE_LEVELS),
    title: text(line.text('title'), { kana: null, plain: null, en: line.maybe('en') }),
    parentCode: line.maybe('parent'),
    departmentCodes: line.list('departments'),
    tier: line.maybe('tier') === null ? null : line.oneOf('tier', ['A', 'B', 'C']),
    proofs: line.list('proofs'),
    sees: seenIn(line.maybe('sees')),
    evidence: line.list('evidence').map(ruleOf),
    ...sourced(line),
  }));
