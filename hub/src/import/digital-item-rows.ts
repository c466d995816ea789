import type { DigitalItemRecord } from '@manabi/kit/import/dataset/library.record';
import { deliveredItem } from '@manabi/library/digital-item/digital-item.import';

import type { OpenRoute } from './list-route.js';
import { openRegister } from './registers.js';
import { branchUnknown } from './row-unknown.js';
import { setRowAside } from './set-aside.js';

/** Says for each row of digitised items which branch keeps it and of which cultural properties it tells. What the registers do not have is set aside. */
export const digitalItemRows: OpenRoute<DigitalItemRecord> = async (places, setting) => {
  const branches = await openRegister(places.em('library'), 'branch');
  const properties = await openRegister(places.em('center'), 'property');
  const { dataset, asOf, request, file } = setting;
  return (outcome, record) => {
    const branchId = branches.idOf(record.branch);
    if (record.branch !== undefined && branchId === null)
      return branchUnknown(setting, outcome, record.branch);
    const unknown = record.heritage.filter((word) => properties.idOf(word) === null);
    if (unknown.length > 0)
      return setRowAside(file, outcome, {
        column: '関係する文化財',
        value: unknown.join(';'),
        code: 'HERITAGE_UNKNOWN',
        message: '文化財一覧にない名か番号か、同じ名の文化財がいくつもあります。',
        remedy: '文化財一覧にある名で書くか、先に文化財一覧を取り込んでください。',
      });
    const row = deliveredItem(record, {
      dataset,
      asOf,
      branchId,
      heritageCodes: record.heritage.flatMap((word) => properties.idOf(word) ?? []),
      ...(request.licence && { licence: request.licence }),
    });
    return { outcome, rows: [{ service: 'library', row }] };
  };
};
