import type { FeedItem } from '@manabi/kit/feed/publisher';
import { openTestService } from '@manabi/kit/testing/test-service';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { SelectionMethod } from '@manabi/kit/vocabulary/selection';
import { expect, test } from 'vitest';

import { anArea } from '../area/area.builder.js';
import { aFacility } from '../facility/facility.builder.js';
import { ToldFeed, aTold, takeIn } from '../opportunity/told.builder.js';
import { center } from '../service.js';

const house = '132292-0001';

/** A day of October 2026 in Japan. */
const day = (number: number) => new Date(Date.UTC(2026, 9, number, -9)).toISOString();

const window = `in: { from: "${day(5)}", to: "${day(12)}" }`;

const lottery = (id: string, data: object = {}): FeedItem => ({
  id,
  kind: 'lottery-window',
  state: 'updated',
  modified: 1,
  data: {
    facilityCode: house,
    roomName: '集会室',
    month: '2026-12',
    opensAt: day(1),
    closesAt: day(7),
    drawAt: day(8),
    confirmBy: day(15),
    odds: { applied: 12, won: 4 },
    provenance: {
      department: 'kominkan',
      dataset: 'room-lottery',
      asOf: day(1),
      licence: 'CC BY 4.0',
      sample: true,
    },
    ...data,
  },
});

async function aCity(...items: FeedItem[]) {
  const service = await openTestService(center);
  await service.plant(anArea(), aFacility({ code: house, areaCode: 'S001001' }));
  await takeIn(service.em(), items);
  return service;
}

test('the calendar tells what opens and closes in a week, lotteries for rooms among it, each with its source', async () => {
  const service = await aCity(
    lottery('hall'),
    aTold('choir', {
      venueCode: house,
      applyOpensAt: day(6),
      applyClosesAt: day(20),
      provenance: {
        department: 'kominkan',
        dataset: 'courses',
        licence: 'CC BY 4.0',
        sample: false,
      },
    }),
    aTold('kayak', { applyOpensAt: day(1), applyClosesAt: day(10) }),
    aTold('later', { applyOpensAt: day(12), applyClosesAt: day(14) }),
    aTold('cancelled', { applyOpensAt: day(6), cancelledAt: day(2) }),
    aTold('walk', { applyOpensAt: day(6), selection: { method: SelectionMethod.NONE } }),
  );
  const question = `query ($after: String) { applicationCalendar(${window}) { lines(first: 3, after: $after) {
    edges { node { event at title { ja } venue { code } roomName lotteryId odds { applied won }
      applyPeriod { opensAt closesAt } selection { method } opportunity { __typename id }
      provenance { department dataset licence sample } } } pageInfo { hasNextPage endCursor } } } }`;

  const first = await service.ask(question);
  const { lines } = first.data.applicationCalendar;
  const second = await service.ask(question, { after: lines.pageInfo.endCursor });

  expect(first.errors).toEqual([]);
  expect(lines.edges.map((edge: { node: unknown }) => edge.node)).toMatchObject([
    {
      event: 'OPENS',
      at: day(6),
      title: { ja: '講座' },
      venue: { code: house },
      opportunity: { __typename: 'Course', id: 'choir' },
      provenance: {
        department: 'kominkan',
        dataset: 'courses',
        licence: 'CC BY 4.0',
        sample: false,
      },
    },
    {
      event: 'CLOSES',
      at: day(7),
      title: { ja: '集会室の利用抽選（2026年12月分）' },
      lotteryId: 'hall',
      odds: { applied: 12, won: 4 },
      selection: { method: 'LOTTERY' },
      opportunity: null,
      provenance: { dataset: 'room-lottery', licence: 'CC BY 4.0' },
    },
    {
      event: 'DRAW',
      at: day(8),
      lotteryId: 'hall',
      applyPeriod: { opensAt: day(1), closesAt: day(7) },
    },
  ]);
  expect(lines.pageInfo.hasNextPage).toBe(true);
  expect(second.data.applicationCalendar.lines).toMatchObject({
    edges: [{ node: { event: 'CLOSES', at: day(10), opportunity: { id: 'kayak' } } }],
    pageInfo: { hasNextPage: false },
  });
  expect(first.queries).toBe(4);
});

test('it is grouped by area and time of life; what is for several counts in each, and cost does not grow with groups', async () => {
  const opens = { applyOpensAt: day(6) };
  const service = await aCity(
    lottery('hall'),
    aTold('school', {
      ...opens,
      audiences: [Audience.ELEMENTARY, Audience.ADULT],
      venueCode: house,
    }),
    aTold('aged', { ...opens, ages: { minMonths: 60 * 12 } }),
    aTold('baby', { ...opens, ages: { maxMonths: 35 }, venueCode: house }),
    aTold('anyone', { applyClosesAt: day(9), venueCode: house }),
  );

  const { data, errors, queries } = await service.ask(`{ applicationCalendar(${window}) {
    groups(linesEach: 1) { area { name { ja } } lifeStage opens closes draws
      lines { event lotteryId opportunity { id } } } } }`);

  expect(errors).toEqual([]);
  const area = { name: { ja: '柳沢一丁目' } };
  const line = (id: string) => [{ event: 'OPENS', lotteryId: null, opportunity: { id } }];
  expect(data.applicationCalendar.groups).toEqual([
    { area, lifeStage: 'EARLY_CHILDHOOD', opens: 1, closes: 0, draws: 0, lines: line('baby') },
    { area, lifeStage: 'SCHOOL_AGE', opens: 1, closes: 0, draws: 0, lines: line('school') },
    { area, lifeStage: 'ADULTHOOD', opens: 1, closes: 0, draws: 0, lines: line('school') },
    {
      area,
      lifeStage: 'EVERYONE',
      opens: 0,
      closes: 2,
      draws: 1,
      lines: [{ event: 'CLOSES', lotteryId: 'hall', opportunity: null }],
    },
    { area: null, lifeStage: 'ADULTHOOD', opens: 1, closes: 0, draws: 0, lines: line('aged') },
    { area: null, lifeStage: 'SENIORITY', opens: 1, closes: 0, draws: 0, lines: line('aged') },
  ]);
  expect(queries).toBe(4);
});

test('it is narrowed by department, area, time of life and event', async () => {
  const opens = { applyOpensAt: day(6), applyClosesAt: day(9) };
  const library = { department: 'library', sample: true };
  const service = await aCity(
    lottery('hall'),
    aTold('school', { ...opens, audiences: [Audience.ELEMENTARY], venueCode: house }),
    aTold('story', { ...opens, provenance: library }),
  );
  const told = async (filter: string) => {
    const { data } = await service.ask(`{ applicationCalendar(${window}, filter: { ${filter} }) {
      lines { edges { node { event lotteryId opportunity { id } } } } } }`);
    return data.applicationCalendar.lines.edges.map(
      ({ node }: { node: { event: string; lotteryId: string; opportunity?: { id: string } } }) =>
        `${node.lotteryId ?? node.opportunity?.id} ${node.event}`,
    );
  };

  expect(await told('departments: ["library"]')).toEqual(['story OPENS', 'story CLOSES']);
  expect(await told('lifeStages: [SCHOOL_AGE], events: [OPENS]')).toEqual(['school OPENS']);
  expect(await told('areaCodes: ["S001001"], events: [CLOSES, DRAW]')).toEqual([
    'hall CLOSES',
    'hall DRAW',
    'school CLOSES',
  ]);
});

test('a lottery that is taken back, or is not told in a new life of the feed, leaves the calendar; one that cannot be read is set aside', async () => {
  const rooms = new ToldFeed(
    lottery('hall'),
    lottery('kitchen'),
    lottery('broken', { opensAt: 'soon' }),
  );
  const service = await openTestService(center, { feeds: { kominkan: rooms.read } });
  const lotteries = async () => {
    const { data } = await service.ask(`{ applicationCalendar(${window}) {
      lines { edges { node { event lotteryId } } } } }`);
    return data.applicationCalendar.lines.edges
      .map(
        ({ node }: { node: { event: string; lotteryId: string } }) =>
          `${node.lotteryId} ${node.event}`,
      )
      .sort();
  };
  await service.service.catchUp();
  const before = await lotteries();

  rooms.tell({ id: 'kitchen', kind: 'lottery-window', state: 'deleted', modified: 2 });
  await service.service.catchUp();
  const between = await lotteries();
  rooms.beginAnew(aTold('choir'));
  await service.service.catchUp();

  expect(before).toEqual(['hall CLOSES', 'hall DRAW', 'kitchen CLOSES', 'kitchen DRAW']);
  expect(between).toEqual(['hall CLOSES', 'hall DRAW']);
  expect(await lotteries()).toEqual([]);
  expect(await service.em().execute('select id from index_fault')).toEqual([{ id: 'broken' }]);
});

test.each([
  [`in: { from: "${day(12)}", to: "${day(5)}" }`, '{ readings { department } }'],
  [`in: { from: "${day(5)}", to: "2029-01-01T00:00:00Z" }`, '{ readings { department } }'],
  [window, '{ groups(linesEach: 21) { opens } }'],
])('a calendar of (%s) %s is refused', async (asked, fields) => {
  const service = await openTestService(center);

  const { errors } = await service.ask(`{ applicationCalendar(${asked}) ${fields} }`);

  expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});
