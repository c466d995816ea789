import type { Command } from './command.js';
import { withPlaces } from './with-places.js';

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
  name: 'deliveries',
  usage: 'deliveries',
  summary: 'Lists the imports, newest first, with the number by which each can be undone.',
  run: async () => {
    const rows = await withPlaces(async (places) => {
      const all = [...places.services].map(async ([service, { em }]) =>
        (
          await em.execute<Delivery[]>(
            `select run, dataset, state, started_at as at, added, changed, withdrawn from delivery
             where state <> 'STAGING' order by id desc limit 50`,
          )
        ).map((row) => Object.assign(row, { service })),
      );
      return (await Promise.all(all)).flat();
    });
    const newest = rows.toSorted(
      (one, other) => new Date(other.at).getTime() - new Date(one.at).getTime(),
    );
    for (const { run, at, service, dataset, state, added, changed, withdrawn } of newest) {
      process.stdout.write(
        `${run}  ${new Date(at).toISOString()}  ${service.padEnd(8)} ${state.padEnd(9)} +${added} ~${changed} -${withdrawn}  ${dataset}\n`,
      );
    }
    return 0;
  },
};
