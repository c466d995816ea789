import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aBranch } from '../branch/branch.builder.js';
import { aHolding } from '../holding/holding.builder.js';
import { HoldingStatus } from '../holding/holding.entity.js';
import { library } from '../service.js';
import { aTitle } from '../title/title.builder.js';
import { TitleFormat } from '../title/title.entity.js';

const work = () => [
  aTitle({ bibId: 'print', format: TitleFormat.BOOK, year: 2010 }),
  aTitle({ bibId: 'large', format: TitleFormat.LARGE_PRINT, editionOf: 'print', year: 2012 }),
  aTitle({ bibId: 'daisy', format: TitleFormat.DAISY, editionOf: 'print', year: 2015 }),
  aTitle({
    bibId: 'old',
    format: TitleFormat.BRAILLE,
    editionOf: 'print',
    withdrawnAt: new Date(),
  }),
  aTitle({ bibId: 'other', format: TitleFormat.AUDIO_BOOK }),
];

test('a title leads to the other editions of its work and back, all in one query', async () => {
  const service = await openTestService(library);
  await service.plant(...work());

  const { data, errors, queries } = await service.ask(
    `{ titles { edges { node { bibId editions { bibId format }
       read: editions(formats: [DAISY, AUDIO_BOOK]) { bibId } } } } }`,
  );

  const found = Object.fromEntries(
    data.titles.edges.map(({ node }: { node: { bibId: string } }) => [node.bibId, node]),
  );
  expect(errors).toEqual([]);
  expect(found.print.editions).toEqual([
    { bibId: 'daisy', format: 'DAISY' },
    { bibId: 'large', format: 'LARGE_PRINT' },
  ]);
  expect(found.print.read).toEqual([{ bibId: 'daisy' }]);
  expect(found.large.editions.map((each: { bibId: string }) => each.bibId)).toEqual([
    'daisy',
    'print',
  ]);
  expect(found.other.editions).toEqual([]);
  expect(queries).toBe(2);
});

test.each([
  ['accessible: true', ['daisy', 'large', 'other']],
  ['accessible: false', ['daisy', 'large', 'print', 'other']],
  ['formats: [DAISY, BOOK]', ['daisy', 'print']],
  ['onShelfAt: "branch"', ['large']],
  ['onShelfAt: "branch", formats: [BOOK]', []],
])('titles are found by %s', async (filter, bibIds) => {
  const service = await openTestService(library);
  await service.plant(
    aBranch(),
    ...work(),
    aHolding({ id: 'a', bibId: 'large' }),
    aHolding({ id: 'b', bibId: 'print', status: HoldingStatus.LENT }),
  );

  const { data, errors, queries } = await service.ask(
    `{ titles(filter: { ${filter} }) { edges { node { bibId } } } }`,
  );

  expect(errors).toEqual([]);
  expect(data.titles.edges.map((e: { node: { bibId: string } }) => e.node.bibId)).toEqual(bibIds);
  expect(queries).toBe(1);
});
