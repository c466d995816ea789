import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { departments } from '@manabi/hub/city/departments';
import { municipality } from '@manabi/hub/city/municipality';
import { type OpenPlaces, openPlaces } from '@manabi/hub/import/open-places';
import { importFile } from '@manabi/hub/import/run-import';
import { openCluster } from '@manabi/kit/postgres/cluster';

import { ownTime, timeOfServer } from '../processor-time.js';
import { record } from '../record.js';
import { writeEvents } from './event-file.js';
import { type MemoryWatch, watchMemory } from './memory-watch.js';

/** Rows a second that an import is aimed at. */
const aim = 4_000;

/** Imports a file of this many events into an empty city, then once more, and records time, memory and what changed. */
async function measure(rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-bench-'));
  const file = join(folder, '132292_event_20261005.csv');
  await writeEvents(file, rows);
  const cluster = await openCluster({ folder: join(folder, 'postgres') });
  const urls = new Map<string, string>();
  for (const { name } of departments) urls.set(name, await cluster.ensureDatabase(name));
  const places = await openPlaces(departments, (service) => urls.get(service) ?? '');
  const memory = watchMemory();
  try {
    const place = { places, memory, rows, server: cluster.pid, reports: join(folder, 'reports') };
    const first = await importOnce(file, place);
    const second = await importOnce(file, place);
    record(`import-${rows}`, { rows, first, second });
    judge(rows, first, second);
  } finally {
    memory.stop();
    await places.close();
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Place {
  readonly places: OpenPlaces;
  readonly memory: MemoryWatch;
  readonly rows: number;
  /** Process id of the database server. */
  readonly server: number;
  readonly reports: string;
}

interface Run {
  readonly state: string;
  readonly seconds: number;
  readonly rowsPerSecond: number;
  readonly readAfterSeconds: number;
  /** Seconds of processor time, of the import and of the database. */
  readonly processorSeconds: { readonly own: number; readonly database: number };
  /** The most memory held while each tenth of the rows was read, and until the end. */
  readonly memoryMb: readonly number[];
  readonly setAside: number;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
}

async function importOnce(file: string, place: Place): Promise<Run> {
  const { places, memory, rows, reports, server } = place;
  const [own, database] = [ownTime(), timeOfServer(server)];
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 100) / 10;
  const memoryMb: number[] = [];
  let readAfterSeconds = 0;
  memory.mark();
  const { state, summary, counts } = await importFile(places, {
    file,
    reports,
    mode: 'full',
    dryRun: false,
    confirmed: false,
    scope: municipality,
    onProgress: (read) => {
      if (read >= ((memoryMb.length + 1) * rows) / 10) memoryMb.push(memory.mark());
      readAfterSeconds = seconds();
    },
  });
  memoryMb.push(memory.mark());
  const processorSeconds = {
    own: Math.round((ownTime() - own) / 1_000),
    database: Math.round((timeOfServer(server) - database) / 1_000),
  };
  const sum = (name: 'added' | 'changed' | 'withdrawn') =>
    [...counts.values()].reduce((all, each) => all + each[name], 0);
  return {
    state,
    seconds: seconds(),
    rowsPerSecond: Math.round(summary.rows / seconds()),
    readAfterSeconds,
    processorSeconds,
    memoryMb,
    setAside: summary.setAside,
    added: sum('added'),
    changed: sum('changed'),
    withdrawn: sum('withdrawn'),
  };
}

/** Fails on what must never be; of slowness it only tells, for that may be the machine's. */
function judge(rows: number, first: Run, second: Run): void {
  if (first.added !== rows) throw new Error(`${first.added} of ${rows} rows were added.`);
  if (second.state !== 'UNCHANGED' || second.added + second.changed + second.withdrawn > 0)
    throw new Error('The same file a second time changed something.');
  const [early = 0] = first.memoryMb;
  const most = Math.max(...first.memoryMb, ...second.memoryMb);
  if (most > early * 2 && most > 600)
    throw new Error(
      `Memory grew from ${early} to ${most} MB: the import does not run in flat memory.`,
    );
  if (first.rowsPerSecond < aim)
    process.stdout.write(`! ${first.rowsPerSecond} rows a second, the aim is ${aim}\n`);
}

await measure(Number(process.argv[2] ?? 1_000_000));
