import type { PublishedOpportunity } from '@manabi/kit/opportunity/opportunity.published';
import { openTestService, testNow } from '@manabi/kit/testing/test-service';
import { ApplicationState, applicationState } from '@manabi/kit/vocabulary/application-state';
import { SelectionMethod } from '@manabi/kit/vocabulary/selection';
import { sql } from '@mikro-orm/postgresql';
import { expect, test } from 'vitest';

import { center } from '../service.js';
import { stateAt } from './state.search.js';
import { aTold, takeIn } from './told.builder.js';

const day = 24 * 3_600_000;
const moments = [null, ...[-2, 0, 2].map((days) => new Date(testNow.getTime() + days * day))];
const methods = [null, ...Object.values(SelectionMethod)];
const places = [
  {},
  { capacity: 10 },
  { capacity: 10, taken: 9 },
  { capacity: 10, taken: 10 },
  { capacity: 0, taken: 0 },
  { taken: 3 },
];

function everyCombination(): Partial<PublishedOpportunity>[] {
  const told = (moment: Date | null) => moment?.toISOString() ?? null;
  return moments.flatMap((opens) =>
    moments.flatMap((closes) =>
      moments.flatMap((ends) =>
        [null, testNow].flatMap((cancelled) =>
          methods.flatMap((method) =>
            places.map((seats) =>
              Object.assign({}, seats, {
                applyOpensAt: told(opens),
                applyClosesAt: told(closes),
                startsAt: null,
                endsAt: told(ends),
                cancelledAt: told(cancelled),
                selection: method && { method },
              }),
            ),
          ),
        ),
      ),
    ),
  );
}

function stateOf(data: Partial<PublishedOpportunity>): ApplicationState {
  const moment = (text: string | null | undefined) => (text ? new Date(text) : null);
  return applicationState(
    {
      applyOpensAt: moment(data.applyOpensAt),
      applyClosesAt: moment(data.applyClosesAt),
      endsAt: moment(data.endsAt),
      cancelledAt: moment(data.cancelledAt),
      selection: data.selection ?? null,
      capacity: data.capacity ?? null,
      taken: data.taken ?? null,
    },
    testNow,
  );
}

test('the database and the rule agree on whether one can apply, in every combination of facts', async () => {
  const { em } = await openTestService(center);
  const facts = everyCombination();
  await takeIn(
    em(),
    facts.map((given, place) => aTold(String(place), given)),
  );

  const rows = await em().execute<{ id: string; state: string }[]>(
    sql`select s.id, ${stateAt(testNow)} as state from opportunity_search s`,
  );

  expect(rows).toHaveLength(facts.length);
  const differing = rows.filter(({ id, state }) => state !== stateOf(facts[Number(id)]!));
  expect(differing).toEqual([]);
  expect(new Set(rows.map((row) => row.state)).size).toBe(Object.keys(ApplicationState).length);
});
