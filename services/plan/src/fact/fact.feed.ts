import type { Follows } from '@manabi/kit/feed/feed.follow';
import type { FeedItem } from '@manabi/kit/feed/publisher';
import { publishedOpportunity } from '@manabi/kit/opportunity/opportunity.published';
import { opportunityTypes } from '@manabi/kit/opportunity/opportunity-types';
import type { EntityManager } from '@mikro-orm/postgresql';

import {
  type Fault,
  type Telling,
  type ToldFact,
  dropFacts,
  dropUntold,
  keepFacts,
  keepFaults,
} from './fact.repository.js';
import { takeInRecords } from '../record/record-fact.feed.js';
import { dropUntoldRecords } from '../record/record-fact.repository.js';

const sources = ['library', 'kominkan', 'sports', 'welfare', 'center'] as const;

/** Following the five services that offer something. */
export const factFollows: readonly Follows[] = sources.map((source) => ({
  source,
  apply: (em, items, epoch) => takeIn(em, { source, epoch }, items),
  sweep: async (em, epoch) => {
    await dropUntold(em, { source, epoch });
    await dropUntoldRecords(em, { source, epoch });
  },
}));

const told = publishedOpportunity.pick({
  title: true,
  occurrences: true,
  venueCode: true,
  capacity: true,
  taken: true,
  waiting: true,
  ages: true,
  startsAt: true,
  endsAt: true,
  cancelledAt: true,
  withdrawnAt: true,
  audiences: true,
  subjectKeys: true,
  provenance: true,
});

async function takeIn(
  em: EntityManager,
  telling: Telling,
  items: readonly FeedItem[],
): Promise<void> {
  // All other kinds may stand for a measure beside them.
  const [opportunities, records] = [true, false].map((wanted) =>
    items.filter(({ kind }) => opportunityTypes.has(kind) === wanted),
  );
  await takeInOpportunities(em, telling, opportunities ?? []);
  await takeInRecords(em, telling, records ?? []);
}

/** Takes opportunities in. What cannot be read is set aside in `fact_fault` and does not hold up the rest. */
async function takeInOpportunities(
  em: EntityManager,
  telling: Telling,
  items: readonly FeedItem[],
): Promise<void> {
  const facts: ToldFact[] = [];
  const faults: Fault[] = [];
  const deleted: string[] = [];
  for (const { id, kind, state, data } of items) {
    if (state === 'deleted') deleted.push(id);
    else {
      const read = told.safeParse(data);
      if (read.success) facts.push({ id, kind, ...read.data });
      else faults.push({ id, message: read.error.issues.map(described).join('; ') });
    }
  }
  await dropFacts(em, telling.source, deleted);
  await keepFacts(em, telling, facts);
  await keepFaults(em, telling.source, {
    faults,
    readIds: [...deleted, ...facts.map(({ id }) => id)],
  });
}

/** Which field is wrong and how, never what it holds. */
const described = ({ path, message }: { path: PropertyKey[]; message: string }): string =>
  `${path.map(String).join('.')}: ${message}`;
