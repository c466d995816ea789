import { readList } from '../cell/list.js';
import { readNumber, readWhole } from '../cell/number.js';
import { readTriState, type TriState } from '../cell/tri-state.js';
import { present, type Row } from '../row.js';
import { type Base, type Built, joined, type Keyless, nameless } from './built.js';
import { placeFields } from './place.js';
import type { EvacuationSiteRecord, Hazard } from './record.js';

/** Builds the record of a row of 指定緊急避難場所一覧. A hazard whose cell is blank is UNKNOWN: the files do not tell "no" from "not said". */
export function toEvacuationSite(row: Row, base: Base): Built<EvacuationSiteRecord> {
  const name = row.text('name');
  if (name === undefined) return { identity: [], setAside: nameless(row.header('name')) };
  const place = placeFields(row, base);
  const answer = (column: Hazard | 'isShelter'): TriState =>
    row.read(column, readTriState) ?? 'UNKNOWN';
  const record = present<Keyless<EvacuationSiteRecord>>({
    ...place,
    kind: 'evacuation-site',
    name,
    hazards: {
      flood: answer('flood'),
      landslide: answer('landslide'),
      stormSurge: answer('stormSurge'),
      earthquake: answer('earthquake'),
      tsunami: answer('tsunami'),
      fire: answer('fire'),
      inlandFlood: answer('inlandFlood'),
      volcano: answer('volcano'),
    },
    isShelter: answer('isShelter'),
    elevation: row.read('elevation', readNumber),
    capacity: row.read('capacity', readWhole),
    neighbourhoods: row.read('neighbourhoods', readList) ?? [],
    remarks: joined(place.remarks, row.proseOf('capacity', 'elevation')),
  });
  return { record, identity: [name, place.location.address ?? ''] };
}
