import { parseArgs } from 'node:util';

import { venueResolver } from '@manabi/center/facility-identity/facility-identity.repository';
import { FileProblem } from '@manabi/kit/import/file-problem';
import type { ColumnMap } from '@manabi/kit/import/mapping/column-map';
import { proposeMap, type Proposal } from '@manabi/kit/import/mapping/propose';
import { readTableHead } from '@manabi/kit/import/mapping/table-head';
import { refusalText } from '@manabi/kit/import/report';

import { departments } from '../city/departments.js';
import { type KeptMap, KeptMaps } from '../delivery/kept-maps.js';
import { mapPreview } from '../delivery/map-preview.js';
import type { Home } from '../home/home.js';
import { datasetName } from '../import/dataset-name.js';
import type { OpenPlaces } from '../import/open-places.js';
import { type Command, CommandFault } from './command.js';
import { kindOf } from './import.js';
import { withPlaces } from './with-places.js';

/** Maps a department's own file once. */
export const mapCommand: Command = {
  usage:
    'map FILE --department NAME [--kind KIND] [--dataset NAME] [--full] [--column "COLUMN=KNOWN COLUMN"]… [--constant "KNOWN COLUMN=TEXT"]… [--down COLUMN]… [--sessions|--separate] [--fiscal-year YYYY|delivery] [--header-row N] [--dry-run]',
  summary:
    'Proposes which column of a department\u2019s own file is which known column, shows the first rows, and keeps it for every delivery to come.',
  run: async (words) => {
    const asked = askedIn(words);
    return withPlaces(async (places, home) => {
      try {
        return await mapFile(places, home, asked);
      } catch (error) {
        if (!(error instanceof FileProblem)) throw error;
        process.stdout.write(refusalText(error));
        return 1;
      }
    });
  },
};

/** What a call of the command asks for. */
interface Asked extends Pick<KeptMap, 'department' | 'dataset' | 'mode'> {
  readonly file: string;
  readonly dryRun: boolean;
  readonly wishes: Omit<Parameters<typeof proposeMap>[1], 'isFacility'>;
}

async function mapFile(places: OpenPlaces, home: Home, asked: Asked): Promise<number> {
  const venues = await venueResolver(places.em('center'));
  const lines = await readTableHead(asked.file, asked.wishes.headerRow);
  const proposal = proposeMap(lines, {
    ...asked.wishes,
    isFacility: (text) => venues(text).verdict === 'CERTAIN',
  });
  process.stdout.write(await mapPreview(asked.file, proposal));
  return finish(home, asked, proposal);
}

function finish(home: Home, asked: Asked, { map, missing }: Proposal): number {
  if (missing.length > 0) {
    process.stdout.write(
      '必要な項目がそろわないため、保存していません。--column か --constant で足して、もう一度実行してください。\n',
    );
    return 1;
  }
  if (asked.dryRun) {
    process.stdout.write('試しに対応付けました。保存していません。\n');
    return 0;
  }
  const { department, dataset, mode } = asked;
  const file = new KeptMaps(home).keep({ department, dataset, mode, map });
  process.stdout.write(
    `保存しました: ${file}\n次からは import、投入フォルダー、アップロードのどれでも、この対応付けで読みます。\n`,
  );
  return 0;
}

/** What the words of a call ask for. Throws a CommandFault for words that make no sense. */
export function askedIn(words: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      department: { type: 'string' },
      kind: { type: 'string' },
      dataset: { type: 'string' },
      full: { type: 'boolean', default: false },
      column: { type: 'string', multiple: true, default: [] },
      constant: { type: 'string', multiple: true, default: [] },
      down: { type: 'string', multiple: true, default: [] },
      sessions: { type: 'boolean', default: false },
      separate: { type: 'boolean', default: false },
      'fiscal-year': { type: 'string' },
      'header-row': { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0)
    throw new CommandFault('Name the one file that is to be mapped.');
  return {
    file,
    department: departmentOf(values.department),
    dataset: values.dataset ?? datasetName(file),
    mode: values.full ? 'full' : 'delta',
    dryRun: values['dry-run'],
    wishes: {
      kind: kindOf(values.kind),
      headerRow: rowOf(values['header-row']),
      columns: pairsOf(values.column),
      constants: pairsOf(values.constant),
      carriedDown: values.down,
      fiscalYear: yearOf(values['fiscal-year']),
      ...rowsOf(values),
    },
  };
}

function departmentOf(word: string | undefined): string {
  const names = departments.map(({ name }) => name);
  if (word !== undefined && names.includes(word)) return word;
  throw new CommandFault(`Say whose file it is: --department ${names.join(' or --department ')}.`);
}

/** What rows are that leave their name to the row above, where the call says it. */
function rowsOf({
  sessions,
  separate,
}: {
  sessions: boolean;
  separate: boolean;
}): Pick<ColumnMap, 'rows'> {
  if (sessions && separate)
    throw new CommandFault('Rows are sessions of one course or separate: say one of them.');
  if (sessions) return { rows: 'sessions' };
  return separate ? { rows: 'separate' } : {};
}

/** Words such as 開催日=開始日: what stands before the last = is the first part. */
function pairsOf(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((pair) => {
      const at = pair.lastIndexOf('=');
      const [left, right] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      if (at > 0 && left !== '' && right !== '') return [left, right];
      throw new CommandFault(`"${pair}" is no pair. Write it as "開催日=開始日".`);
    }),
  );
}

function rowOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^[1-9]\d{0,3}$/.test(word)) return Number(word);
  throw new CommandFault(`"${word}" is no row. Give the number of the header's row, e.g. 4.`);
}

function yearOf(word: string | undefined): number | 'delivery' | undefined {
  if (word === undefined || word === 'delivery') return word;
  if (/^(?:19|20)\d\d$/.test(word)) return Number(word);
  throw new CommandFault(
    `"${word}" is no fiscal year. Give the year in which it begins, or "delivery" for the days nearest to the delivery.`,
  );
}
