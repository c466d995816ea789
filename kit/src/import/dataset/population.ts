import { readDate } from '../cell/date.js';
import { readWhole } from '../cell/number.js';
import { present, type Row } from '../row.js';
import { type Base, type Built, type Keyless, nameless } from './built.js';
import type { AgeBand, PopulationRecord } from './record.js';

/** Builds the record of a row of 地域・年齢別人口. Sums that do not agree are reported; the numbers stay as published. */
export function toPopulation(row: Row, base: Base): Built<PopulationRecord> {
  const areaCode = row.text('areaCode');
  const areaName = row.text('areaName') ?? areaCode;
  if (areaName === undefined)
    return { identity: [], setAside: nameless(row.header('areaName') || row.header('areaCode')) };
  const record = present<Keyless<PopulationRecord>>({
    ...base,
    number: base.number,
    municipalityCode: base.municipalityCode,
    kind: 'population',
    areaCode,
    areaName,
    surveyedOn: row.read('surveyedOn', (cell) => readDate(cell, row.context.reference)),
    total: row.read('total', readWhole),
    male: row.read('male', readWhole),
    female: row.read('female', readWhole),
    households: row.read('households', readWhole),
    ages: agesOf(row),
    remarks: row.text('remarks'),
  });
  compareSums(row, record);
  return { record, identity: [areaCode ?? '', areaName, record.surveyedOn ?? ''] };
}

function agesOf(row: Row): AgeBand[] {
  const bands = new Map<string, AgeBand>();
  for (const column of row.columns()) {
    const [age, from, to, sex] = column.split(':');
    if (age !== 'age' || from === undefined || sex === undefined) continue;
    const count = row.read(column, readWhole);
    const span = to ? { from: Number(from), to: Number(to) } : { from: Number(from) };
    const before = bands.get(`${from}:${to ?? ''}`) ?? span;
    bands.set(`${from}:${to ?? ''}`, count === undefined ? before : { ...before, [sex]: count });
  }
  return [...bands.values()].sort((a, b) => a.from - b.from);
}

function compareSums(row: Row, { total, male, female, ages }: Keyless<PopulationRecord>): void {
  const differences = [
    male !== undefined && female !== undefined && total !== undefined && male + female !== total
      ? `男女の和 ${male + female} と総人口 ${total}`
      : '',
    sumDiffers(
      ages.map((band) => band.male),
      male,
    )
      ? '年齢別の和と男性の人口'
      : '',
    sumDiffers(
      ages.map((band) => band.female),
      female,
    )
      ? '年齢別の和と女性の人口'
      : '',
  ].filter((difference) => difference !== '');
  if (differences.length === 0) return;
  row.note('total', {
    level: 'problem',
    code: 'SUM_DIFFERS',
    message: `${differences.join('、')}が一致しません。値は公表のまま採りました。`,
    remedy: '秘匿や年齢不詳があれば備考に書き、なければ値を確認してください。',
  });
}

function sumDiffers(counts: readonly (number | undefined)[], whole: number | undefined): boolean {
  const known = counts.filter((count) => count !== undefined);
  return (
    whole !== undefined &&
    known.length > 1 &&
    known.length === counts.length &&
    known.reduce((sum, count) => sum + count, 0) !== whole
  );
}
