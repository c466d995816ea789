import { readFee } from '../cell/fee.js';
import { readWhole } from '../cell/number.js';
import { rewritten, taken } from '../cell/reading.js';
import { present, type Row } from '../row.js';
import { type Base, type Built, type Keyless, nameless } from './built.js';
import { placeFields } from './place.js';
import type { FacilityRecord } from './record.js';

/** Builds the record of a row of 公共施設一覧. */
export function toFacility(row: Row, base: Base): Built<FacilityRecord> {
  const name = row.text('name');
  if (name === undefined) return { identity: [], setAside: nameless(row.header('name')) };
  const place = placeFields(row, base);
  const record = present<Keyless<FacilityRecord>>({
    ...place,
    kind: 'facility',
    name,
    category: row.text('kind'),
    poi: poiOf(row),
    placement: row.text('placement'),
    capacity: row.read('capacity', readWhole),
    fee: row.keep('feeDetail', readFee({ basic: row.cell('fee'), detail: row.cell('feeDetail') })),
  });
  return { record, identity: [name, place.location.address ?? '', record.placement ?? ''] };
}

function poiOf(row: Row): string | undefined {
  return row.read('poi', (cell) => {
    const raw = cell.trim();
    const code = raw.normalize('NFKC').replace(/\.0$/, '');
    if (/^\d{4}$/.test(code)) return taken(code, rewritten('POI_FORM', raw, code));
    // POI codes begin with 01: of three digits the zero in front was lost.
    if (/^\d{3}$/.test(code)) return taken(`0${code}`, rewritten('POI_FORM', raw, `0${code}`));
    if (raw === '') return { repairs: [] };
    return {
      repairs: [],
      problem: {
        code: 'POI_INVALID',
        message: `「${raw}」はPOIコードではありません。`,
        remedy: '4桁のPOIコードを文字列で入力してください。',
      },
    };
  });
}
