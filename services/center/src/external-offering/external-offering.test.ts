import { openTestService } from '@manabi/kit/testing/test-service';
import { Tri } from '@manabi/kit/value/tri';
import { expect, test } from 'vitest';

import { aFacility } from '../facility/facility.builder.js';
import { center } from '../service.js';
import { aTold, takeIn } from '../opportunity/told.builder.js';
import { aSubject } from '../subject/subject.builder.js';
import { ProviderKind } from '../value/provider-kind.js';
import { anExternalOffering } from './external-offering.builder.js';

test('references to a hundred outside offerings cost one query, with venues and subjects three', async () => {
  const service = await openTestService(center);
  const ids = Array.from({ length: 100 }, (_, number) => `o${number}`);
  const subjectKeys = [{ scheme: 'NDC', code: '49' }];
  await service.plant(
    aFacility(),
    aSubject(),
    ...ids.map((id) =>
      anExternalOffering({
        id,
        venueCode: '132292-0001',
        subjectKeys,
        atOwnResponsibility: Tri.YES,
      }),
    ),
  );

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ExternalOffering {
      id atOwnResponsibility venue { name { ja } } subjects { label { ja } } } } }`,
    { of: ids.map((id) => ({ __typename: 'ExternalOffering', id })) },
  );

  expect(errors).toEqual([]);
  expect(data._entities[99]).toEqual({
    id: 'o99',
    atOwnResponsibility: 'YES',
    venue: { name: { ja: '公民館' } },
    subjects: [{ label: { ja: '医学' } }],
  });
  expect(queries).toBe(3);
});

test('followers are told of an outside offering with its times', async () => {
  const service = await openTestService(center);
  const startsAt = new Date('2026-11-01T10:00:00+09:00');
  await service.plant(anExternalOffering({ occurrences: [{ startsAt, allDay: false }] }));

  const { items } = await service.service.feed();

  expect(items).toMatchObject([
    {
      kind: 'ExternalOffering',
      data: { title: { ja: '公開講座' }, occurrences: [{ startsAt: startsAt.toISOString() }] },
    },
  ]);
});

test('an outside offering that the index points to is answered whole, for this service keeps it itself', async () => {
  const service = await openTestService(center);
  await service.plant(anExternalOffering({ id: 'lecture', atOwnResponsibility: Tri.YES }));
  await takeIn(service.em(), [aTold('lecture', {}, { kind: 'ExternalOffering' })], {
    source: 'center',
  });

  const { data, errors } = await service.ask(`{
    opportunity(id: "lecture") { ...Whole }
    opportunities(filter: { includePast: true }) { edges { node { ...Whole } } }
  } fragment Whole on LearningOpportunity { id ... on ExternalOffering { title { ja } atOwnResponsibility } }`);

  const lecture = { id: 'lecture', title: { ja: '公開講座' }, atOwnResponsibility: 'YES' };
  expect(errors).toEqual([]);
  expect(data).toEqual({ opportunity: lecture, opportunities: { edges: [{ node: lecture }] } });
});

test('what others offer is found by kind of provider, by whether the city vouches for it and by subject, in one query', async () => {
  const service = await openTestService(center);
  const startsAt = new Date('2026-11-01T10:00:00+09:00');
  await service.plant(
    anExternalOffering({
      id: 'lecture',
      startsAt,
      endsAt: startsAt,
      providerKind: ProviderKind.UNIVERSITY,
      atOwnResponsibility: Tri.YES,
      subjectKeys: [{ scheme: 'NDC', code: '491' }],
    }),
    anExternalOffering({ id: 'silent', providerKind: ProviderKind.PRIVATE }),
    anExternalOffering({ id: 'over', endsAt: new Date('2026-10-01T10:00:00+09:00') }),
    anExternalOffering({ id: 'gone', withdrawnAt: new Date('2026-01-01T00:00:00Z') }),
  );
  const found = async (filter: string) => {
    const { data, errors, queries } = await service.ask(
      `{ externalOfferings(filter: ${filter}) { edges { node { id atOwnResponsibility } } } }`,
    );
    expect([errors, queries]).toEqual([[], 1]);
    return data.externalOfferings.edges.map((edge: { node: { id: string } }) => edge.node);
  };

  const lecture = { id: 'lecture', atOwnResponsibility: 'YES' };
  const silent = { id: 'silent', atOwnResponsibility: 'UNKNOWN' };
  expect(await found('{}')).toEqual([lecture, silent]);
  expect(await found('{ providerKind: UNIVERSITY }')).toEqual([lecture]);
  expect(await found('{ atOwnResponsibility: UNKNOWN }')).toEqual([silent]);
  expect(await found('{ subject: { scheme: "NDC", code: "49" } }')).toEqual([lecture]);
});
