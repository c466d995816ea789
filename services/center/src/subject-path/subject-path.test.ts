import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aGroup } from '../group/group.builder.js';
import { aTold, takeIn } from '../opportunity/told.builder.js';
import { center } from '../service.js';
import { aSubject } from '../subject/subject.builder.js';

const ndc = (code: string) => ({ scheme: 'NDC', code });
const on = (day: string) => ({
  startsAt: `2026-${day}T01:00:00.000Z`,
  endsAt: `2026-${day}T03:00:00.000Z`,
});

test('100 subjects lead to what is offered and to circles in three queries, classes under them included', async () => {
  const service = await openTestService(center);
  await service.plant(
    ...Array.from({ length: 100 }, (_, at) => aSubject(ndc(String(at)))),
    aGroup({ id: 'care', subjectKeys: [ndc('369')] }),
    aGroup({ id: 'gone', subjectKeys: [ndc('36')], withdrawnAt: new Date('2026-01-01T00:00:00Z') }),
  );
  await takeIn(service.em(), [
    aTold('late', { ...on('11-03'), subjectKeys: [ndc('36')] }),
    aTold('early', { ...on('10-20'), subjectKeys: [ndc('369.26')] }),
    aTold('over', { ...on('09-01'), subjectKeys: [ndc('36')] }),
    aTold('cancelled', { subjectKeys: [ndc('36')], cancelledAt: '2026-10-01T00:00:00Z' }),
    aTold('far', {
      startsAt: '2028-01-01T00:00:00Z',
      endsAt: '2028-01-01T01:00:00Z',
      subjectKeys: [ndc('36')],
    }),
  ]);

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Subject { code
      opportunities { id } groups { id } } } }`,
    {
      of: Array.from({ length: 100 }, (_, at) => ({ __typename: 'Subject', ...ndc(String(at)) })),
    },
  );

  const found = { opportunities: [{ id: 'early' }, { id: 'late' }], groups: [{ id: 'care' }] };
  expect(errors).toEqual([]);
  expect(data._entities[36]).toEqual({ code: '36', ...found });
  expect(data._entities[3]).toEqual({ code: '3', ...found });
  expect(data._entities[37]).toEqual({ code: '37', opportunities: [], groups: [] });
  expect(queries).toBe(3);
});

test('from another moment on, a subject leads to what is still to come', async () => {
  const service = await openTestService(center);
  await service.plant(aSubject(ndc('36')));
  await takeIn(service.em(), [
    aTold('late', { ...on('11-03'), subjectKeys: [ndc('36')] }),
    aTold('early', { ...on('10-20'), subjectKeys: [ndc('36')] }),
  ]);

  const { data, errors } = await service.ask(
    `{ subject(scheme: "NDC", code: "36") { opportunities(at: "2026-11-01T00:00:00+09:00") { id } } }`,
  );

  expect(errors).toEqual([]);
  expect(data.subject.opportunities).toEqual([{ id: 'late' }]);
});
