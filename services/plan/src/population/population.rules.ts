import { refusedInput } from '@manabi/kit/refused-input';
import type { Count } from '@manabi/kit/value/count';
import type { Provenance } from '@manabi/kit/value/provenance';

import type { BandCount } from './population.entity.js';

/** Ages in years, both ends included; no upper end when `max` is null. */
export interface AgeBand {
  readonly min: number;
  readonly max: number | null;
}

/** People of one band as a register cut it, both sexes together, and each where it tells them apart. */
export interface CountedBand extends AgeBand {
  readonly count: number;
  readonly male: number | null;
  readonly female: number | null;
  readonly sample: boolean;
  readonly asOf: string | null;
  readonly provenance: Provenance;
}

/** Age bands that one question asks for at most. */
const mostBands = 20;

/** Reads bands such as 0-5 and 65+. Refuses what is none, and too many. */
export function ageBands(written: readonly string[]): AgeBand[] {
  if (written.length <= mostBands) return written.map(ageBand);
  throw refusedInput(
    `${written.length} age bands were asked for; ${mostBands} are the most. Ask for fewer.`,
    { argument: 'ageBands', reason: 'ENTRIES_OUT_OF_RANGE', most: mostBands },
  );
}

function ageBand(written: string): AgeBand {
  const match = /^(\d{1,3})(?:-(\d{1,3})|\+)$/.exec(written);
  const band = match && { min: Number(match[1]), max: match[2] ? Number(match[2]) : null };
  if (band && (band.max === null || band.max >= band.min)) return band;
  throw refusedInput(`"${written.slice(0, 20)}" is no age band. Write years as 0-5 or 65+.`, {
    argument: 'ageBands',
    reason: 'MALFORMED',
  });
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
    const sum = (of: 'count' | 'male' | 'female') =>
      sumOf(
        within.map((row) => row[of]),
        isExact,
      );
    const [first] = within.toSorted((one, other) =>
      (one.asOf ?? '') < (other.asOf ?? '') ? -1 : 1,
    );
    return {
      band: wordsOf(band),
      count: sum('count'),
      male: sum('male'),
      female: sum('female'),
      asOf: first?.asOf ?? null,
      provenance: first?.provenance ?? null,
    };
  });
}

/** All counts together; null where one of them is not told, and where there is none. */
function sumOf(counts: readonly (number | null)[], isExact: boolean): Count | null {
  const told = counts.filter((count) => count !== null);
  if (told.length === 0 || told.length < counts.length) return null;
  return { value: told.reduce((sum, count) => sum + count, 0), isExact };
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
