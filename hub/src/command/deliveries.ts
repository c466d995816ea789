import { openHome } from '../home/home.js';
import { sourceLines } from '../pull/source-state.js';
import { standingsOf } from '../delivery/standing.js';
import { listAddress } from '../delivery/delivery-link.js';
import { departments } from '../city/departments.js';
import { type Command, CommandFault } from './command.js';
import { withPlaces } from './with-places.js';

/** What an import did in one service. */
interface Part extends Delivery {
  service: string;
}

interface Delivery {
  run: string;
  dataset: string;
  state: string;
  at: Date;
  added: number;
  changed: number;
  withdrawn: number;
}

/** Lists the imports that are remembered. */
export const deliveriesCommand: Command = {
  usage: 'deliveries [link DEPARTMENT]',
  summary:
    'Lists what is late or waits, then the imports, newest first, with the number by which each can be undone; or tells the address of a department\u2019s own page.',
  run: async (words) => {
    if (words.length > 0) return tellLink(words);
    const { rows, standings } = await withPlaces(async (places, home) => {
      const all = [...places.services].map(async ([service, { em }]) =>
        (
          await em.execute<Delivery[]>(
            `select run, dataset, state, started_at as at, added, changed, withdrawn from delivery
             where state <> 'STAGING' order by id desc limit 50`,
          )
        ).map((row): Part => Object.assign(row, { service })),
      );
      const standings = await standingsOf(
        home,
        (service, sql) => places.em(service).execute(sql),
        new Date(),
      );
      return { rows: (await Promise.all(all)).flat(), standings };
    });
    for (const { kind, since, sentence } of standings)
      process.stdout.write(`${kind.padEnd(7)}  ${since}  ${sentence}\n`);
    const newest = [...Map.groupBy(rows, ({ run }) => run).values()].toSorted(
      (one, other) => startOf(other) - startOf(one),
    );
    if (newest.length === 0) process.stdout.write('No import was made yet.\n');
    for (const parts of newest) process.stdout.write(lineOf(parts));
    const sources = sourceLines(openHome(process.env), new Date());
    if (sources.length > 0) process.stdout.write(`\nPulled sources:\n${sources.join('\n')}\n`);
    return 0;
  },
};

function tellLink([word, department, ...rest]: readonly string[]): number {
  const known = departments.some(({ name }) => name === department);
  if (word !== 'link' || department === undefined || !known || rest.length > 0)
    throw new CommandFault('Say "link" and the name of a department, or nothing.');
  process.stdout.write(`${listAddress(openHome(process.env), department)}\n`);
  return 0;
}

const startOf = (parts: readonly Part[]): number =>
  Math.min(...parts.map(({ at }) => new Date(at).getTime()));

/** One import in one line: its number, when, what it did in all, and the departments that it touched. */
function lineOf(parts: readonly Part[]): string {
  const touched = parts.filter(({ state }) => state !== 'UNCHANGED');
  const sum = (name: 'added' | 'changed' | 'withdrawn') =>
    parts.reduce((total, part) => total + part[name], 0);
  const at = new Date(startOf(parts)).toISOString();
  const { run, dataset } = parts[0] ?? { run: '', dataset: '' };
  const state = touched[0]?.state ?? 'UNCHANGED';
  const services = touched.map(({ service }) => service).join(', ');
  return `${run}  ${at}  ${state.padEnd(9)} +${sum('added')} ~${sum('changed')} -${sum('withdrawn')}  ${dataset}${services && `  (${services})`}\n`;
}
