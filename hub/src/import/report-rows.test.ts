import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { aFacility } from '@manabi/center/facility/facility.builder';
import { center } from '@manabi/center/service';
import { type TestService, openTestService } from '@manabi/kit/testing/test-service';
import { library } from '@manabi/library/service';
import { plan } from '@manabi/plan/service';
import { expect, onTestFinished, test } from 'vitest';

import { municipality } from '../city/municipality.js';
import { templateOf } from '../command/template.js';
import { importFile } from './run-import.js';

test('what is written into the form of monthly reports is kept, and what cannot be read or placed is set aside', async () => {
  const services = {
    center: await openTestService(center),
    library: await openTestService(library),
    plan: await openTestService(plan),
  };
  await services.center.plant(aFacility({ code: '132292-0205', name: { ja: '柳沢図書館' } }));
  const folder = mkdtempSync(join(tmpdir(), 'manabi-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'report.csv');
  const lines = [
    '1,図書館,柳沢図書館,2026年9月,貸出点数,65歳以上,"1,234"',
    '2,library,,2026-09,来館者数,,0',
    '3,図書館,,2026-09,人気,,5',
    '4,図書館,,2026-09,来館者数,,多数',
    '5,図書館,月の図書館,2026-09,来館者数,,5',
    '6,月課,,2026-09,来館者数,,5',
  ];
  writeFileSync(file, `${templateOf('report')}${lines.join('\r\n')}\r\n`);

  const { summary } = await importFile(
    {
      em: (name) =>
        (new Map<string, TestService>(Object.entries(services)).get(name) ?? services.center).em(),
    },
    {
      file,
      mode: 'full',
      scope: municipality,
      dryRun: false,
      confirmed: true,
      reports: folder,
      onProgress() {},
    },
  );
  const kept = await services.plan
    .em()
    .execute(
      `select department, facility_code, month, measure, age_band, count from reported_count order by count desc`,
    );

  expect(kept).toEqual([
    {
      department: 'library',
      facility_code: '132292-0205',
      month: '2026-09',
      measure: 'LOANS',
      age_band: '65+',
      count: 1234,
    },
    {
      department: 'library',
      facility_code: null,
      month: '2026-09',
      measure: 'VISITS',
      age_band: null,
      count: 0,
    },
  ]);
  expect(summary.codes).toMatchObject({
    REPORT_UNREAD: 1,
    REPORT_WITHOUT_COUNT: 1,
    FACILITY_UNKNOWN: 1,
    DEPARTMENT_UNKNOWN: 1,
  });
});
