import type { PlacedSecret } from '@manabi/plan/disclosure/seen-tables.builder';
import type { CubedMeasure } from '@manabi/plan/people/people-cubes';
import { leftInSteps } from '@manabi/kit/vocabulary/seats';

import type { TestCity } from '../open-test-city.js';
import type { Anybody } from './anybody.js';

/** The people behind all tables of samples, as the plan's database keeps those of closed months. */
export function peopleOfSamples(city: TestCity, measure: CubedMeasure): Promise<PlacedSecret[]> {
  return city.sql<PlacedSecret>(
    'plan',
    `select a.month, a.groups, a.value as truth, a.low, coalesce(a.high::float8, 'Infinity') as high
     from statistic_atom a join statistic_period p on p.measure = a.measure and p.sample = a.sample
       and p.period = a.month and p.since = a.since and p.until is null
     where a.measure = $1 and a.sample order by a.month, a.place`,
    [measure],
  );
}

interface Edge {
  readonly department: string;
  readonly startsAt: string;
  readonly seats: { capacity: number; left: number | null; waiting: number | null } | null;
}

interface Page {
  readonly opportunities: {
    readonly edges: readonly Edge[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

/**
 * How many people the lists leave possible: for each department and month, the least that applied to all that began then,
 * as anybody adds it up from every list.
 */
export async function leastByLists(anybody: Anybody): Promise<Map<string, number>> {
  const least = new Map<string, number>();
  for (let after: string | null = null; ;) {
    // The document says the shape.
    const { opportunities } = (await anybody.ask(pages, { after })) as Page;
    for (const { department, startsAt, seats } of opportunities.edges) {
      if (seats?.capacity == null || seats.left === null) continue;
      const name = `${department} ${monthOf(startsAt)}`;
      least.set(name, (least.get(name) ?? 0) + leastOf(seats.capacity, seats.left, seats.waiting));
    }
    if (!opportunities.pageInfo.hasNextPage) return least;
    after = opportunities.pageInfo.endCursor;
  }
}

const pages = `query ($after: String) { opportunities(first: 100, after: $after,
    filter: { includePast: true, standing: SAMPLE }) {
  edges { department startsAt seats { capacity left waiting } } pageInfo { hasNextPage endCursor } } }`;

const monthOf = (startsAt: string): string =>
  new Date(Date.parse(startsAt) + 9 * 3_600_000).toISOString().slice(0, 7);

/** By trying every number that looks the same. */
function leastOf(capacity: number, left: number, waiting: number | null): number {
  const taken = Array.from({ length: capacity + 1 }, (_, each) => each);
  const first = taken.find((each) => leftInSteps(capacity - each, capacity) === left) ?? 0;
  return first + (waiting ?? 0);
}
