import type { FeedItem } from '@manabi/kit/feed/publisher';
import { openTestService } from '@manabi/kit/testing/test-service';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { SelectionMethod } from '@manabi/kit/vocabulary/selection';
import type { EntityManager } from '@mikro-orm/postgresql';
import { expect, test } from 'vitest';

import { anArea } from '../area/area.builder.js';
import { aFacility } from '../facility/facility.builder.js';
import { rebuildIndex } from '../opportunity/index-rebuild.feed.js';
import { indexedSources } from '../opportunity/index-source.rules.js';
import { applyItems } from '../opportunity/opportunity.feed.js';
import { ToldFeed, aTold } from '../opportunity/told.builder.js';
import { center } from '../service.js';

const stages = `(values ('EARLY_CHILDHOOD', '{INFANT,PARENT_CHILD}'::text[], 0, 71), ('SCHOOL_AGE', '{ELEMENTARY}', 72, 143),
  ('YOUTH', '{JUNIOR_HIGH,HIGH_SCHOOL,YOUTH}', 144, 227), ('ADULTHOOD', '{ADULT,WORKER,MEN,WOMEN}', 228, 779),
  ('SENIORITY', '{SENIOR}', 780, 1811), ('EVERYONE', '{ANYONE}', null, null)) s (stage, audiences, youngest, oldest)`;

/** What the counts must be: from all that is known of every opportunity, by the rules written anew. */
const counted = `select (m.at at time zone 'Asia/Tokyo')::date::text as day, coalesce(f.area_code, '') as area_code, s.stage,
    (count(*) filter (where m.event = 'OPENS'))::integer as opens, (count(*) filter (where m.event = 'CLOSES'))::integer as closes
  from (select data, array(select jsonb_array_elements_text(data -> 'audiences')) as audiences,
      (data #>> '{ages,minMonths}')::integer as youngest, (data #>> '{ages,maxMonths}')::integer as oldest
    from opportunity_entry where not withdrawn and data ->> 'cancelledAt' is null
      and data #>> '{selection,method}' is distinct from 'NONE') o
  cross join lateral (values ('OPENS', o.data ->> 'applyOpensAt'), ('CLOSES', o.data ->> 'applyClosesAt')) told (event, at)
  cross join lateral (select told.event, told.at::timestamptz as at) m
  left join facility f on f.code = o.data ->> 'venueCode'
  join ${stages} on case when o.audiences <> '{}' then o.audiences && s.audiences
    when num_nonnulls(o.youngest, o.oldest) = 0 then s.youngest is null
    else coalesce(o.youngest, 0) <= s.oldest and coalesce(o.oldest, 9999) >= s.youngest end
  where m.at is not null group by 1, 2, 3 order by 1, 2, 3`;

const kept = `select day::text, area_code, stage, opens, closes from calendar_count
  where opens <> 0 or closes <> 0 order by 1, 2, 3`;

/** Expects the kept numbers to be those that counting gives; answers how many there are. */
async function compared(em: EntityManager): Promise<number> {
  const expected = await em.execute(counted);
  expect(await em.execute(kept)).toEqual(expected);
  return expected.length;
}

/** Numbers that look like chance and are the same each time: below `end`. */
function chances(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * end);
  };
}

/** An opportunity as a department might tell it next: new, changed, called off, withdrawn or deleted. */
function anyItem(below: (end: number) => number, modified: number): FeedItem {
  const often = <Value>(value: Value): Value | null => (below(4) === 0 ? null : value);
  const moment = () => new Date(Date.UTC(2026, 9, 1 + below(9), below(24))).toISOString();
  const audiences = Object.values(Audience).filter(() => below(9) === 0);
  const given = {
    applyOpensAt: often(moment()),
    applyClosesAt: often(moment()),
    venueCode: often(`house-${below(5)}`),
    audiences,
    ages: below(2) ? { minMonths: often(below(900)), maxMonths: often(400 + below(600)) } : null,
    selection: below(6) ? null : { method: SelectionMethod.NONE },
    cancelledAt: below(6) ? null : moment(),
    withdrawnAt: below(9) ? null : moment(),
  };
  const state = below(8) ? 'updated' : 'deleted';
  return aTold(`offer-${below(40)}`, given, { modified, state });
}

test('what is counted of each day is what counting gives: after writes at random, a broken one, houses that move, and a rebuild', async () => {
  const below = chances(20_261_126);
  const rooms = new ToldFeed();
  const { service, plant, em } = await openTestService(center, { feeds: { kominkan: rooms.read } });
  await plant(
    anArea(),
    anArea({ code: 'S001002', name: { ja: '柳沢二丁目' } }),
    ...[0, 1, 2].map((at) => aFacility({ code: `house-${at}`, areaCode: 'S001001' })),
  );

  const seen: number[] = [];
  for (let round = 1; round <= 18; round += 1) {
    const items = Array.from({ length: 1 + below(12) }, () => anyItem(below, round));
    rooms.tell(...new Map(items.map((item) => [item.id, item])).values());
    await service.catchUp();
    if (round % 5 === 0) {
      const area = [null, 'S001001', 'S001002'][below(3)];
      await em().execute('update facility set area_code = ? where code = ?', [
        area,
        `house-${below(3)}`,
      ]);
    }
    if (round === 12) await plant(aFacility({ code: 'house-3', areaCode: 'S001002' }));
    if (round === 17) await em().execute(`delete from facility where code = 'house-2'`);
    seen.push(await compared(em()));
  }

  const broken = em().transactional(async (tx) => {
    const items = Array.from({ length: 8 }, (_, at) => anyItem(below, 100 + at));
    await applyItems(tx, { source: 'kominkan', epoch: 'epoch-1' }, items);
    throw new Error('The machine stopped.');
  });
  await expect(broken).rejects.toThrow('The machine stopped.');
  seen.push(await compared(em()));

  const silent = indexedSources.map((source) => [source, new ToldFeed().read]);
  await rebuildIndex(em(), {
    ...Object.fromEntries(silent),
    kominkan: rooms.read,
    center: (cursor) => service.feed(cursor),
  });
  seen.push(await compared(em()));
  rooms.beginAnew(...Array.from({ length: 15 }, () => anyItem(below, 200)));
  await service.catchUp();
  await em().execute(`update facility set area_code = 'S001002' where code = 'house-1'`);
  seen.push(await compared(em()));
  await em().execute('delete from opportunity_entry');
  await em().execute('delete from opportunity_search');

  expect(Math.min(...seen)).toBeGreaterThan(0);
  expect(Math.max(...seen)).toBeGreaterThan(30);
  expect(await compared(em())).toBe(0);
});

interface Group {
  readonly area: { readonly code: string } | null;
  readonly lifeStage: string;
  readonly opens: number;
  readonly closes: number;
  readonly lines: readonly { readonly event: string; readonly at: string }[];
}

test('groups are those of the list, whatever part of a day the time begins and ends with, and whatever is asked of it', async () => {
  const below = chances(7);
  const { service, plant, ask } = await openTestService(center, {
    feeds: { kominkan: new ToldFeed(...Array.from({ length: 90 }, () => anyItem(below, 1))).read },
  });
  await plant(anArea(), aFacility({ code: 'house-0', areaCode: 'S001001' }));
  await service.catchUp();
  const told = async (asked: string) => {
    const { data, errors } = await ask(`{ applicationCalendar(${asked}) {
      groups(linesEach: 3) { area { code } lifeStage opens closes lines { event at } }
      numbers: groups(linesEach: 0) { lines { at } }
      lines(first: 100) { edges { node { event at } } } } }`);
    expect(errors).toEqual([]);
    return data.applicationCalendar;
  };

  for (const [from, to] of [
    ['2026-10-02T00:00:00+09:00', '2026-10-06T00:00:00+09:00'],
    ['2026-10-01T15:00:00+09:00', '2026-10-06T11:30:00+09:00'],
    ['2026-10-04T09:00:00+09:00', '2026-10-04T20:00:00+09:00'],
    ['2026-10-04T20:00:00+09:00', '2026-10-05T03:00:00+09:00'],
  ])
    for (const lifeStage of ['EVERYONE', 'YOUTH', 'ADULTHOOD']) {
      const time = `in: { from: "${from}", to: "${to}" }`;
      const all = await told(`${time}, filter: { lifeStages: [${lifeStage}] }`);
      const narrowed = await told(
        `${time}, filter: { lifeStages: [${lifeStage}], departments: ["kominkan"] }`,
      );
      const inArea = await told(
        `${time}, filter: { lifeStages: [${lifeStage}], areaCodes: ["S001001"] }`,
      );

      const numbers = all.groups.reduce(
        (sum: number, each: Group) => sum + each.opens + each.closes,
        0,
      );
      expect(numbers).toBe(all.lines.edges.length);
      expect(narrowed.groups).toEqual(all.groups);
      expect(inArea.groups).toEqual(all.groups.filter(({ area }: Group) => area !== null));
      expect(all.numbers).toEqual(all.groups.map(() => ({ lines: [] })));
      const [here] = inArea.groups as Group[];
      const listed = inArea.lines.edges.map(({ node }: { node: unknown }) => node);
      expect(here?.lines ?? []).toEqual(listed.slice(0, 3));
    }
});
