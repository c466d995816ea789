import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aBookSet } from '../book-set/book-set.builder.js';
import { aBranch } from '../branch/branch.builder.js';
import { aDigitalItem } from '../digital-item/digital-item.builder.js';
import { aProgram } from '../program/program.builder.js';
import { aReferenceCase } from '../reference-case/reference-case.builder.js';
import { library } from '../service.js';

const desk: Caller = { role: 'department', client: 'library-desk', scopes: ['library.write'] };
const confirmText = `mutation ($input: ConfirmLibraryRecordInput!) { confirmLibraryRecord(input: $input) { __typename
  ... on LibraryRecordConfirmed { kind id asOf } ... on ChangedMeanwhile { currentRevision } } }`;
const confirmation = (kind: string, id: string, revision = 0) => ({
  input: { idempotencyKey: randomUUID(), reason: '年次点検', kind, id, revision },
});
const provenance = {
  department: 'library',
  dataset: 'old-list',
  sample: false,
  asOf: new Date('2024-04-01T00:00:00+09:00'),
};

test.each([
  ['LIBRARY_BRANCH', aBranch({ id: 'it', provenance }), '{ libraryBranches { %} }'],
  ['LIBRARY_PROGRAM', aProgram({ id: 'it', provenance }), '{ libraryProgram(id: "it") { %} }'],
  ['REFERENCE_CASE', aReferenceCase({ id: 'it', provenance }), '{ referenceCase(id: "it") { %} }'],
  ['DIGITAL_ITEM', aDigitalItem({ id: 'it', provenance }), '{ digitalItem(id: "it") { %} }'],
  ['BOOK_SET', aBookSet({ id: 'it', provenance }), '{ bookSet(id: "it") { %} }'],
])(
  'a %s that grew stale is fresh again when its department says that it holds',
  async (kind, row, query) => {
    const service = await openTestService(library);
    await service.plant(row);
    const asked = query.replace('%', 'revision provenance { stale dataset asOf } ');

    const before = await service.ask(asked, {}, desk);
    const { data, errors } = await service.ask(confirmText, confirmation(kind, 'it'), desk);
    const after = await service.ask(asked, {}, desk);

    const asOf = '2026-10-05T01:00:00.000Z';
    const [was, is] = [before, after].map((each) => [Object.values(each.data)[0]].flat()[0]);
    expect(errors).toEqual([]);
    expect(data.confirmLibraryRecord).toEqual({
      __typename: 'LibraryRecordConfirmed',
      kind,
      id: 'it',
      asOf,
    });
    expect(was).toMatchObject({ revision: 0, provenance: { stale: true, dataset: 'old-list' } });
    expect(is).toEqual({ revision: 1, provenance: { stale: false, dataset: null, asOf } });
  },
);

test('a record that somebody changed, or that nobody has, is not confirmed', async () => {
  const service = await openTestService(library);
  await service.plant(aBookSet({ id: 'it', provenance }));
  await service.ask(confirmText, confirmation('BOOK_SET', 'it'), desk);

  const late = await service.ask(confirmText, confirmation('BOOK_SET', 'it'), desk);
  const unknown = await service.ask(confirmText, confirmation('DIGITAL_ITEM', 'it'), desk);

  expect(late.data.confirmLibraryRecord).toEqual({
    __typename: 'ChangedMeanwhile',
    currentRevision: 1,
  });
  expect(unknown.data.confirmLibraryRecord).toEqual({ __typename: 'RecordUnknown' });
});
