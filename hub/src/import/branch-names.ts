import type { RowOutcome } from '@manabi/kit/import/outcome';
import { fold } from '@manabi/kit/text/fold';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { FileSetting, RoutedRow } from './routed-row.js';
import { setRowAside } from './set-aside.js';

/** The library's branches by name and by the code of their facility. */
export async function branchNames(
  em: EntityManager,
): Promise<(name: string | undefined) => string | undefined> {
  const rows = await em.execute<{ id: string; name: string; code: string }[]>(
    `select id, name ->> 'ja' as name, facility_code as code from library_branch where withdrawn_at is null`,
  );
  const ids = new Map(
    rows.flatMap(({ id, name, code }) => [[fold(code), id] as const, [fold(name), id] as const]),
  );
  return (name) => (name === undefined ? undefined : ids.get(fold(name)));
}

/** A row as one whose branch nobody knows. */
export const branchUnknown = (
  { file }: FileSetting,
  outcome: RowOutcome,
  value: string,
): RoutedRow =>
  setRowAside(file, outcome, {
    column: '図書館名',
    value,
    code: 'BRANCH_UNKNOWN',
    message: '図書館一覧にない名です。',
    remedy: '図書館一覧にある名で書くか、先に図書館一覧を取り込んでください。',
  });
