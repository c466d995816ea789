import { aFacility } from '@manabi/center/facility/facility.builder';
import { aGroup } from '@manabi/center/group/group.builder';
import { proposeMap } from '@manabi/kit/import/mapping/propose';
import { readTableHead } from '@manabi/kit/import/mapping/table-head';
import { expect, test } from 'vitest';

import { askedIn } from '../command/map.js';
import { templateOf } from '../command/template.js';
import { KeptMaps } from '../delivery/kept-maps.js';
import { mapPreview } from '../delivery/map-preview.js';
import { aTakingCity, type TakingCity } from '../delivery/open-taking-city.builder.js';

const roomLines = [
  '1,こだま公民館,第1学習室,ダイイチガクシュウシツ,学習室A,学習室,2階,24,プロジェクター;ピアノ,09:00-13:00;13:00-16:00',
  '2,こだま公民館,和室,,,,1階,12,,"9時～13時、13時～16時"',
];
const groundLine = '3,見本小学校,校庭,,,校庭開放,,,,09:00-12:00';

/** A city with one hall, one school and one group; `fill` gives in a filled form as a department. */
async function aCityWithForms() {
  const cities = { kominkan: await aTakingCity('kominkan'), sports: await aTakingCity('sports') };
  const { places } = cities.kominkan;
  const em = places.em('center');
  em.persist(aFacility({ code: '132292-0601', name: { ja: '見本小学校' } }));
  em.persist(aGroup({ id: 'choir', name: { ja: '見本合唱団' } }));
  await em.flush();
  const fill = async (
    kind: string,
    lines: readonly string[],
    { city = cities.kominkan, mode = 'full' }: { city?: TakingCity; mode?: 'full' | 'delta' } = {},
  ) => {
    const file = city.file(`${kind}.csv`, `${templateOf(kind)}${lines.join('\r\n')}\r\n`);
    const { result } = await city.take(file, { mode, confirmed: true });
    return [result?.state, result?.summary.codes ?? {}] as const;
  };
  const rows = (service: string, sql: string): Promise<object[]> => places.em(service).execute(sql);
  return { fill, rows, ...cities };
}

const kept = `select name ->> 'ja' as name, facility_code as facility, capacity, bands, equipment,
  withdrawn_at is null as stands, provenance ->> 'dataset' as dataset`;

test('rooms of a list are let by the department that gave it, each in its facility; what cannot be let is set aside with what to do', async () => {
  const { fill, rows, sports } = await aCityWithForms();

  const [state, codes] = await fill('room', [
    ...roomLines,
    '4,こだま公民館,工作室,,,工作室,,,,いつでも',
    '5,月の会館,和室,,,,,,,09:00-12:00',
    '6,こだま公民館,陶芸室,,,かまど,,,,09:00-12:00',
  ]);
  await fill('room', [groundLine], { city: sports });

  expect(state).toBe('APPLIED');
  expect(codes).toMatchObject({ BANDS_UNREAD: 1, FACILITY_UNKNOWN: 1, ROOM_USE_UNKNOWN: 1 });
  expect(await rows('kominkan', `${kept}, purpose from study_room order by source_key`)).toEqual([
    {
      name: '第1学習室',
      facility: '132292-0007',
      capacity: 24,
      bands: [
        { opens: '09:00', closes: '13:00' },
        { opens: '13:00', closes: '16:00' },
      ],
      equipment: ['プロジェクター', 'ピアノ'],
      stands: true,
      dataset: 'room',
      purpose: 'STUDY',
    },
    expect.objectContaining({ name: '和室', purpose: 'TATAMI', capacity: 12 }),
    expect.objectContaining({ name: '陶芸室', purpose: null }),
  ]);
  expect(await rows('sports', `${kept}, kind from court`)).toEqual([
    expect.objectContaining({ name: '校庭', facility: '132292-0601', kind: 'GROUND' }),
  ]);
});

test('next month’s list changes a room under its id, withdraws the one that it no longer holds, and takes it back', async () => {
  const { fill, rows } = await aCityWithForms();
  await fill('room', roomLines);
  const ids = () =>
    rows(
      'kominkan',
      `select id, capacity, withdrawn_at is null as stands from study_room order by capacity desc`,
    );
  const before = await ids();

  const again = await fill('room', roomLines);
  await fill('room', [roomLines[0]?.replace(',24,', ',30,') ?? '']);
  const later = await ids();
  await fill('room', roomLines);

  expect(again[0]).toBe('UNCHANGED');
  expect(later).toEqual([
    { ...before[0], capacity: 30 },
    { ...before[1], stands: false },
  ]);
  expect(await ids()).toEqual(before);
});

test('regular uses and lotteries of a list are kept for the rooms that they name, or for all of a facility', async () => {
  const { fill, rows } = await aCityWithForms();
  await fill('room', roomLines);

  const uses = await fill('regular-use', [
    '1,見本合唱団,こだま公民館,学習室Ａ,第1・第3火曜日,19:00,21:00',
    '2,見本合唱団,こだま公民館,和室,毎週月・水,09:00,11:00',
    '3,月の会,こだま公民館,和室,毎週金,09:00,11:00',
    '4,見本合唱団,こだま公民館,屋上,毎週金,09:00,11:00',
    '5,見本合唱団,こだま公民館,和室,毎週金,11:00,09:00',
  ]);
  const all =
    '1,こだま公民館,,2031-04,2031-02-01,2031-02-07,2031-02-08,2031-02-09,2031-02-15,2031-02-16';
  const lotteries = await fill('lottery-window', [
    all,
    '2,こだま公民館,和室,2031-05,2031-03-07,2031-03-01,2031-03-08,,,',
    '3,月の会館,,2031-05,2031-03-01,2031-03-07,2031-03-08,,,',
  ]);
  const told = () =>
    rows(
      'kominkan',
      `select month, (opens_at at time zone 'Asia/Tokyo')::text as opens,
         (closes_at at time zone 'Asia/Tokyo')::text as closes, withdrawn_at is null as stands from lottery_round`,
    );
  const first = await told();
  await fill('lottery-window', [all.replace('館,,', '館,屋上,')]);
  const unread = await told();

  expect(uses[1]).toMatchObject({
    WEEKDAY_NOT_ONE: 1,
    GROUP_UNKNOWN: 1,
    ROOM_UNKNOWN: 1,
    USE_WITHOUT_TIME: 1,
  });
  expect(
    await rows('kominkan', 'select group_id, weekday, weeks, starts_at, ends_at from regular_use'),
  ).toEqual([
    { group_id: 'choir', weekday: 2, weeks: [1, 3], starts_at: '19:00', ends_at: '21:00' },
  ]);
  expect(lotteries[1]).toMatchObject({ LOTTERY_DAYS_DISORDERED: 1, ROOM_UNKNOWN: 1 });
  const round = {
    month: '2031-04',
    opens: '2031-02-01 00:00:00',
    closes: '2031-02-07 23:59:59.999',
    stands: true,
  };
  expect(first).toEqual([round, round]);
  // A row that is named but cannot be placed withdraws none of the lotteries that it stands for.
  expect(unread).toEqual(first);
});

test('what is taken of rooms comes from a list, is given back when the next names it no more, and never overlaps', async () => {
  const { fill, rows } = await aCityWithForms();
  await fill('room', roomLines);
  const times = () =>
    rows(
      'kominkan',
      `select to_char(starts_at at time zone 'Asia/Tokyo', 'DD HH24:MI') as "from", state, group_id, purpose
       from slot_hold order by starts_at, state`,
    );
  const booked = (
    day: string,
    [opens, closes]: [string, string],
    rest = '予約済,定例会,見本合唱団',
  ) => `,こだま公民館,和室,2031-04-${day},${opens},${closes},${rest}`;

  const first = await fill('slot', [
    booked('01', ['09:00', '13:00']),
    booked('01', ['12:00', '16:00']),
    booked('02', ['09:00', '13:00'], '空き,,'),
    booked('03', ['09:00', '13:00'], '休館日,,'),
    booked('04', ['09:00', '13:00'], 'たぶん,,'),
    booked('05', ['13:00', '09:00']),
  ]);
  const before = await times();
  await fill('slot', [
    booked('01', ['10:00', '13:00'], '予約済,,月の会'),
    booked('03', ['09:00', '12:00'], '休館日,,'),
  ]);
  const clash = await fill('slot', [booked('01', ['12:00', '15:00'])], { mode: 'delta' });

  expect(first[1]).toMatchObject({ TIME_TAKEN: 1, SLOT_WITHOUT_STATE: 1, SLOT_WITHOUT_TIME: 1 });
  expect(before).toEqual([
    { from: '01 09:00', state: 'BOOKED', group_id: 'choir', purpose: '定例会' },
    { from: '03 09:00', state: 'CLOSED', group_id: null, purpose: null },
  ]);
  expect(await times()).toEqual([
    { from: '01 09:00', state: 'RELEASED', group_id: 'choir', purpose: '定例会' },
    { from: '01 10:00', state: 'BOOKED', group_id: null, purpose: null },
    { from: '03 09:00', state: 'CLOSED', group_id: null, purpose: null },
  ]);
  expect(clash[1]).toMatchObject({ TIME_TAKEN: 1 });
});

test('a department’s own sheet of rooms is mapped once, previewed, and taken by itself from then on', async () => {
  const { kominkan: city, rows } = await aCityWithForms();
  const sheet = '館,部屋,入る人数,時間わり\r\nこだま公民館,音楽室,40,09:00-12:00\r\n';
  const file = city.file('部屋台帳_202611.csv', sheet);

  const preview = await mapped(city, file, [
    '--department',
    'kominkan',
    '--kind',
    'room',
    '--full',
    '--column',
    '館=施設名',
    '--column',
    '時間わり=利用区分',
    '--column',
    '入る人数=定員',
  ]);
  await city.take(city.file('部屋台帳_202612.csv', sheet));

  expect(preview).toContain('音楽室');
  expect(
    await rows('kominkan', `select name ->> 'ja' as name, capacity, purpose from study_room`),
  ).toEqual([{ name: '音楽室', capacity: 40, purpose: 'MUSIC' }]);
});

async function mapped(city: TakingCity, file: string, words: readonly string[]): Promise<string> {
  const { wishes, department, dataset, mode } = askedIn([file, ...words]);
  const proposal = proposeMap(await readTableHead(file), { ...wishes, isFacility: () => false });
  new KeptMaps(city.home).keep({ department, dataset, mode, map: proposal.map });
  return mapPreview(file, proposal);
}
