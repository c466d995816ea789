import { draw, numberOf } from '../draw.js';
import { opaqueId } from '../opaque-id.js';
import { todayInTokyo } from '../tokyo-day.js';
import { facilities } from './facilities.js';
import { monthAfter } from './lottery-windows.js';
import { sampleOf, type Sourced } from './sourced.js';

/** A number that a department reports of one month (月次実績報告). */
export interface ReportedCountRow extends Sourced {
  id: string;
  department: string;
  facilityCode: string | null;
  /** YYYY-MM. */
  month: string;
  measure: 'PARTICIPANTS' | 'LOANS' | 'VISITS';
  ageBand: string | null;
  count: number;
}

const monthsTold = 24;

/** Ages as the statistics band them, with how many of a hundred come from each. */
const bands: readonly (readonly [band: string, share: number])[] = [
  ['0-5', 6],
  ['6-11', 12],
  ['12-14', 3],
  ['15-17', 2],
  ['18-64', 42],
  ['65+', 35],
];

interface Reporter {
  readonly department: string;
  readonly type: string;
  readonly measure: ReportedCountRow['measure'];
  /** People of an ordinary month at one facility. */
  readonly about: number;
}

const reporters: readonly Reporter[] = [
  { department: 'library', type: 'LIBRARY', measure: 'LOANS', about: 9_000 },
  { department: 'library', type: 'LIBRARY', measure: 'VISITS', about: 6_000 },
  { department: 'library', type: 'LIBRARY', measure: 'PARTICIPANTS', about: 60 },
  { department: 'kominkan', type: 'KOMINKAN', measure: 'VISITS', about: 1_500 },
  { department: 'kominkan', type: 'KOMINKAN', measure: 'PARTICIPANTS', about: 140 },
];

/** Promises composed numbers of the 24 months that are over, some of them small enough to be held back. */
export const reportedCounts = (today: string = todayInTokyo()): ReportedCountRow[] => {
  const months = Array.from({ length: monthsTold }, (_, at) =>
    monthAfter(today.slice(0, 7), at - monthsTold),
  );
  return reporters.flatMap((reporter) =>
    facilities()
      .filter(({ type }) => type === reporter.type)
      .flatMap(({ code }) =>
        months.flatMap((month) => bands.map((band) => countOf(reporter, { code, month, band }))),
      ),
  );
};

function countOf(
  { department, measure, about }: Reporter,
  {
    code,
    month,
    band: [ageBand, share],
  }: { code: string; month: string; band: readonly [string, number] },
): ReportedCountRow {
  const key = `${department} ${code} ${month} ${measure} ${ageBand}`;
  // Between half and one and a half times of what is usual.
  const swing = 50 + draw(101, numberOf(key), 1);
  return {
    id: opaqueId('reported-count', key),
    department,
    facilityCode: code,
    month,
    measure,
    ageBand,
    count: Math.round((about * share * swing) / 10_000),
    ...sampleOf(`${month}-01`),
  };
}
