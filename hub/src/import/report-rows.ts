import { departments } from '@manabi/data/city/departments';
import type { ReportedCountRecord } from '@manabi/kit/import/dataset/reported-count.record';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import { fold } from '@manabi/kit/text/fold';
import { deliveredReport } from '@manabi/plan/reported-count/reported-count.import';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { FileSetting, RoutedRow } from './routed-row.js';
import { setRowAside } from './set-aside.js';

/** Says for each row of a monthly report which department and facility it is about. */
export class ReportRows {
  private constructor(
    private readonly setting: FileSetting,
    private readonly facilities: ReadonlyMap<string, string>,
  ) {}

  /** Opens it with the names of the register of facilities. */
  static async open(em: EntityManager, setting: FileSetting): Promise<ReportRows> {
    if (setting.file.dataset !== 'reported-count') return new ReportRows(setting, new Map());
    const rows = await em.execute<{ code: string; names: string[] }[]>(
      `select code, array[code, name ->> 'ja'] || coalesce(aliases, '{}') as names from facility`,
    );
    return new ReportRows(
      setting,
      new Map(rows.flatMap(({ code, names }) => names.map((name) => [fold(name), code] as const))),
    );
  }

  /** Says where a row goes. A department or facility that nobody knows is set aside. */
  route(outcome: RowOutcome, record: ReportedCountRecord): RoutedRow {
    const { dataset, asOf, request, file } = this.setting;
    const department = departmentOf(record.department);
    const facilityCode = record.facility ? this.facilities.get(fold(record.facility)) : null;
    if (department === undefined || facilityCode === undefined) {
      return setRowAside(file, outcome, {
        column: department === undefined ? '部署' : '施設',
        value: department === undefined ? record.department : (record.facility ?? ''),
        code: department === undefined ? 'DEPARTMENT_UNKNOWN' : 'FACILITY_UNKNOWN',
        message: '部署または施設の一覧にない名です。',
        remedy: '一覧にある名かコードで書いてください。部署全体の数なら施設は空欄にします。',
      });
    }
    const row = deliveredReport(record, {
      dataset,
      asOf,
      department,
      facilityCode,
      ...(request.licence && { licence: request.licence }),
    });
    return { outcome, rows: [{ service: 'plan', row }] };
  }
}

function departmentOf(written: string): string | undefined {
  const name = fold(written);
  return departments().find((each) => [each.code, each.name.ja].map(fold).includes(name))?.code;
}
