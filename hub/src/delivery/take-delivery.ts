import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';

import { FileProblem } from '@manabi/kit/import/file-problem';
import { summaryText } from '@manabi/kit/import/report';

import type { Home } from '../home/home.js';
import { datasetName } from '../import/dataset-name.js';
import type { ImportPlaces } from '../import/import-places.js';
import type { ImportRequest, ImportResult } from '../import/import-request.js';
import { offerings } from '../import/route.rules.js';
import { importFile } from '../import/run-import.js';
import { chooseMap } from './choose-map.js';
import type { DeliveryRecord, DeliveryWay } from './delivery-record.js';
import { DeliveryRecords } from './delivery-records.js';
import { type KeptMap, KeptMaps } from './kept-maps.js';

/** A file that is delivered: what is to be imported, whose it is and how it came. */
export interface Delivery {
  readonly way: DeliveryWay;
  /** Whose file it is; null where nobody said. */
  readonly owner: string | null;
  /** An import; where `mode` is absent, the map says it, else it is a delta. */
  readonly request: Omit<ImportRequest, 'reports' | 'mode'> & Partial<Pick<ImportRequest, 'mode'>>;
}

/** What became of it: the record that is kept, and what the import tells where one was made. */
export interface Taken {
  readonly record: DeliveryRecord;
  readonly result?: ImportResult;
  readonly problem?: FileProblem;
}

/**
 * Takes a delivery, however it came: chooses the map that its department keeps for it, imports it, and keeps the record of what became
 * of it beside its report. What is wrong with the file is told, not thrown; whatever else breaks is thrown, and the record says FAILED.
 */
export async function takeDelivery(
  places: ImportPlaces,
  home: Home,
  delivery: Delivery,
): Promise<Taken> {
  const records = new DeliveryRecords(home);
  const id = delivery.request.run ?? randomUUID();
  const open = openRecord(id, delivery);
  records.keep(open);
  try {
    const kept = await mapFor(home, delivery, open.dataset);
    const named = { ...open, dataset: kept?.dataset ?? open.dataset, isMapped: kept !== undefined };
    const result = await importFile(places, requestOf(delivery, { id, kept, records }));
    const record = importedRecord(named, result);
    records.keep(record);
    return { record, result };
  } catch (error) {
    if (!(error instanceof FileProblem)) {
      records.keep({ ...open, state: 'FAILED', finishedAt: new Date().toISOString() });
      throw error;
    }
    return { record: refuse(records, open, error), problem: error };
  }
}

function openRecord(id: string, { way, owner, request }: Delivery): DeliveryRecord {
  return {
    id,
    department: owner,
    dataset: request.dataset ?? datasetName(request.file),
    fileName: basename(request.file),
    way,
    state: 'TAKING',
    startedAt: new Date().toISOString(),
    finishedAt: null,
    isMapped: false,
    counts: {},
    venues: null,
    account: '',
    problem: null,
  };
}

/** A kind that is said goes before a map: then the file is read by the standard names of that kind. */
async function mapFor(
  home: Home,
  { owner, request }: Delivery,
  dataset: string,
): Promise<KeptMap | undefined> {
  if (request.kind !== undefined || request.map) return undefined;
  return chooseMap(request.file, dataset, new KeptMaps(home).list(owner ?? undefined));
}

function requestOf(
  { request, owner }: Delivery,
  { id, kept, records }: { id: string; kept: KeptMap | undefined; records: DeliveryRecords },
): ImportRequest {
  const { mode = kept?.mode ?? 'delta', ...rest } = request;
  const department = offerings.find((name) => name === owner);
  return {
    ...(department && { department }),
    ...rest,
    mode,
    run: id,
    reports: records.folder,
    ...(kept && { map: kept.map, dataset: kept.dataset }),
  };
}

function importedRecord(open: DeliveryRecord, result: ImportResult): DeliveryRecord {
  const { state, counts, venues, summary } = result;
  return {
    ...open,
    state,
    finishedAt: new Date().toISOString(),
    counts: Object.fromEntries(counts),
    venues,
    account: summaryText(summary),
  };
}

function refuse(
  records: DeliveryRecords,
  open: DeliveryRecord,
  problem: FileProblem,
): DeliveryRecord {
  const { code, message, remedy, found } = problem;
  const record: DeliveryRecord = {
    ...open,
    state: 'REFUSED',
    finishedAt: new Date().toISOString(),
    problem: { code, message, remedy, found },
  };
  // What was written of rows before the file turned out to be unreadable tells of nothing that was taken.
  for (const name of ['report.csv', 'report.jsonl'])
    rmSync(join(records.folder, open.id, name), { force: true });
  records.keep(record);
  return record;
}
