import { createWriteStream, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

import { generateCity } from '@manabi/data/generator/generate-city';
import { departments } from '@manabi/hub/city/departments';
import { municipality } from '@manabi/hub/city/municipality';
import { importFile } from '@manabi/hub/import/run-import';
import { openPlaces } from '@manabi/hub/import/open-places';
import { openCluster } from '@manabi/kit/postgres/cluster';

import { record } from '../record.js';

const header =
  '都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,イベント名,イベント名_カナ,開始日,終了日,開始時間,終了時間,説明,料金(基本),主催者,場所名称,定員,参加申込終了日\r\n';

const organisers = ['柳沢公民館', '中央図書館', 'スポーツ振興課', '健康課', '協働コミュニティ課'];

/** Imports a file of this many events into an empty city and records time, memory, and what a second run does. */
async function measure(rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-bench-'));
  const file = join(folder, '132292_event_20261005.csv');
  await write(file, rows);
  const cluster = await openCluster({ folder: join(folder, 'postgres') });
  const urls = new Map<string, string>();
  for (const { name } of departments) urls.set(name, await cluster.ensureDatabase(name));
  const places = await openPlaces(departments, (service) => urls.get(service) ?? '');
  const peak = watchMemory();
  try {
    const run = async () => {
      const began = performance.now();
      const { state, summary, counts } = await importFile(places, {
        file,
        mode: 'full',
        dryRun: false,
        confirmed: false,
        scope: municipality,
        reports: join(folder, 'reports'),
        onProgress: () => {},
      });
      const sum = (name: 'added' | 'changed' | 'withdrawn') =>
        [...counts.values()].reduce((all, each) => all + each[name], 0);
      const seconds = Math.round((performance.now() - began) / 100) / 10;
      return {
        state,
        seconds,
        rowsPerSecond: Math.round(summary.rows / seconds),
        setAside: summary.setAside,
        added: sum('added'),
        changed: sum('changed'),
        withdrawn: sum('withdrawn'),
      };
    };
    const first = await run();
    const second = await run();
    await record(`import-${rows}`, { rows, first, second, peakMemoryMb: peak.stop() });
  } finally {
    peak.stop();
    await places.close();
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file);
  out.write(`\uFEFF${header}`);
  let number = 0;
  for (const row of generateCity({
    seed: 7,
    scale: { opportunities: rows },
    today: '2026-10-05',
  }).opportunities()) {
    number += 1;
    const cells = [
      '132292',
      String(number).padStart(10, '0'),
      '東京都',
      '西東京市',
      row.title.ja,
      row.title.kana ?? '',
      row.startsAt.slice(0, 10),
      row.endsAt.slice(0, 10),
      row.startsAt.slice(11, 16),
      row.endsAt.slice(11, 16),
      row.summary.ja,
      String(row.fee.yen),
      organisers[number % organisers.length] ?? '',
      '柳沢公民館　第1学習室',
      String(row.capacity),
      row.applyClosesAt?.slice(0, 10) ?? '',
    ];
    const line = `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
    if (!out.write(line)) await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  }
  out.end();
  await finished(out);
}

/** Looks at this process's memory five times a second; the answer is the most it held, in MB. */
function watchMemory(): { stop(): number } {
  let most = 0;
  const look = () => (most = Math.max(most, process.memoryUsage.rss()));
  const timer = setInterval(look, 200);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.round(most / 1_000_000);
    },
  };
}

await measure(Number(process.argv[2] ?? 1_000_000));
