import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { welfare } from '../service.js';
import { aPracticeNote } from './practice-note.builder.js';
import { PracticeNoteKind } from './practice-note.entity.js';

const on = (code: string) => ({ subjectKeys: [{ scheme: 'NDC', code }] });

const bySubject = `query ($of: [_Any!]!, $first: Int! = 20, $after: String) { _entities(representations: $of) { ... on Subject {
  practiceNotes(first: $first, after: $after) { edges { node { id subjects { code } } } pageInfo { hasNextPage endCursor } } } } }`;

const subject = (code: string) => ({ __typename: 'Subject', scheme: 'NDC', code });

test('notes on 100 subjects cost one query; a class holds what stands under it', async () => {
  const service = await openTestService(welfare);
  await service.plant(
    aPracticeNote({ id: 'a', writtenOn: '2026-04-01', ...on('369') }),
    aPracticeNote({ id: 'b', writtenOn: '2026-06-01', ...on('36') }),
    aPracticeNote({ id: 'c', ...on('59') }),
  );
  const codes = Array.from({ length: 98 }, (_, at) => String(100 + at));
  const of = ['36', '369', ...codes].map(subject);
  const ids = (page: { edges: { node: { id: string } }[] }) =>
    page.edges.map(({ node }) => node.id);

  const { data, errors, queries } = await service.ask(bySubject, { of });
  const first = await service.ask(bySubject, { of: [of[0]], first: 1 });
  const { endCursor, hasNextPage } = first.data._entities[0].practiceNotes.pageInfo;
  const second = await service.ask(bySubject, { of: [of[0]], first: 1, after: endCursor });

  expect(errors).toEqual([]);
  expect(queries).toBe(1);
  expect(ids(data._entities[0].practiceNotes)).toEqual(['b', 'a']);
  expect(ids(data._entities[1].practiceNotes)).toEqual(['a']);
  expect(ids(data._entities[2].practiceNotes)).toEqual([]);
  expect(ids(first.data._entities[0].practiceNotes)).toEqual(['b']);
  expect(hasNextPage).toBe(true);
  expect(ids(second.data._entities[0].practiceNotes)).toEqual(['a']);
});

test('anybody reads the summary; what was asked and done only staff who may', async () => {
  const service = await openTestService(welfare);
  await service.plant(
    aPracticeNote({ situation: '夜に起きる', approach: '一日を書き出す', learned: '昼寝を早める' }),
    aPracticeNote({ id: 'training', kind: PracticeNoteKind.TRAINING }),
  );
  const whole = '{ practiceNote(id: "note") { summary { ja } situation approach learned } }';

  const open = await service.ask(
    '{ practiceNotes(kind: ADVICE_CASE) { edges { node { id summary { ja } } } } }',
  );
  const nobody = await service.ask(whole);
  const other = await service.ask(whole, {}, { role: 'department', scopes: ['talent.contact'] });
  const staff = await service.ask(whole, {}, { role: 'department', scopes: ['practice.notes'] });

  expect(open.data.practiceNotes.edges.map(({ node }: { node: object }) => node)).toEqual([
    { id: 'note', summary: { ja: '生活のリズムをいっしょに見直した。' } },
  ]);
  expect(nobody.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect(other.errors[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(nobody.data.practiceNote.situation).toBeNull();
  expect(staff.errors).toEqual([]);
  expect(staff.data.practiceNote).toMatchObject({ approach: '一日を書き出す' });
});

test('references to 100 notes cost one query, and followers are told nothing that only staff read', async () => {
  const service = await openTestService(welfare);
  await service.plant(aPracticeNote({ situation: '夜に起きる' }));

  const { data, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on PracticeNote { kind } } }`,
    {
      of: Array.from({ length: 100 }, (_, at) => ({
        __typename: 'PracticeNote',
        id: at === 0 ? 'note' : `other-${at}`,
      })),
    },
  );
  const { items } = await service.service.feed();

  expect(queries).toBe(1);
  expect(data._entities.slice(0, 2)).toEqual([{ kind: 'ADVICE_CASE' }, null]);
  expect(items).toMatchObject([{ kind: 'PracticeNote', id: 'note' }]);
  expect(JSON.stringify(items)).not.toContain('夜に起きる');
});
