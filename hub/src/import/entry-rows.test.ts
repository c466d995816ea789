import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { aDepartment } from '@manabi/center/department/department.builder';
import { aFacility } from '@manabi/center/facility/facility.builder';
import { aSchoolDistrict } from '@manabi/center/school-district/school-district.builder';
import { center } from '@manabi/center/service';
import { aSubject } from '@manabi/center/subject/subject.builder';
import { openTestService } from '@manabi/kit/testing/test-service';
import { library } from '@manabi/library/service';
import { expect, onTestFinished, test } from 'vitest';

import { municipality } from '../city/municipality.js';
import { templateOf } from '../command/template.js';
import { importFile } from './run-import.js';

/** A centre with registers, into which filled forms are taken; `lines` stand below the form's own sample line. */
async function aTakingCentre() {
  const services = {
    center: await openTestService(center),
    library: await openTestService(library),
  };
  await services.center.plant(
    aSubject({ code: '61' }),
    aSubject({ code: '76' }),
    aDepartment(),
    aSchoolDistrict({ code: 'D01', name: { ja: '田無小学校区' } }),
    aFacility({ code: '132292-0007', name: { ja: '柳沢公民館' } }),
  );
  const folder = mkdtempSync(join(tmpdir(), 'manabi-entry-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const take = async (kind: string, ...lines: string[]) => {
    const file = join(folder, `${kind}.csv`);
    writeFileSync(file, templateOf(kind) + lines.join('\r\n'));
    return importFile(
      { em: (name) => (name === 'library' ? services.library : services.center).em() },
      {
        file,
        mode: 'full',
        dryRun: false,
        confirmed: false,
        scope: municipality,
        reports: folder,
        onProgress() {},
      },
    );
  };
  return { take, service: services.center };
}

const coordinator = {
  role: 'department',
  scopes: ['talent.contact'],
  purpose: 'talent-introduction',
} as const;

const person =
  'P-1,見本 あかり,ミホン アカリ,学校支援;講師,土を教えます。,613.5,農業指導員,6,15,田無小学校区,水 09:00-12:00;朝だけ,0,有,akari@example.invalid,042-000-0001,2026-09-01';

test('a filled form for people enters the talent bank, the sample line stays out, and again changes nothing', async () => {
  const { take, service } = await aTakingCentre();

  const first = await take('person', person);
  const again = await take('person', person);
  const { data, errors } = await service.ask(
    `{ people { edges { node { name { ja kana } role roles summary { ja } subjects { code } qualifications
      ages { minMonths maxMonths } districts { code } freeTimes { weekday startsAt endsAt } feeYen
      contactConsent contact { email phone } confirmedAt confirmationDue provenance { dataset sample } } } } }`,
    {},
    coordinator,
  );

  expect([first.state, again.state]).toEqual(['APPLIED', 'UNCHANGED']);
  expect(first.summary.codes).toMatchObject({ SAMPLE_LINE: 1, WEEKLY_TIME_UNREADABLE: 1 });
  expect(errors).toEqual([]);
  expect(data.people.edges).toEqual([
    {
      node: {
        name: { ja: '見本 あかり', kana: 'ミホン アカリ' },
        role: 'SCHOOL_VOLUNTEER',
        roles: ['SCHOOL_VOLUNTEER', 'INSTRUCTOR'],
        summary: { ja: '土を教えます。' },
        subjects: [{ code: '61' }],
        qualifications: ['農業指導員'],
        ages: { minMonths: 72, maxMonths: 191 },
        districts: [{ code: 'D01' }],
        freeTimes: [{ weekday: 3, startsAt: '09:00', endsAt: '12:00' }],
        feeYen: 0,
        contactConsent: 'YES',
        contact: { email: 'akari@example.invalid', phone: '042-000-0001' },
        confirmedAt: '2026-08-31T15:00:00.000Z',
        confirmationDue: false,
        provenance: { dataset: 'person', sample: false },
      },
    },
  ]);
});

test('the account of an import tells nobody how a person is reached', async () => {
  const { take } = await aTakingCentre();

  const { reports } = await take(
    'person',
    person,
    'P-2,名だけ,ナダケ,歌手,,61,,,,,,,,x@example.invalid,,',
  );

  for (const file of [reports.people, reports.machines]) {
    const account = readFileSync(file, 'utf8');
    expect(account).toContain('SAMPLE_LINE');
    expect(account).not.toMatch(/akari@|x@example|042-000-0001/);
  }
});

test('a row whose words the registers do not have is set aside and says so; silence is no consent', async () => {
  const { take, service } = await aTakingCentre();

  const { summary } = await take(
    'person',
    'P-1,歌う人,ウタウヒト,歌手,,61,,,,,,,,,,',
    'P-2,静かな人,シズカナヒト,講師,,999,,,,,,,,,,',
    'P-3,無口な人,ムクチナヒト,講師,,61,,,,,,,,,,',
  );
  const { data } = await service.ask(
    '{ people { edges { node { name { ja } contactConsent } } } }',
    {},
    coordinator,
  );

  expect(summary.codes).toMatchObject({ ENTRY_WORD_UNKNOWN: 2 });
  expect(data.people.edges).toEqual([
    { node: { name: { ja: '無口な人' }, contactConsent: 'UNKNOWN' } },
  ]);
});

test('forms for groups and desks enter their registers, at the facilities and departments that they name', async () => {
  const { take, service } = await aTakingCentre();

  const groups = await take(
    'group',
    'G-1,見本合唱団,ミホンガッショウダン,歌います。,76,12,500,有,柳沢公民館,g@example.invalid,,2026-09-01',
  );
  const desks = await take(
    'desk',
    'D-1,畑の相談,ハタケノソウダン,土の相談です。,61,公民館,柳沢公民館,月 09:00-17:00,不要,2,042-000-0002,https://www.example.jp/,2026-09-01',
  );
  const { data, errors } = await service.ask(`{
    groups { edges { node { name { ja } members monthlyFeeYen acceptsBeginners } } }
    desks { edges { node { name { ja } department { code } venue { code } hours { weekday opensAt closesAt }
      appointment capacity phone url openNow } } } }`);

  expect([groups.state, desks.state, errors]).toEqual(['APPLIED', 'APPLIED', []]);
  expect(data.groups.edges).toEqual([
    {
      node: {
        name: { ja: '見本合唱団' },
        members: 12,
        monthlyFeeYen: 500,
        acceptsBeginners: 'YES',
      },
    },
  ]);
  expect(data.desks.edges).toEqual([
    {
      node: {
        name: { ja: '畑の相談' },
        department: { code: 'kominkan' },
        venue: { code: '132292-0007' },
        hours: [{ weekday: 1, opensAt: '09:00', closesAt: '17:00' }],
        appointment: 'NO',
        capacity: 2,
        phone: '042-000-0002',
        url: 'https://www.example.jp/',
        openNow: 'YES',
      },
    },
  ]);
});
