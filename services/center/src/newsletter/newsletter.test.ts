import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { TextOrigin } from '@manabi/kit/value/local-text';
import { FeeKind } from '@manabi/kit/value/fee';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { expect, test } from 'vitest';

import { aFacility } from '../facility/facility.builder.js';
import { aTold, takeIn } from '../opportunity/told.builder.js';
import { center } from '../service.js';

const house = '132292-0001';
const day = (number: number) => new Date(Date.UTC(2026, 9, number, -9)).toISOString();
const span = { from: day(5), to: day(30) };
const draft = `query ($in: TimeSpan!, $characters: Int! = 4000) {
  newsletterDraft(in: $in, characters: $characters) { characters omitted sections {
    lifeStage heading { ja } omitted lines { text plain { text origin } opportunityId provenance { department } } } } }`;

const room = (id: string, roomName: string) => ({
  id,
  kind: 'lottery-window',
  state: 'updated' as const,
  modified: 1,
  data: {
    facilityCode: house,
    roomName,
    month: '2026-12',
    opensAt: day(1),
    closesAt: day(7),
    drawAt: day(40),
    confirmBy: day(45),
    odds: null,
    provenance: { department: 'kominkan', sample: true },
  },
});

async function aCity() {
  const service = await openTestService(center);
  await service.plant(aFacility({ code: house, name: { ja: '柳沢公民館' } }));
  await takeIn(service.em(), [
    aTold('choir', {
      title: { ja: '混声合唱', plain: { text: 'みんなで 歌います。', origin: TextOrigin.HUMAN } },
      venueCode: house,
      fee: { kind: FeeKind.FREE },
      applyOpensAt: day(6),
      audiences: [Audience.ADULT, Audience.SENIOR],
    }),
    aTold('tea', { title: { ja: '茶の湯' }, applyClosesAt: day(8), audiences: [Audience.ADULT] }),
    aTold('story', {
      title: { ja: 'おはなし会' },
      applyOpensAt: day(9),
      audiences: [Audience.INFANT],
    }),
    room('a', '集会室'),
    room('b', '和室'),
  ]);
  return service;
}

test('a draft prints what opens and closes by time of life, each once, rooms of one lottery together', async () => {
  const service = await aCity();

  const { data, errors } = await service.ask(draft, { in: span });

  expect(errors).toEqual([]);
  const { sections, characters, omitted } = data.newsletterDraft;
  expect(sections.map((each: { lifeStage: string }) => each.lifeStage)).toEqual([
    'EARLY_CHILDHOOD',
    'ADULTHOOD',
    'EVERYONE',
  ]);
  expect(sections[1].lines).toEqual([
    {
      text: '10月6日 受付開始「混声合唱」（柳沢公民館、無料）',
      plain: { text: 'みんなで 歌います。 10月6日から 申し込みが できます。', origin: 'MACHINE' },
      opportunityId: 'choir',
      provenance: { department: 'kominkan' },
    },
    {
      text: '10月8日 申込締切「茶の湯」',
      plain: null,
      opportunityId: 'tea',
      provenance: { department: 'kominkan' },
    },
  ]);
  expect(sections[2].lines).toMatchObject([
    { text: '10月7日 申込締切「柳沢公民館集会室ほか1室の利用抽選」', opportunityId: null },
  ]);
  const printed = sections.map(
    (each: { heading: { ja: string }; lines: { text: string }[] }) =>
      each.heading.ja + each.lines.map(({ text }) => text).join(''),
  );
  expect([characters, omitted]).toEqual([printed.join('').length, 0]);
});

test('an issue keeps to its room, takes from every time of life in turn and counts what finds none', async () => {
  const service = await aCity();
  await takeIn(
    service.em(),
    Array.from({ length: 30 }, (_, number) =>
      aTold(`more-${number}`, { applyOpensAt: day(6), audiences: [Audience.ADULT] }),
    ),
  );

  const { data } = await service.ask(draft, { in: span, characters: 200 });

  const { sections, characters, omitted } = data.newsletterDraft;
  expect(characters).toBeLessThanOrEqual(200);
  expect(sections).toHaveLength(3);
  expect(omitted).toBeGreaterThan(20);
  expect(omitted).toBe(
    sections.reduce((sum: number, each: { omitted: number }) => sum + each.omitted, 0),
  );
});

const desk: Caller = { role: 'department', client: 'centre', scopes: ['newsletter.publish'] };
const publishing = `mutation ($input: PublishNewsletterInput!) { publishNewsletter(input: $input) { __typename
  ... on NewsletterPublished { newsletter { id title { ja } characters sections { lines { text } } } }
  ... on NewsletterEmpty { why { ja } } } }`;

test('an issue is published once, stays as it was, and followers are told; an empty one is refused', async () => {
  const service = await aCity();
  const publish = (input: object, caller = desk) =>
    service.ask(
      publishing,
      {
        input: {
          title: '10月号',
          in: span,
          reason: '定期発行',
          idempotencyKey: randomUUID(),
          ...input,
        },
      },
      caller,
    );
  const idempotencyKey = randomUUID();

  const first = await publish({ idempotencyKey });
  await takeIn(service.em(), [aTold('tea', { cancelledAt: day(5) }, { modified: 2 })]);
  const again = await publish({ idempotencyKey });
  const empty = await publish({ in: { from: day(1), to: day(1) } });
  const stranger = await publish({}, { ...desk, scopes: [] });
  const { data } = await service.ask('{ newsletters { edges { node { title { ja } omitted } } } }');

  expect(first.data.publishNewsletter.newsletter).toMatchObject({ title: { ja: '10月号' } });
  expect(again.data).toEqual(first.data);
  expect(empty.data.publishNewsletter.__typename).toBe('NewsletterEmpty');
  expect(stranger.errors[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(data.newsletters.edges).toEqual([{ node: { title: { ja: '10月号' }, omitted: 0 } }]);
  const { items } = await service.service.feed();
  expect(items.filter(({ kind }) => kind === 'Newsletter')).toHaveLength(1);
});
