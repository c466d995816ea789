import { Problem } from '@manabi/kit/problem';
import type { Count } from '@manabi/kit/value/count';
import type { Provenance } from '@manabi/kit/value/provenance';

import type { BandCount } from './population.entity.js';

/** Ages in years, both ends included; no upper end when `max` is null. */
export interface AgeBand {
  readonly min: number;
  readonly max: number | null;
}

/** People of one band as a register cut it, both sexes together. */
export interface CountedBand extends AgeBand {
  readonly count: number;
  readonly sample: boolean;
  readonly asOf: string | null;
  readonly provenance: Provenance;
}

/** Age bands that one question asks for at most. */
const mostBands = 20;

/** Reads bands such as 0-5 and 65+. Refuses what is none, and too many. */
export function ageBands(written: readonly string[]): AgeBand[] {
  if (written.length <= mostBands) return written.map(ageBand);
  throw new Problem(
    'BAD_USER_INPUT',
    `${written.length} age bands were asked for; ${mostBands} are the most. Ask for fewer.`,
  );
}

function ageBand(written: string): AgeBand {
  const match = /^(\d{1,3})(?:-(\d{1,3})|\+)$/.exec(written);
  const band = match && { min: Number(match[1]), max: match[2] ? Number(match[2]) : null };
  if (band && (band.max === null || band.max >= band.min)) return band;
  throw new Problem(
    'BAD_USER_INPUT',
    `"${written.slice(0, 20)}" is no age band. Write years as 0-5 or 65+.`,
  );
}

const wordsOf = ({ min, max }: AgeBand): string => (max === null ? `${min}+` : `${min}-${max}`);

/**
 * Counts the people of each wanted band, or of each band of the register when none is wanted. Samples count only
 * where there is nothing official.
 */
export function bandCounts(
  counted: readonly CountedBand[],
  wanted: readonly AgeBand[] | null,
): BandCount[] {
  const official = counted.filter(({ sample }) => !sample);
  const rows = (official.length > 0 ? official : [...counted]).sort(
    (one, other) => one.min - other.min || (other.max ?? Infinity) - (one.max ?? Infinity),
  );
  return (wanted ?? rows).map((band) => {
    const { within, isExact } = fill(band, rows);
    const count: Count = { value: within.reduce((sum, row) => sum + row.count, 0), isExact };
    const [first] = within.toSorted((one, other) =>
      (one.asOf ?? '') < (other.asOf ?? '') ? -1 : 1,
    );
    return {
      band: wordsOf(band),
      count: first ? count : null,
      asOf: first?.asOf ?? null,
      provenance: first?.provenance ?? null,
    };
  });
}

/** The register's bands that lie in a wanted one, none twice, and whether they leave no gap in it. */
function fill(
  { min, max }: AgeBand,
  rows: readonly CountedBand[],
): { within: CountedBand[]; isExact: boolean } {
  const within: CountedBand[] = [];
  const end = max ?? Infinity;
  let next = min;
  let isExact = true;
  for (const row of rows) {
    if (row.min < next || (row.max ?? Infinity) > end) continue;
    if (row.min > next) isExact = false;
    within.push(row);
    next = (row.max ?? Infinity) + 1;
  }
  return { within, isExact: isExact && next >= end + 1 };
}
