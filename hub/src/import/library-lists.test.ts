import { aCulturalProperty } from '@manabi/center/cultural-property/cultural-property.builder';
import { expect, test } from 'vitest';

import { templateOf } from '../command/template.js';
import { aTakingCity } from '../delivery/open-taking-city.builder.js';

const books =
  'ISBN,タイトル,著者,出版年,NDC,NO\r\n9784003101018,見本の本,見本 一,2001,369,1\r\n,番号だけの本,見本 二,2002,210,2\r\n';
const branch =
  '1,こだま図書館,コダマトショカン,こだま公民館,042-999-0001,,火 10:00-18:00;土 10:00-17:00,,毎週月曜日;第3金曜日;祝日,有,,有';

/** A city with one hall and two books; `fill` gives in a filled form as the library. */
async function aLibraryWithForms() {
  const city = await aTakingCity('library');
  const em = city.places.em('center');
  em.persist(aCulturalProperty({ code: '132292-0901', name: { ja: 'こだまの土蔵' } }));
  await em.flush();
  await city.take(city.file('books.csv', books), { mode: 'full' });
  const fill = async (kind: string, lines: readonly string[], name = kind) => {
    const file = city.file(`${name}.csv`, `${templateOf(kind)}${lines.join('\r\n')}\r\n`);
    const { result, problem } = await city.take(file, { mode: 'full', confirmed: true });
    return [result?.state ?? problem?.code, result?.summary.codes ?? {}] as const;
  };
  const rows = (sql: string): Promise<object[]> => city.places.em('library').execute(sql);
  return { fill, rows, city };
}

test('branches of a list stand in their facilities with hours and closed days; the second in one house is set aside', async () => {
  const { fill, rows } = await aLibraryWithForms();

  const first = await fill('library-branch', [
    branch,
    '2,もう一つの図書館,,こだま公民館,,,,,気が向けば,,,',
    '3,月の図書館,,,,,,,,,,',
  ]);
  const [before] = await rows('select id from library_branch');
  const again = await fill('library-branch', [branch]);
  await fill('library-branch', [branch.replace('042-999-0001', '042-999-0009')]);

  expect(first[1]).toMatchObject({
    BRANCH_REPEATED: 1,
    FACILITY_UNKNOWN: 1,
    CLOSED_DAY_UNREADABLE: 1,
  });
  expect(again[0]).toBe('UNCHANGED');
  expect(
    await rows(
      `select id, name, facility_code, phone, hours, closed_days, pickup_shelf, reading_room, accessible_service from library_branch`,
    ),
  ).toEqual([
    {
      ...before,
      name: { ja: 'こだま図書館', kana: 'コダマトショカン' },
      facility_code: '132292-0007',
      phone: '042-999-0009',
      hours: [
        { weekday: 2, opensAt: '10:00', closesAt: '18:00' },
        { weekday: 6, opensAt: '10:00', closesAt: '17:00' },
      ],
      closed_days: [
        expect.objectContaining({ rule: 'WEEKDAY', weekday: 1 }),
        expect.objectContaining({ rule: 'NTH_WEEKDAY', nth: 3, weekday: 5 }),
        expect.objectContaining({ rule: 'HOLIDAY' }),
      ],
      pickup_shelf: 'YES',
      reading_room: 'YES',
      accessible_service: 'UNKNOWN',
    },
  ]);
});

test('copies of a list belong to titles by ISBN or number, are known again, and count no more when the list names them no more', async () => {
  const { fill, rows, city } = await aLibraryWithForms();
  await fill('library-branch', [branch]);
  const lent = 'B2,,2,こだま図書館,貸出中,2026-12-01,210/ミ,2026-11-01';

  const first = await fill(
    'copy',
    [
      'B1,978-4-00-310101-8,,こだま図書館,在架,,369/ミ,',
      lent,
      'B3,9784000000017,,こだま図書館,在架,,,',
      'B4,9784003101018,,月の図書館,在架,,,',
      'B5,,,こだま図書館,在架,,,',
      'B6,9784003101018,,こだま図書館,どこか,,,',
    ],
    'copy_20261102',
  );
  const kept = () =>
    rows(
      `select t.title ->> 'ja' as title, status, due_on::text, call_number, (checked_at at time zone 'Asia/Tokyo')::date::text as checked
       from holding h join title t using (bib_id) where h.withdrawn_at is null order by h.source_key`,
    );
  const before = await kept();
  await fill('copy', [lent.replace('貸出中,2026-12-01', '在架,')], 'copy_20261203');
  const patrons = await city.take(
    city.file(
      'lent.csv',
      '資料番号,ISBN,所蔵館,所蔵状態,利用者番号\r\nB1,9784003101018,こだま図書館,貸出中,12345\r\n',
    ),
    { mode: 'full' },
  );

  expect(first[1]).toMatchObject({
    TITLE_UNKNOWN: 1,
    BRANCH_UNKNOWN: 1,
    COPY_WITHOUT_TITLE: 1,
    WORD_UNKNOWN: 1,
  });
  expect(before).toEqual([
    {
      title: '見本の本',
      status: 'ON_SHELF',
      due_on: null,
      call_number: '369/ミ',
      checked: '2026-11-02',
    },
    {
      title: '番号だけの本',
      status: 'LENT',
      due_on: '2026-12-01',
      call_number: '210/ミ',
      checked: '2026-11-01',
    },
    {
      title: '見本の本',
      status: 'UNKNOWN',
      due_on: null,
      call_number: null,
      checked: '2026-11-02',
    },
  ]);
  expect(await kept()).toEqual([
    {
      title: '番号だけの本',
      status: 'ON_SHELF',
      due_on: null,
      call_number: '210/ミ',
      checked: '2026-11-01',
    },
  ]);
  // Who borrowed a copy is nobody's business: the whole file is refused.
  expect(patrons.problem?.code).toBe('PERSONAL_DATA');
});

test('services, sets of books and digitised items of lists are kept, withdrawn when they are gone, and told to followers', async () => {
  const { fill, rows } = await aLibraryWithForms();
  await fill('library-branch', [branch]);

  const services = await fill('branch-service', [
    '1,こだま図書館,対面朗読,有,見えにくい方,電話で予約します。,要,0',
    '2,こだま図書館,対面朗読,無,,,,',
    '3,こだま図書館,占い,有,,,,',
    '4,月の図書館,宅配,有,,,,',
  ]);
  const sets = await fill('book-set', [
    'S1,町の防災,マチノボウサイ,社会,自然災害,4,5,30,28,2031-04-01,2032-03-31,電話で,こだま図書館,369,978-4-00-310101-8;9784000000017',
    'S2,さかさの学年,,理科,,6,3,,,,,,,,',
    'S3,遠い館の本,,理科,,,,,,,,,月の図書館,,',
  ]);
  const items = await fill('digital-item', [
    'D1,土蔵の写真,ドゾウノシャシン,写真,,蔵が写ります。,昭和32年頃,1957,オープンライセンス,CC BY 4.0,https://www.example.jp/d1,,こだま図書館,こだまの土蔵,213',
    'D2,知らない宝,,地図,,,,,,,,,,月の宝,',
  ]);
  await fill('digital-item', ['D3,別の写真,,写真,,,昭和40年,1965,,,,,,,']);

  expect(services[1]).toMatchObject({ SERVICE_REPEATED: 1, SERVICE_UNKNOWN: 1, BRANCH_UNKNOWN: 1 });
  expect(await rows(`select kind, offered, booking, fee_yen from branch_service`)).toEqual([
    { kind: 'FACE_TO_FACE_READING', offered: 'YES', booking: 'YES', fee_yen: 0 },
  ]);
  expect(sets[1]).toMatchObject({ ENDS_DISORDERED: 1, BRANCH_UNKNOWN: 1 });
  expect(
    await rows(
      `select name ->> 'ja' as name, school_subject as subject, grade_from as "from", grade_to as "to",
         cardinality(bib_ids) as titles, branch_id is not null as lent from book_set order by source_key`,
    ),
  ).toEqual([
    { name: '町の防災', subject: 'SOCIAL_STUDIES', from: 4, to: 5, titles: 1, lent: true },
    { name: 'さかさの学年', subject: 'SCIENCE', from: null, to: null, titles: 0, lent: false },
  ]);
  expect(items[1]).toMatchObject({ HERITAGE_UNKNOWN: 1 });
  expect(
    await rows(
      `select title ->> 'ja' as title, kind, rights, year, heritage_codes as heritage, withdrawn_at is null as stands
       from digital_item order by source_key`,
    ),
  ).toEqual([
    {
      title: '土蔵の写真',
      kind: 'PHOTOGRAPH',
      rights: 'OPEN_LICENCE',
      year: 1957,
      heritage: ['132292-0901'],
      stands: false,
    },
    expect.objectContaining({ title: '別の写真', rights: 'UNKNOWN', heritage: [], stands: true }),
  ]);
  expect(
    await rows(
      `select kind, count(*)::int as many from feed_change where kind in ('BookSet', 'BranchService', 'DigitalItem') group by kind order by kind`,
    ),
  ).toEqual([
    { kind: 'BookSet', many: 2 },
    { kind: 'BranchService', many: 1 },
    { kind: 'DigitalItem', many: 2 },
  ]);
});
