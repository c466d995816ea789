import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

import type { OpportunityRow } from '@manabi/data/city/opportunity';
import { generateCity } from '@manabi/data/generator/generate-city';

const header =
  '都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,イベント名,イベント名_カナ,開始日,終了日,開始時間,終了時間,説明,料金(基本),主催者,場所名称,定員,参加申込終了日\r\n';

const organisers = ['柳沢公民館', '中央図書館', 'スポーツ振興課', '健康課', '協働コミュニティ課'];

/** Writes a list of events in the standard form of the Digital Agency with this many rows; the same every time. */
export async function writeEvents(file: string, rows: number): Promise<void> {
  const city = generateCity({ seed: 7, scale: { opportunities: rows }, today: '2026-10-05' });
  const out = createWriteStream(file);
  out.write(`\uFEFF${header}`);
  let number = 0;
  for (const row of city.opportunities()) {
    number += 1;
    const cells = cellsOf(row, number).map((cell) => `"${cell.replaceAll('"', '""')}"`);
    if (!out.write(`${cells.join(',')}\r\n`))
      await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  }
  out.end();
  await finished(out);
}

function cellsOf(row: OpportunityRow, number: number): string[] {
  return [
    '132292',
    String(number).padStart(10, '0'),
    '東京都',
    '西東京市',
    row.title.ja,
    row.title.kana ?? '',
    row.startsAt.slice(0, 10),
    // Most events are of one day; every tenth tells its first and its last.
    (number % 10 === 0 ? row.endsAt : row.startsAt).slice(0, 10),
    row.startsAt.slice(11, 16),
    row.endsAt.slice(11, 16),
    row.summary.ja,
    String(row.fee.yen),
    organisers[number % organisers.length] ?? '',
    '柳沢公民館　第1学習室',
    String(row.capacity),
    row.applyClosesAt?.slice(0, 10) ?? '',
  ];
}
