import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { BudgetLine } from '../budget/budget-line.entity.js';
import { aMeasure } from '../measure/measure.builder.js';
import { plan } from '../service.js';
import { aDecision, aMeeting } from './meeting.builder.js';
import { PlanMeetingKind } from './meeting.entity.js';

const provenance = { department: 'plan', sample: false };
const budget = (given: Partial<BudgetLine>): BudgetLine =>
  Object.assign(new BudgetLine(), { title: { ja: '運営費' }, provenance }, given);

test('what was decided and is paid for 100 measures costs four queries, with its meetings', async () => {
  const service = await openTestService(plan);
  await service.plant(
    aMeasure({ code: '1-1' }),
    aMeasure({ code: '1-2' }),
    aMeeting({ id: 'spring', heldAt: new Date('2026-05-01') }),
    aMeeting({ id: 'autumn', heldAt: new Date('2026-09-01'), kind: PlanMeetingKind.CITIZENS }),
    aDecision({ id: 's1', meetingId: 'spring', measureCode: '1-1' }),
    aDecision({ id: 'a1', meetingId: 'autumn', measureCode: '1-1' }),
    aDecision({ id: 'a2', meetingId: 'autumn', measureCode: '1-2', number: 2 }),
    budget({ id: 'b1', measureCode: '1-1', fiscalYear: 2025, amountThousandYen: 10 }),
    budget({
      id: 'b2',
      measureCode: '1-1',
      fiscalYear: 2026,
      amountThousandYen: 20,
      departmentCode: 'plan',
    }),
  );
  const codes = ['1-1', '1-2', ...Array.from({ length: 98 }, (_, at) => `9-${at}`)];

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Measure {
      decisions { id meeting { id kind } } budget(fiscalYear: 2026) { amountThousandYen department { code } } } } }`,
    { of: codes.map((code) => ({ __typename: 'Measure', code })) },
  );

  expect(errors).toEqual([]);
  expect(queries).toBe(4);
  expect(data._entities[0]).toEqual({
    decisions: [
      { id: 'a1', meeting: { id: 'autumn', kind: 'CITIZENS' } },
      { id: 's1', meeting: { id: 'spring', kind: 'COORDINATION' } },
    ],
    budget: [{ amountThousandYen: 20, department: { code: 'plan' } }],
  });
  expect(data._entities[1].decisions).toEqual([
    { id: 'a2', meeting: { id: 'autumn', kind: 'CITIZENS' } },
  ]);
});

test('meetings are listed latest first with their decisions, and found by kind, measure and time', async () => {
  const service = await openTestService(plan);
  await service.plant(
    aMeasure({ code: '1-1' }),
    aMeasure({ code: '1-2' }),
    aMeeting({ id: 'spring', heldAt: new Date('2026-05-01'), facilityCode: 'F1' }),
    aMeeting({ id: 'autumn', heldAt: new Date('2026-09-01'), kind: PlanMeetingKind.CITIZENS }),
    aDecision({ id: 'a1', meetingId: 'autumn', measureCode: '1-1' }),
    aDecision({ id: 'a2', meetingId: 'autumn', measureCode: '1-2', number: 2 }),
  );
  const meetings = async (filter: object) => {
    const { data, errors, queries } = await service.ask(
      `query ($filter: PlanMeetingFilter) { planMeetings(first: 1, filter: $filter) {
        edges { node { id facility { code } decisions(measure: "1-2") { number } } } pageInfo { hasNextPage } } }`,
      { filter },
    );
    expect(errors).toEqual([]);
    expect(queries).toBe(2);
    return data.planMeetings;
  };

  expect(await meetings({})).toEqual({
    edges: [{ node: { id: 'autumn', facility: null, decisions: [{ number: 2 }] } }],
    pageInfo: { hasNextPage: true },
  });
  const spring = { edges: [{ node: { id: 'spring', facility: { code: 'F1' }, decisions: [] } }] };
  expect(await meetings({ kind: 'COORDINATION' })).toMatchObject(spring);
  expect(await meetings({ period: { to: '2026-06-01T00:00:00Z' } })).toMatchObject(spring);
  expect((await meetings({ measure: '1-1' })).edges[0].node.id).toBe('autumn');
});
