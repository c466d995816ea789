import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import type { Text } from '../text.js';
import { addDays, todayInTokyo } from '../tokyo-day.js';
import { fiscalYearOf } from './fiscal-year.js';
import { sampleOf, type Sourced } from './sourced.js';

/** Money given to a sample circle (補助金). */
export interface GrantRow extends Sourced {
  id: string;
  title: Text;
  program: string;
  fiscalYear: number;
  amountYen: number;
  purpose: Text;
  groupId: string;
  measureCode: string;
}

/** One thing by which a grant is measured. */
export interface OutcomeRow {
  indicator: string;
  unit: string;
  target: number;
  actual: number;
}

/** What a sample circle reported of a grant (報告書). */
export interface GrantReportRow extends Sourced {
  id: string;
  grantId: string;
  submittedOn: string;
  summary: Text;
  spentYen: number;
  outcomes: OutcomeRow[];
}

/** Promises the id of the grant with this key. */
export const grantId = (key: string): string => opaqueId('grant', key);

/** Promises ten invented grants of this fiscal year and the last. */
export const grants = (today: string = todayInTokyo()): GrantRow[] =>
  rowsOf('grants', (line) => ({
    id: grantId(line.text('key')),
    title: { ja: line.text('title') },
    program: line.text('program'),
    fiscalYear: fiscalYearOf(today) - line.number('yearsAgo'),
    amountYen: line.number('amountYen'),
    purpose: { ja: line.text('purpose') },
    groupId: opaqueId('group', line.text('group')),
    measureCode: line.text('measure'),
    ...sampleOf(today),
  }));

const outcomeOf = (written: string): OutcomeRow => {
  const [indicator = '', unit = '', target, actual] = written.split('|');
  return { indicator, unit, target: Number(target), actual: Number(actual) };
};

/** Promises what was reported of some of these grants, with figures that anyone can compare. */
export const grantReports = (today: string = todayInTokyo()): GrantReportRow[] =>
  rowsOf('grant-reports', (line) => ({
    id: opaqueId('grant-report', line.text('key')),
    grantId: grantId(line.text('grant')),
    submittedOn: addDays(today, -line.number('submittedDaysAgo')),
    summary: { ja: line.text('summary') },
    spentYen: line.number('spentYen'),
    outcomes: line.list('outcomes').map(outcomeOf),
    ...sampleOf(today),
  }));
