import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { Client } from 'pg';

import { departments } from '../city/departments.js';
import type { Home } from '../home/home.js';
import { allTargets } from '../import/import-places.js';
import { inboxOf } from './claim.js';
import { DeliveryRecords } from './delivery-records.js';
import { deliverySettingsOf } from './settings.js';

/** How much was forgotten. */
export interface Forgotten {
  readonly files: number;
  readonly reports: number;
  /** Deliveries of one service each, with what stood before them: they can be undone no more. */
  readonly deliveries: number;
}

const day = 86_400_000;

/**
 * Forgets deliveries that ended more days ago than the city keeps them: the files that were taken or refused, the
 * reports, and what stood before. What was taken last of a data set stays with all of that, and so does what waits.
 */
export async function forgetDeliveries(
  home: Home,
  urlOf: (service: string) => string,
  now: Date,
): Promise<Forgotten> {
  const before = new Date(now.getTime() - deliverySettingsOf(home).keepDays * day);
  let deliveries = 0;
  const kept = new Set<string>();
  for (const service of allTargets.keys()) {
    const { forgotten, runs } = await forgetIn(urlOf(service), before);
    deliveries += forgotten;
    for (const run of runs) kept.add(run);
  }
  const reports = forgetReports(home, before, kept);
  return { files: forgetFiles(home, before, kept), reports, deliveries };
}

/** Forgets in one database, and tells the imports that it still knows. */
async function forgetIn(
  url: string,
  before: Date,
): Promise<{ forgotten: number; runs: readonly string[] }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `delete from delivery where state <> 'STAGING' and finished_at < $1 and id not in (
         select max(id) from delivery where state = 'APPLIED' group by dataset
         union all select max(id) from delivery where state in ('APPLIED', 'UNCHANGED') group by dataset)`,
      [before],
    );
    await client.query(
      `delete from delivery_decision where decided_at < $1 and run not in (select run from delivery)`,
      [before],
    );
    const { rows } = await client.query<{ run: string }>('select distinct run from delivery');
    return { forgotten: rowCount ?? 0, runs: rows.map(({ run }) => run) };
  } finally {
    await client.end();
  }
}

/** States of a delivery of which more is to come. */
const open: ReadonlySet<string> = new Set(['TAKING', 'FAILED', 'WAITING']);

function forgetReports(home: Home, before: Date, kept: ReadonlySet<string>): number {
  const records = new DeliveryRecords(home);
  const old = records
    .ids()
    .flatMap((id) => records.find(id) ?? [])
    .filter(({ id, state, startedAt, finishedAt }) => {
      const ended = new Date(finishedAt ?? startedAt);
      return ended < before && !kept.has(id) && !open.has(state);
    });
  for (const { id } of old) records.remove(id);
  return old.length;
}

/** The name of a file that was put away: the day, the beginning of the delivery's number, and the name that it had. */
const putAway = /^(\d{4}-\d{2}-\d{2})_([0-9a-f]{8})_/;

function forgetFiles(home: Home, before: Date, kept: ReadonlySet<string>): number {
  const lastDay = before.toISOString().slice(0, 10);
  const beginnings = new Set([...kept].map((run) => run.slice(0, 8)));
  let files = 0;
  for (const { name: department } of departments) {
    for (const outcome of ['taken', 'refused'] as const) {
      const folder = join(inboxOf(home, department), outcome);
      for (const name of existsSync(folder) ? readdirSync(folder) : []) {
        const [, put = '', beginning = ''] = putAway.exec(name) ?? [];
        if (put === '' || put >= lastDay || beginnings.has(beginning)) continue;
        rmSync(join(folder, name));
        files += 1;
      }
    }
  }
  return files;
}
