import type { ReferenceCaseRecord } from '@manabi/kit/import/dataset/record';
import { isOpaqueId } from '@manabi/kit/opaque-id';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import { fold } from '@manabi/kit/text/fold';
import { deliveredCase } from '@manabi/library/reference-case/reference-case.import';
import type { EntityManager } from '@mikro-orm/postgresql';

import { publishedHere } from './published-rows.js';
import type { FileSetting, RoutedRow } from './routed-row.js';

/** Says for each row of a list of reference cases which branch answered it. */
export class ReferenceCaseRows {
  private constructor(
    private readonly setting: FileSetting,
    private readonly branchOfName: ReadonlyMap<string, string>,
    private readonly ofOthers: ReadonlySet<string>,
  ) {}

  /** Opens it with the names of the library's branches, and the cases that came from elsewhere than this data set. */
  static async open(em: EntityManager, setting: FileSetting): Promise<ReferenceCaseRows> {
    const branches = await em.execute<{ id: string; name: string }[]>(
      `select id, name ->> 'ja' as name from library_branch`,
    );
    const others = await em.execute<{ id: string }[]>(
      `select id from reference_case where provenance ->> 'dataset' is distinct from ?`,
      [setting.dataset],
    );
    return new ReferenceCaseRows(
      setting,
      new Map(branches.map(({ id, name }) => [fold(name), id])),
      new Set(others.map(({ id }) => id)),
    );
  }

  /** Says where a row goes. A branch that nobody knows is left open; what this very city published takes nothing over. */
  route(outcome: RowOutcome, record: ReferenceCaseRecord): RoutedRow {
    if (isOpaqueId(record.key) && this.ofOthers.has(record.key))
      return publishedHere(this.setting, outcome, record.key);
    const { dataset, asOf, request } = this.setting;
    const row = deliveredCase(record, {
      dataset,
      asOf,
      ...(request.licence && { licence: request.licence }),
      branchId: record.branchName && this.branchOfName.get(fold(record.branchName)),
    });
    return { outcome, rows: [{ service: 'library', row }] };
  }
}
