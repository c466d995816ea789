import { japanDay } from '@manabi/kit/japan-time';
import { bilingual } from '@manabi/kit/value/local-text';
import type { EntityManager } from '@mikro-orm/postgresql';

import { type Corrected, correctMonth } from '../people/correct-people.repository.js';
import { closedThrough } from '../people/period.rules.js';
import { countedPlace } from '../population/population.repository.js';
import { sealPeople } from '../people/seal-people.repository.js';
import { type HeardDepartment, Snapshot, type SnapshotLabels } from './snapshot.entity.js';
import { definitionsVersion } from '../statistic-table/statistic-measures.js';
import { ownSmallestCell } from './policy.repository.js';
import { sealCounts } from './seal-counts.repository.js';
import { smallestCellFor } from './threshold.rules.js';

/** Services that offer something: a department of which nothing was heard is told as missing. */
const sources = ['library', 'kominkan', 'sports', 'welfare', 'center'] as const;

/** The snapshot with an id; null when there is none. */
export const snapshotById = (em: EntityManager, id: string): Promise<Snapshot | null> =>
  em.findOne(Snapshot, { id });

/** The snapshot with a number; null when there is none. */
export const snapshotByNumber = (em: EntityManager, number: number): Promise<Snapshot | null> =>
  em.findOne(Snapshot, { number });

/** The newest snapshot; null where none was ever sealed. */
export async function newestSnapshot(em: EntityManager): Promise<Snapshot | null> {
  const [newest] = await em.find(Snapshot, {}, { orderBy: { number: 'desc' }, limit: 1 });
  return newest ?? null;
}

/** What is wished of a sealing. */
export interface SealingWish {
  /** A day (YYYY-MM-DD): nothing is sealed where a snapshot of it or a later one is there. */
  readonly ifNoneOf?: string;
  /** Last month whose people are told; by default those are over by so long that departments have reported. */
  readonly through?: string;
  /** A closed month that is told anew, and who hears what became of it. */
  readonly correct?: {
    readonly month: string;
    readonly told: (outcome: readonly Corrected[]) => void | Promise<void>;
  };
}

/**
 * Seals what stands at a moment. Who comes while another seals waits, and takes what that one sealed where a snapshot of
 * that day is enough.
 */
export function sealSnapshot(
  em: EntityManager,
  now: Date,
  { ifNoneOf, through = closedThrough(now), correct }: SealingWish = {},
): Promise<Snapshot> {
  return em.fork().transactional(async (tx) => {
    // Nobody waits for an answer here: a million facts take longer than any statement of a request may.
    await tx.execute('set local statement_timeout = 0');
    await tx.execute(`select pg_advisory_xact_lock(hashtext('statistic_snapshot'))`);
    const newest = await newestSnapshot(tx);
    if (newest && ifNoneOf !== undefined && newest.sealedOn >= ifNoneOf) return newest;
    const sealedOn = japanDay(now);
    const revision = (await tx.count(Snapshot, { sealedOn })) + 1;
    const residents = await residentsOf(tx);
    const snapshot = tx.create(Snapshot, {
      id: `${sealedOn}.${revision}`,
      sealedOn,
      revision,
      sealedAt: now,
      definitions: definitionsVersion,
      residents,
      smallestCell: Math.max(smallestCellFor(residents), await ownSmallestCell(tx)),
      departments: await heardDepartments(tx),
      labels: await labelsNow(tx),
    } as Snapshot);
    await tx.flush();
    await sealCounts(tx, snapshot.number);
    await sealResidents(tx, snapshot.number);
    const { number: since, smallestCell, departments: heard } = snapshot;
    const sealing = { since, through, smallestCell, heard };
    await sealPeople(tx, sealing);
    if (correct) await correct.told(await correctMonth(tx, sealing, correct.month));
    return snapshot;
  });
}

/** The five that offer something, and whoever else is named by what they told. */
async function heardDepartments(em: EntityManager): Promise<HeardDepartment[]> {
  const rows = await em.execute<{ code: string; told: boolean }[]>(
    `select code, bool_or(told) as told from (
       select jsonb_array_elements_text(?::jsonb) as code, false as told
       union all select source, true from feed_cursor
       union all select department, true from opportunity_fact) heard
     where code <> 'plan' group by code order by code`,
    [JSON.stringify(sources)],
  );
  return rows;
}

async function labelsNow(em: EntityManager): Promise<SnapshotLabels> {
  const districts = await em.execute<{ code: string; name: string | null }[]>(
    `select d.code, r.label as name from (select distinct district_code as code from population_count
       where withdrawn_at is null and district_code is not null) d
     left join record_fact r on r.kind = 'SchoolDistrict' and r.record_id = d.code
     order by 1`,
  );
  const measures = await em.execute<{ code: string; ja: string; en: string | null }[]>(
    `select code, title ->> 'ja' as ja, title -> 'en' ->> 'text' as en from measure
     where level = 'MEASURE' order by place`,
  );
  return {
    districts: districts.map(({ code, name }) => ({
      code,
      label: bilingual(name ?? `小学校区 ${code}`, `School district ${name ?? code}`),
    })),
    measures: measures.map(({ code, ja, en }) => ({ code, label: bilingual(ja, en ?? ja) })),
  };
}

/** SQL of the people as last counted in each place; samples only where nothing is official. */
const residents = `(select * from (
    select district_code as district, age_min, age_max, count, sample, as_of,
      rank() over (partition by ${countedPlace}, sample order by as_of desc nulls last,
        provenance ->> 'dataset') as age,
      bool_or(not sample) over () and sample as unofficial
    from population_count, lateral (select coalesce((provenance ->> 'sample')::boolean, false) as sample) mark
    where withdrawn_at is null
  ) counted where age = 1 and not unofficial)`;

async function residentsOf(em: EntityManager): Promise<number | null> {
  const [row] = await em.execute<[{ people: number | null }]>(
    `select sum(count)::int as people from ${residents} r`,
  );
  return row.people;
}

async function sealResidents(em: EntityManager, snapshot: number): Promise<void> {
  await em.execute(
    `insert into statistic_resident (snapshot, district, age_min, age_max, count, sample, as_of)
     select ?, district, age_min, age_max, sum(count), sample, min(as_of) from ${residents} r
     group by district, age_min, age_max, sample`,
    [snapshot],
  );
}
