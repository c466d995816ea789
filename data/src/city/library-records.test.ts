import { expect, test } from 'vitest';

import { bookSets } from './book-sets.js';
import { branchServices } from './branch-services.js';
import { culturalProperties } from './cultural-properties.js';
import { digitalItems } from './digital-items.js';
import { libraryBranches } from './library-branches.js';
import { referenceCases } from './reference-cases.js';
import { subjects } from './subjects.js';
import { titles } from './titles.js';

const TODAY = '2026-11-23';

test('everything a reference case names exists, and none repeats', () => {
  const books = new Map(titles(TODAY).map((title) => [title.id, title]));
  const keys = new Set(subjects().map(({ scheme, code }) => `${scheme}:${code}`));
  const branches = new Set(libraryBranches().map(({ facilityCode }) => facilityCode));
  const cases = referenceCases(TODAY);

  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  for (const row of cases) {
    expect(row.sourceIds.map((id) => books.get(id)?.isbn)).not.toContain(undefined);
    expect(row.subjectKeys.filter(({ scheme, code }) => !keys.has(`${scheme}:${code}`))).toEqual(
      [],
    );
    expect(branches).toContain(row.branchCode);
  }
});

test('a book that an answer names is one of its sources', () => {
  const books = new Map(titles(TODAY).map((title) => [title.id, title.title.ja]));

  for (const row of referenceCases(TODAY)) {
    const named = [...row.answer.ja.matchAll(/『([^』]+)』/gu)].map(([, name]) => name);
    const sources = new Set(row.sourceIds.map((id) => books.get(id)));
    expect(named.filter((name) => !sources.has(name))).toEqual([]);
  }
});

test('every cultural property has a book and a digitised item, and none is named that is not there', () => {
  const known = new Set(culturalProperties(TODAY).map(({ code }) => code));
  const ofBooks = new Set(titles(TODAY).flatMap(({ propertyCodes }) => propertyCodes));
  const ofItems = new Set(digitalItems(TODAY).flatMap(({ propertyCodes }) => propertyCodes));

  expect(ofBooks).toEqual(known);
  expect(ofItems).toEqual(known);
});

test('every set of books holds titles of the catalogue, and services are those of branches', () => {
  const books = new Set(titles(TODAY).map(({ id }) => id));
  const branches = new Set(libraryBranches().map(({ facilityCode }) => facilityCode));

  expect(
    bookSets(TODAY).flatMap(({ titleIds }) => titleIds.filter((id) => !books.has(id))),
  ).toEqual([]);
  for (const { bookableFrom, bookableUntil, gradeFrom, gradeTo } of bookSets(TODAY))
    expect(bookableFrom < bookableUntil && gradeFrom <= gradeTo).toBe(true);
  expect(new Set(branchServices(TODAY).map(({ branchCode }) => branchCode))).toEqual(branches);
});
