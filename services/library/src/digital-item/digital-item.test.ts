import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aBranch } from '../branch/branch.builder.js';
import { library } from '../service.js';
import { aTitle } from '../title/title.builder.js';
import { aDigitalItem } from './digital-item.builder.js';
import { DigitalItemKind, DigitalRights } from './digital-item.entity.js';

const grove = () =>
  aDigitalItem({
    id: 'grove',
    kind: DigitalItemKind.PHOTOGRAPH,
    title: { ja: '屋敷林の冬', kana: 'ヤシキリンノフユ' },
    creator: { ja: '写真クラブ' },
    madeIn: '昭和33年',
    year: 1958,
    rights: DigitalRights.ASK_FIRST,
    branchId: 'branch',
    heritageCodes: ['grove', 'storehouse'],
    subjectKeys: [{ scheme: 'NDC', code: '74' }],
  });
const map = () =>
  aDigitalItem({
    id: 'map',
    kind: DigitalItemKind.MAP,
    title: { ja: '村絵図' },
    year: 1830,
    heritageCodes: ['grove'],
    subjectKeys: [{ scheme: 'NDC', code: '290.3' }],
  });

test('a digitised item answers with its subjects, branch and heritage; 100 references cost two queries', async () => {
  const service = await openTestService(library);
  await service.plant(aBranch(), grove());

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on DigitalItem {
      id kind title { ja } rights madeIn year subjects { code } culturalProperties { code } branch { id } } } }`,
    {
      of: Array.from({ length: 100 }, (_, at) => ({
        __typename: 'DigitalItem',
        id: at === 3 ? 'grove' : `nobody-${at}`,
      })),
    },
  );

  expect(errors).toEqual([]);
  expect(data._entities[3]).toEqual({
    id: 'grove',
    kind: 'PHOTOGRAPH',
    title: { ja: '屋敷林の冬' },
    rights: 'ASK_FIRST',
    madeIn: '昭和33年',
    year: 1958,
    subjects: [{ code: '74' }],
    culturalProperties: [{ code: 'grove' }, { code: 'storehouse' }],
    branch: { id: 'branch' },
  });
  expect(data._entities[4]).toBeNull();
  expect(queries).toBe(2);
});

test('what the library has of 100 cultural properties costs two queries, page by page', async () => {
  const service = await openTestService(library);
  await service.plant(
    aBranch(),
    grove(),
    map(),
    aDigitalItem({ id: 'gone', heritageCodes: ['grove'], withdrawnAt: new Date() }),
    aTitle({ bibId: 'old', year: 1990, heritageCodes: ['grove'] }),
    aTitle({ bibId: 'new', year: 2020, heritageCodes: ['grove', 'storehouse'] }),
    aTitle({ bibId: 'other', year: 2021 }),
  );
  const ask = (after: string | null) =>
    service.ask(
      `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on CulturalProperty { code localMaterials {
        titles(first: 1, after: $after) { edges { node { bibId culturalProperties { code } } } pageInfo { endCursor hasNextPage } }
        digitalItems(first: 5) { edges { node { id } } } } } } }`,
      {
        of: ['grove', ...Array.from({ length: 99 }, (_, at) => `p${at}`)].map((code) => ({
          __typename: 'CulturalProperty',
          code,
        })),
        after,
      },
    );

  const first = await ask(null);
  const { titles, digitalItems } = first.data._entities[0].localMaterials;
  const second = await ask(titles.pageInfo.endCursor);

  expect([...first.errors, ...second.errors]).toEqual([]);
  expect(titles.edges).toEqual([
    { node: { bibId: 'new', culturalProperties: [{ code: 'grove' }, { code: 'storehouse' }] } },
  ]);
  expect(second.data._entities[0].localMaterials.titles).toMatchObject({
    edges: [{ node: { bibId: 'old' } }],
    pageInfo: { hasNextPage: false },
  });
  expect(digitalItems.edges).toEqual([{ node: { id: 'map' } }, { node: { id: 'grove' } }]);
  expect(first.data._entities[1].localMaterials.digitalItems.edges).toEqual([]);
  expect(first.queries).toBe(2);
});

test.each([
  ['text: "ヤシキリン 昭和"', ['grove']],
  ['ndc: "29"', ['map']],
  ['kind: PHOTOGRAPH, rights: ASK_FIRST', ['grove']],
  ['culturalPropertyCode: "grove"', ['map', 'grove']],
  ['culturalPropertyCode: "nowhere"', []],
])('digitised items are found by %s', async (filter, ids) => {
  const service = await openTestService(library);
  await service.plant(aBranch(), grove(), map());

  const { data, errors, queries } = await service.ask(
    `{ digitalItems(filter: { ${filter} }) { edges { node { id } } } }`,
  );

  expect(errors).toEqual([]);
  expect(data.digitalItems.edges.map((e: { node: { id: string } }) => e.node.id)).toEqual(ids);
  expect(queries).toBe(1);
});

test('the items of 100 subjects cost one query', async () => {
  const service = await openTestService(library);
  await service.plant(aBranch(), grove(), map());

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Subject { digitalItems(first: 3) { edges { node { id } } } } } }`,
    {
      of: Array.from({ length: 100 }, (_, at) => ({
        __typename: 'Subject',
        scheme: at === 0 ? 'MEXT' : 'NDC',
        code: String(at),
      })),
    },
  );

  const found = data._entities.flatMap(
    ({ digitalItems }: { digitalItems: { edges: { node: { id: string } }[] } }, at: number) =>
      digitalItems.edges.map(({ node }) => [at, node.id]),
  );
  expect(errors).toEqual([]);
  expect(found).toEqual([
    [2, 'map'],
    [7, 'grove'],
    [29, 'map'],
    [74, 'grove'],
  ]);
  expect(queries).toBe(1);
});

test('an item is told to followers, and as deleted when it is removed', async () => {
  const service = await openTestService(library);
  await service.plant(aBranch(), grove());

  const first = await service.service.feed();
  await service.em().execute('delete from digital_item');
  const second = await service.service.feed(first.next);

  expect(first.items).toMatchObject([
    { kind: 'DigitalItem', data: { culturalPropertyCodes: ['grove', 'storehouse'] } },
  ]);
  expect(second.items).toMatchObject([{ id: 'grove', state: 'deleted' }]);
});
