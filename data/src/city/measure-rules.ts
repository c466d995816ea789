import { rowsOf } from '../table.js';

/** That what is offered and fits all that is said here carries out a measure; what is null or empty does not restrict. */
export interface MeasureRuleRow {
  measureCode: string;
  /** Name of the type in the graph. */
  kind: string | null;
  /** A classification and the beginning of a code in it. */
  subject: { scheme: string; prefix: string } | null;
  audience: string | null;
  /** Code of the department that answers for it. */
  department: string | null;
  /** One of these stands in its name. */
  words: string[];
}

const subjectOf = (written: string | null): MeasureRuleRow['subject'] => {
  const [scheme = '', prefix = ''] = (written ?? '').split(':');
  return written === null ? null : { scheme, prefix };
};

/** Promises the rules by which offers of a real city, which nobody linked by hand, stand for measures; for review as they are. */
export const measureRules = (): MeasureRuleRow[] =>
  rowsOf('measure-rules', (line) => ({
    measureCode: line.text('measure'),
    kind: line.maybe('kind'),
    subject: subjectOf(line.maybe('subject')),
    audience: line.maybe('audience'),
    department: line.maybe('department'),
    words: line.list('words'),
  }));
