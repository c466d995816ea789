import type { DigitalItemRecord } from '@manabi/kit/import/dataset/library.record';
import { fold } from '@manabi/kit/text/fold';
import { deliveredItem } from '@manabi/library/digital-item/digital-item.import';
import type { EntityManager } from '@mikro-orm/postgresql';

import { branchNames, branchUnknown } from './branch-names.js';
import type { OpenRoute } from './list-route.js';
import { setRowAside } from './set-aside.js';

/** Says for each row of digitised items which branch keeps it and of which cultural properties it tells. What the registers do not have is set aside. */
export const digitalItemRows: OpenRoute<DigitalItemRecord> = async (places, setting) => {
  const branchOf = await branchNames(places.em('library'));
  const codeOf = await heritageCodes(places.em('center'));
  const { dataset, asOf, request, file } = setting;
  return (outcome, record) => {
    const branchId = branchOf(record.branch);
    if (record.branch !== undefined && branchId === undefined)
      return branchUnknown(setting, outcome, record.branch);
    const unknown = record.heritage.filter((word) => !codeOf.has(fold(word)));
    if (unknown.length > 0)
      return setRowAside(file, outcome, {
        column: '関係する文化財',
        value: unknown.join(';'),
        code: 'HERITAGE_UNKNOWN',
        message: '文化財一覧にない名か番号です。',
        remedy: '文化財一覧にある名で書くか、先に文化財一覧を取り込んでください。',
      });
    const row = deliveredItem(record, {
      dataset,
      asOf,
      branchId: branchId ?? null,
      heritageCodes: record.heritage.flatMap((word) => codeOf.get(fold(word)) ?? []),
      ...(request.licence && { licence: request.licence }),
    });
    return { outcome, rows: [{ service: 'library', row }] };
  };
};

/** Cultural properties by code, by name, and by the number under which their own list names them. */
async function heritageCodes(em: EntityManager): Promise<Map<string, string>> {
  const rows = await em.execute<{ code: string; name: string; source: string | null }[]>(
    `select code, name ->> 'ja' as name, substring(source_key from '#(.*)$') as source
     from cultural_property where withdrawn_at is null`,
  );
  return new Map(
    rows.flatMap(({ code, name, source }) =>
      [source, name, code].flatMap((word) => (word ? [[fold(word), code] as const] : [])),
    ),
  );
}
