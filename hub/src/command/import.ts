import { parseArgs } from 'node:util';

import { isMunicipalityCode } from '@manabi/kit/import/cell/municipality-code';
import { withdrawsTooMuch } from '@manabi/kit/delivery/delivery.apply';
import { datasets } from '@manabi/kit/import/dataset/catalogue';
import type { DatasetId } from '@manabi/kit/import/dataset/definition';
import { refusalText, summaryText } from '@manabi/kit/import/report';
import type { Scope } from '@manabi/kit/import/scope';

import { municipality } from '../city/municipality.js';
import { reportAddress } from '../delivery/delivery-link.js';
import { type Delivery, takeDelivery } from '../delivery/take-delivery.js';
import type { Home } from '../home/home.js';
import type { ImportResult } from '../import/import-request.js';
import type { OpenPlaces } from '../import/open-places.js';
import { type Offering, offerings } from '../import/route.rules.js';
import { type Command, CommandFault } from './command.js';
import { withPlaces } from './with-places.js';

/** Takes files of municipalities in. */
export const importCommand: Command = {
  usage:
    'import FILE… [--department NAME] [--full|--delta] [--dry-run] [--confirm] [--kind KIND] [--fiscal-year YYYY] [--dataset NAME] [--licence TEXT] [--city CODE]',
  summary:
    'Reads CSV, TSV and XLSX files as municipalities publish them into the departments\u2019 databases.',
  run: async (words) => {
    const { files, options } = requestOf(words);
    return withPlaces(
      async (places, home) => {
        let failed = false;
        for (const file of files) {
          failed = !(await importOne(places, home, { ...options, file })) || failed;
        }
        return failed ? 1 : 0;
      },
      { takesTurns: true },
    );
  },
};

type Options = Omit<Delivery['request'], 'file'>;

/** What the words of a call ask for. Throws a CommandFault or a TypeError for words that make no sense. */
export function requestOf(words: readonly string[]): { files: string[]; options: Options } {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      department: { type: 'string' },
      full: { type: 'boolean', default: false },
      delta: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      confirm: { type: 'boolean', default: false },
      kind: { type: 'string' },
      'fiscal-year': { type: 'string' },
      dataset: { type: 'string' },
      licence: { type: 'string' },
      city: { type: 'string' },
    },
  });
  if (positionals.length === 0)
    throw new CommandFault('No file is named. Name one or more files to import.');
  if (values.full && values.delta)
    throw new CommandFault('A file is full or a delta, not both. Give one of the two.');
  const options: Options = {
    ...whatIsSaid({
      department: departmentOf(values.department),
      kind: kindOf(values.kind),
      fiscalYear: yearOf(values['fiscal-year']),
      dataset: values.dataset,
      licence: values.licence,
    }),
    ...(values.full && { mode: 'full' }),
    ...(values.delta && { mode: 'delta' }),
    dryRun: values['dry-run'],
    confirmed: values.confirm,
    scope: scopeOf(values.city),
    onProgress: showProgress,
  };
  return { files: positionals, options };
}

/** The city whose rows are taken: ours, unless another is named by its code of six digits. */
function scopeOf(code: string | undefined): Scope {
  if (code === undefined || code === municipality.municipalityCode) return municipality;
  if (isMunicipalityCode(code)) return { municipalityCode: code };
  throw new CommandFault(
    `"${code}" is no municipality code. Give all six digits, the last is a check digit: 132292.`,
  );
}

type Said = Pick<Options, 'department' | 'kind' | 'fiscalYear' | 'dataset' | 'licence'>;

/** Only what was said: an absent option is left to the file. */
function whatIsSaid(said: { [Name in keyof Said]: Said[Name] | undefined }): Said {
  const { department, kind, fiscalYear, dataset, licence } = said;
  return {
    ...(department && { department }),
    ...(kind && { kind }),
    ...(fiscalYear !== undefined && { fiscalYear }),
    ...(dataset && { dataset }),
    ...(licence && { licence }),
  };
}

function departmentOf(word: string | undefined): Offering | undefined {
  const department = offerings.find((name) => name === word);
  if (word === undefined || department) return department;
  throw new CommandFault(`"${word}" keeps no opportunities. Give one of ${offerings.join(', ')}.`);
}

/** The kind of file that a word names. Throws a CommandFault where it names none. */
export function kindOf(word: string | undefined): DatasetId | undefined {
  const kind = datasets.find(({ id }) => id === word)?.id;
  if (word === undefined || kind) return kind;
  throw new CommandFault(
    `"${word}" is no kind of file. Give one of ${datasets.map(({ id }) => id).join(', ')}.`,
  );
}

function yearOf(word: string | undefined): number | undefined {
  if (word === undefined || /^(?:19|20)\d\d$/.test(word))
    return word === undefined ? word : Number(word);
  throw new CommandFault(
    `"${word}" is no fiscal year. Give the year in which it begins, e.g. 2026.`,
  );
}

/** Imports one file and tells what became of it; answers whether it was taken. */
async function importOne(
  places: OpenPlaces,
  home: Home,
  request: Delivery['request'],
): Promise<boolean> {
  process.stdout.write(`\n${request.file}\n`);
  const owner = request.department ?? null;
  const { record, result, problem } = await takeDelivery(places, home, {
    way: 'COMMAND',
    owner,
    request,
  });
  if (problem) process.stdout.write(refusalText(problem));
  if (result) process.stdout.write(`${summaryText(result.summary)}${resultText(result)}`);
  process.stdout.write(`報告のページ: ${reportAddress(home, record.id)}\n`);
  return record.state !== 'WAITING' && record.state !== 'REFUSED';
}

const outcomes: Readonly<Record<ImportResult['state'], string>> = {
  APPLIED: '取り込みました。',
  UNCHANGED: '前回と同じ内容です。何も変更していません。',
  WAITING:
    '取り下げが多すぎるため、何も変更していません。内容を確かめ、よければ --confirm を付けて実行してください。',
  DRY_RUN: '試しに読みました。何も変更していません。',
  EMPTY: 'データの行がありません。何も変更していません。',
};

/** What an import did, in lines for the person who asked for it. */
export function resultText(result: ImportResult): string {
  const { state, counts, venues, run, reports } = result;
  const lines = [...counts]
    .filter(
      ([, { added, changed, unchanged, withdrawn }]) => added + changed + unchanged + withdrawn > 0,
    )
    .map(
      ([service, { added, changed, unchanged, withdrawn }]) =>
        `  ${service}: 追加 ${added}、変更 ${changed}、変更なし ${unchanged}、取り下げ ${withdrawn}`,
    );
  const { connected, queued, outside } = venues;
  const places =
    connected + queued + outside > 0
      ? [`会場: 施設につながった ${connected}、確認待ち ${queued}、名簿にない・記載なし ${outside}`]
      : [];
  const undo = state === 'APPLIED' ? [`取り消すには: npm run hub -- undo ${run}`] : [];
  return [...places, ...lines, outcomeText(result), ...undo, `報告: ${reports.people}`, ''].join(
    '\n',
  );
}

/** What became of the file as a whole, in one sentence. */
export function outcomeText({ state, summary, counts }: ImportResult): string {
  if (state === 'UNCHANGED' && summary.setAside === summary.rows)
    return '取り込める行がありません（すべて除外）。何も変更していません。除外の理由は報告にあります。';
  if (state === 'DRY_RUN' && withdrawsTooMuch([...counts.values()]))
    return `${outcomes[state]}取り下げが多いため、実際に取り込むには --confirm が要ります。`;
  return outcomes[state];
}

function showProgress(rows: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${rows.toLocaleString('ja-JP')} 行`);
}
