import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';

import { withdrawalLimit, withdrawsTooMuch } from '@manabi/kit/delivery/delivery.apply';
import type { DeliveryCounts } from '@manabi/kit/delivery/delivery.target';
import { datasetTitle } from '@manabi/kit/import/dataset/catalogue';
import type { DatasetId } from '@manabi/kit/import/dataset/definition';
import { FileProblem } from '@manabi/kit/import/file-problem';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import { japanDay } from '@manabi/kit/japan-time';
import { type FileReading, type ReadOptions, readFile } from '@manabi/kit/import/read';

import { datasetName } from './dataset-name.js';
import { type ImportPlaces, servicesOf } from './import-places.js';
import type { ImportRequest, ImportResult } from './import-request.js';
import { ImportStages } from './import-stages.js';
import { ReportFiles } from './report-files.js';
import { RowRouter } from './row-router.js';

/**
 * Imports one file: reads it to its end, stages its rows in the services they belong to, looks whether too much
 * would be withdrawn, then swaps all of it in. An empty file changes nothing. Throws a FileProblem when nothing of
 * the file may be taken; nothing was changed then.
 */
export async function importFile(
  places: ImportPlaces,
  request: ImportRequest,
): Promise<ImportResult> {
  const reading = await readFile(request.file, readOptions(request));
  const run = request.run ?? randomUUID();
  const dataset = request.dataset ?? datasetName(request.file);
  const services = servicesOf(places, reading.summary.dataset, request.department);
  if (request.owner !== undefined && services.size > 0 && !services.has(request.owner))
    throw notTheirs(request.owner, reading.summary.dataset);
  const reports = new ReportFiles(request.reports, run);
  const head = { run, dataset, fileName: basename(request.file), mode: request.mode };
  const stages = await ImportStages.open(head, places.em('center'), services);
  const router = await RowRouter.open(places, { request, dataset, file: reading.summary });
  try {
    await stageRows(reading, { stages, router, reports, request });
    await reports.close(reading.summary);
    const counts = await stages.preview();
    const state = stateOf(reading, request, { counts, sessions: router.sessions });
    if (state === 'APPLIED' || state === 'UNCHANGED') {
      await stages.apply();
      if (state === 'APPLIED') await router.queueUncertain();
    } else {
      await stages.drop();
    }
    return {
      run,
      dataset,
      state,
      summary: reading.summary,
      venues: router.venues,
      counts,
      reports,
    };
  } catch (error) {
    reports.abandon();
    await stages.drop();
    throw error;
  }
}

function notTheirs(owner: string, dataset: DatasetId | undefined): FileProblem {
  const title = dataset === undefined ? '' : datasetTitle(dataset);
  return new FileProblem('NOT_THEIRS', {
    message: `「${title}」はほかの部署の台帳に入る種類のため、${owner} からは取り込めません。`,
    remedy: '台帳を持つ部署から渡すか、列の対応付けで種類を指定し直してください。',
  });
}

function readOptions({ scope, kind, fiscalYear, map }: ImportRequest): ReadOptions {
  return {
    scope,
    takenOn: japanDay(new Date()),
    ...(map && { map }),
    ...(kind && { dataset: kind }),
    ...(fiscalYear !== undefined && { reference: { fiscalYear } }),
  };
}

interface Staging {
  readonly stages: ImportStages;
  readonly router: RowRouter;
  readonly reports: ReportFiles;
  readonly request: ImportRequest;
}

async function stageRows(reading: FileReading, staging: Staging): Promise<void> {
  const { stages, router, reports, request } = staging;
  let rows = 0;
  for await (const outcomes of manyAtOnce(reading)) {
    await router.look(outcomes);
    for (const outcome of outcomes) {
      const routed = router.route(outcome);
      await reports.add(routed.outcome);
      for (const { service, row } of routed.rows) await stages.take(service, row);
      const { kind, record, belonging } = routed.outcome;
      if (kind === 'setAside' && record && belonging?.isInside !== false)
        await stages.keep(record.key);
    }
    rows += outcomes.length;
    request.onProgress(rows);
  }
}

/** Rows that are looked up together. */
const together = 1_000;

async function* manyAtOnce(reading: FileReading): AsyncGenerator<readonly RowOutcome[]> {
  let outcomes: RowOutcome[] = [];
  for await (const outcome of reading) {
    outcomes.push(outcome);
    if (outcomes.length < together) continue;
    yield outcomes;
    outcomes = [];
  }
  yield outcomes;
}

interface SessionCounts {
  readonly present: number;
  readonly withdrawn: number;
}

/** Whether courses lose so many sessions that half of their rows may be missing; one session alone may always go. */
const endsTooMuch = ({ present, withdrawn }: SessionCounts): boolean =>
  withdrawn > 1 && withdrawn > present * withdrawalLimit;

function stateOf(
  reading: FileReading,
  request: ImportRequest,
  { counts, sessions }: { counts: ReadonlyMap<string, DeliveryCounts>; sessions: SessionCounts },
): ImportResult['state'] {
  if (reading.summary.empty) return 'EMPTY';
  if (request.dryRun) return 'DRY_RUN';
  const all = [...counts.values()];
  if (!request.confirmed && (withdrawsTooMuch(all) || endsTooMuch(sessions))) return 'WAITING';
  return all.some(({ added, changed, withdrawn }) => added + changed + withdrawn > 0)
    ? 'APPLIED'
    : 'UNCHANGED';
}
