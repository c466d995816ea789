import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { opaqueId } from '../opaque-id.js';
import { areas } from './areas.js';
import { datasets } from './datasets.js';
import { departments } from './departments.js';
import { facilities } from './facilities.js';
import { measures } from './measures.js';
import { population } from './population.js';
import { rooms } from './rooms.js';
import { schoolDistricts } from './school-districts.js';
import { subjects } from './subjects.js';

const repeated = (codes: string[]): string[] =>
  codes.filter((code, at) => codes.indexOf(code) !== at);

test('an opaque id is twelve base32 characters and never changes', () => {
  expect(opaqueId('room', '132292-0303:01')).toMatch(/^[a-z2-7]{12}$/);
  expect(opaqueId('room', '132292-0303:01')).toBe(opaqueId('room', '132292-0303:01'));
  expect(opaqueId('room', '132292-0303:01')).not.toBe(opaqueId('room', '132292-0303:02'));
});

test('the city has 114 town blocks and each lies in one school district', () => {
  const codes = areas().map((area) => area.code);
  const covered = schoolDistricts().flatMap((district) => district.areaCodes);

  expect(codes).toHaveLength(114);
  expect(covered.toSorted()).toEqual(codes.toSorted());
});

test('every facility has a block of the city, a department, a reading and a point inside the city', () => {
  const blocks = new Set(areas().map((area) => area.name.ja));
  const owners = new Set(departments().map((department) => department.code));
  const rows = facilities();

  expect(rows.length).toBeGreaterThan(115);
  expect(repeated(rows.map((row) => row.code))).toEqual([]);
  expect(repeated(rows.flatMap((row) => [row.name.ja, ...row.aliases]))).toEqual([]);
  for (const row of rows) {
    expect(row.code).toMatch(/^132292-\d{4}$/);
    expect(blocks).toContain(row.address.block);
    expect(owners).toContain(row.departmentCode);
    expect(row.name.kana).toMatch(/^[ァ-ヶー]+$/);
    expect(row.address.number ?? '').not.toMatch(/[階ァ-ヶ]/);
    expect(row.latitude).toBeGreaterThan(35.7);
    expect(row.latitude).toBeLessThan(35.77);
    expect(row.longitude).toBeGreaterThan(139.5);
    expect(row.longitude).toBeLessThan(139.58);
    expect(row.hours.length).toBeGreaterThan(0);
    expect(row.phone ?? '042-000-0000').toMatch(/^042-\d{3}-\d{4}$/);
  }
});

test('every room stands in a facility and no facility has two rooms of one name', () => {
  const codes = new Set(facilities().map((facility) => facility.code));
  const rows = rooms();

  expect(rows.filter((room) => !codes.has(room.facilityCode))).toEqual([]);
  expect(repeated(rows.map((room) => room.id))).toEqual([]);
  expect(repeated(rows.map((room) => `${room.facilityCode} ${room.name.ja}`))).toEqual([]);
});

test('invented hours are marked on a real facility and told hours are not', () => {
  const rows = new Map(facilities().map((facility) => [facility.name.ja, facility]));

  expect(rows.get('芝久保公民館')?.sampleFields).toContain('hours');
  expect(rows.get('中央図書館')?.sampleFields).not.toContain('hours');
});

test('a misspelling of an organiser is not an alias', () => {
  const aliases = facilities().flatMap((facility) => facility.aliases);

  expect(aliases).not.toContain('芝保公民館');
});

test('the plan has 101 measures, each under a heading and answered for by a department', () => {
  const rows = measures();
  const codes = new Set(rows.map((row) => row.code));
  const owners = new Set(departments().map((department) => department.code));
  const lowest = rows.filter((row) => row.level === 'MEASURE');

  expect(lowest).toHaveLength(101);
  expect(repeated(rows.map((row) => row.code))).toEqual([]);
  expect(rows.filter((row) => row.parentCode !== null && !codes.has(row.parentCode))).toEqual([]);
  expect(lowest.filter((row) => row.tier === null || row.proofs.length === 0)).toEqual([]);
  expect(lowest.flatMap((row) => row.departmentCodes).filter((code) => !owners.has(code))).toEqual(
    [],
  );
});

test('every NDC class leads to a broader class and to one of the nine MEXT classes', () => {
  const rows = subjects();
  const keys = new Set(rows.map((row) => `${row.scheme}:${row.code}`));
  const ndc = rows.filter((row) => row.scheme === 'NDC');

  expect(ndc).toHaveLength(110);
  expect(rows.filter((row) => row.scheme === 'MEXT')).toHaveLength(9);
  expect(repeated([...keys])).toEqual([]);
  for (const row of ndc) {
    expect(keys).toContain(`MEXT:${row.mext?.code}`);
    if (row.code.length === 2) expect(row.broader?.code).toBe(row.code[0]);
  }
});

test('population is counted in tens for every block and marked as sample', () => {
  const rows = population();

  expect(rows).toHaveLength(114 * 21 * 2);
  expect(rows.every((row) => row.sample && row.count % 10 === 0 && row.districtCode !== '')).toBe(
    true,
  );
});

test('every row of a register names a listed source', () => {
  const known = new Set(datasets().map((dataset) => dataset.code));
  const rows = [
    ...areas(),
    ...departments(),
    ...facilities(),
    ...rooms(),
    ...subjects(),
    ...measures(),
  ];

  expect(rows.filter((row) => !known.has(row.dataset))).toEqual([]);
  expect(rows.every((row) => /^\d{4}-\d{2}-\d{2}$/.test(row.asOf))).toBe(true);
});

test('the page of sources lists every data set with its licence', () => {
  const page = readFileSync(new URL('../../SOURCES.md', import.meta.url), 'utf8').split('\n');

  for (const { code, licence, date } of datasets()) {
    const told = page.find((line) => line.startsWith(`| \`${code}\``));
    expect(told).toContain(licence);
    expect(told).toContain(date);
  }
});
