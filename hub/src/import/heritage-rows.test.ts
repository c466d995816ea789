import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { anArea } from '@manabi/center/area/area.builder';
import { aFacility } from '@manabi/center/facility/facility.builder';
import { center } from '@manabi/center/service';
import { openTestService } from '@manabi/kit/testing/test-service';
import { library } from '@manabi/library/service';
import { expect, onTestFinished, test } from 'vitest';

import { municipality } from '../city/municipality.js';
import { importFile } from './run-import.js';

const files = join(import.meta.dirname, '../../test/files');

/** A city of two services into which files of `hub/test/files` are taken. */
async function aTakingCity() {
  const services = {
    center: await openTestService(center),
    library: await openTestService(library),
  };
  const reports = mkdtempSync(join(tmpdir(), 'manabi-heritage-'));
  onTestFinished(() => rmSync(reports, { recursive: true, force: true }));
  const take = (file: string) =>
    importFile(
      // Lists of heritage go to the centre; the router looks into the library's catalogue too.
      { em: (name) => (name === 'library' ? services.library : services.center).em() },
      {
        file: join(files, file),
        mode: 'full',
        dryRun: false,
        confirmed: false,
        scope: municipality,
        reports,
        onProgress() {},
      },
    );
  return { take, center: services.center };
}

test('a list of heritage with the older headers enters the register, at its facility, and again changes nothing', async () => {
  const { take, center: service } = await aTakingCity();
  await service.plant(
    aFacility({
      code: '132292-0007',
      name: { ja: 'こだま公民館' },
      address: { block: '柳沢一丁目', number: '99-1' },
    }),
  );

  const first = await take('132292_cultural_property.csv');
  const again = await take('132292_cultural_property.csv');
  const { data, errors } = await service.ask(`{ culturalProperties { edges { node {
    name { ja kana en { text } } designations category placeName facility { code } designatedOn quantity owner
    summary { ja } description { ja } hours { weekday opensAt closesAt } hoursNote phone url
    provenance { department dataset sample } } } } }`);

  expect([first.state, first.summary.setAside, again.state]).toEqual(['APPLIED', 0, 'UNCHANGED']);
  expect(errors).toEqual([]);
  const nodes = data.culturalProperties.edges.map(
    (edge: { node: { name: { ja: string } } }) => edge.node,
  );
  const named = (name: string) =>
    nodes.find((node: { name: { ja: string } }) => node.name.ja === name);
  expect(named('こだまの土蔵')).toEqual({
    name: { ja: 'こだまの土蔵', kana: 'コダマノドゾウ', en: { text: 'Kodama Storehouse' } },
    designations: ['登録有形文化財'],
    category: '建造物',
    placeName: 'こだま公民館',
    facility: { code: '132292-0007' },
    designatedOn: '2010-04-28',
    quantity: '1棟',
    owner: '見本市教育委員会',
    summary: { ja: '明治の土蔵です。' },
    description: { ja: '扉に家紋が残ります。' },
    hours: [
      { weekday: 6, opensAt: '10:00', closesAt: '16:00' },
      { weekday: 7, opensAt: '10:00', closesAt: '16:00' },
    ],
    hoursNote: '雨天休み',
    phone: '042-999-0001',
    url: 'https://www.example.jp/dozo',
    provenance: { department: 'heritage', dataset: '132292_cultural_property', sample: false },
  });
  expect(named('ひばりの大欅')).toMatchObject({ owner: null, facility: null });
});

test('a list with the headers of 2026 enters the register too, in its town block', async () => {
  const { take, center: service } = await aTakingCity();
  await service.plant(anArea({ code: 'S001001', name: { ja: '泉町一丁目' } }));

  const { state } = await take('cultural_property_2026.csv');
  const { data } =
    await service.ask(`{ culturalProperties(filter: { areaCode: "S001001" }) { edges { node {
    name { ja en { text } } designations address { block } point { latitude } subjects { code } } } } }`);

  expect(state).toBe('APPLIED');
  expect(data.culturalProperties.edges).toMatchObject([
    {
      node: {
        name: { ja: '泉の囃子', en: { text: 'Izumi Festival Music' } },
        designations: ['市指定文化財', '無形民俗文化財'],
        address: { block: '泉町一丁目' },
        point: { latitude: 35.7379 },
      },
    },
  ]);
});
