import { parseArgs } from 'node:util';

import { lastOver } from '@manabi/plan/people/period.rules';
import type { Corrected } from '@manabi/plan/people/correct-people.repository';
import { latestReleases } from '@manabi/plan/release/release.repository';
import { setSmallestCell } from '@manabi/plan/snapshot/policy.repository';
import { sealSnapshot } from '@manabi/plan/snapshot/snapshot.repository';

import { type Command, CommandFault } from './command.js';
import { withPlaces } from './with-places.js';

/** Seals statistics, corrects a month, makes the rule stricter, and tells what was released. */
export const statisticsCommand: Command = {
  usage:
    'statistics seal [--month YYYY-MM] | correct --month YYYY-MM | releases | policy --smallest-cell N',
  summary:
    'Seals a snapshot (with the people of all months up to one that is over), tells a closed month anew, lists the tables released, or holds back more people than the rule says.',
  run: async ([verb, ...words]) => {
    const { values } = parseArgs({
      args: words,
      options: { month: { type: 'string' }, 'smallest-cell': { type: 'string' } },
    });
    const now = new Date();
    const month = monthOf(values.month, now);
    const lines = await withPlaces(async (places) => {
      const em = places.em('plan');
      switch (verb) {
        case 'seal': {
          const { id } = await sealSnapshot(em, now, month === undefined ? {} : { through: month });
          return [`Sealed ${id}.`];
        }
        case 'correct':
          return correctionOf(month, (wish) => sealSnapshot(em, now, wish));
        case 'releases':
          return (await latestReleases(em)).map((each) => Object.values(each).join('  '));
        case 'policy': {
          const cell = cellOf(values['smallest-cell']);
          await setSmallestCell(em, cell);
          return [
            `From the next sealing on fewer than ${cell} people are held back, or as the rule says.`,
          ];
        }
        default:
          throw new CommandFault('Say what is to be done: seal, correct, releases or policy.');
      }
    });
    for (const line of lines) process.stdout.write(`${line}\n`);
    return 0;
  },
};

type Wish = NonNullable<Parameters<typeof sealSnapshot>[2]>;

async function correctionOf(
  month: string | undefined,
  seal: (wish: Wish) => Promise<{ id: string }>,
): Promise<string[]> {
  if (month === undefined) throw new CommandFault('Name the month: "correct --month 2026-05".');
  const outcomes: Corrected[] = [];
  const { id } = await seal({
    correct: { month, told: (told) => void outcomes.push(...told) },
  });
  const said = outcomes.map(({ measure, outcome }) => `${measure} of ${month}: ${words[outcome]}`);
  return [`Sealed ${id}.`, ...(said.length > 0 ? said : [`${month} is not closed yet.`])];
}

const words: Readonly<Record<Corrected['outcome'], string>> = {
  CORRECTED: 'told anew; earlier tables still answer as they did',
  UNCHANGED: 'nothing changed',
  KEPT: 'kept as it was, since its year is closed or the change would tell of few people',
};

function monthOf(written: string | undefined, now: Date): string | undefined {
  if (written === undefined) return undefined;
  if (/^20\d{2}-(0[1-9]|1[0-2])$/.test(written) && written <= lastOver(now)) return written;
  throw new CommandFault(`"${written}" is no month that is over. Write it as 2026-05.`);
}

function cellOf(written: string | undefined): number {
  const cell = Number(written ?? '');
  if (written !== undefined && Number.isInteger(cell) && cell >= 0 && cell <= 1_000_000)
    return cell;
  throw new CommandFault('"--smallest-cell" is a number of people, e.g. 20.');
}
