import { parseArgs } from 'node:util';

import { checkText } from '../check/check-text.js';
import { checkContract, isHarmless } from '../check/contract-check.js';
import { knownOperations } from '../check/known-operations.js';
import { contractIn, proposedContract } from '../check/proposal.js';
import { schemaFolder } from '../graph/schema-folder.js';
import { type Command, CommandFault } from './command.js';
import { usagesIn } from './usage.js';

/** Days after which who no longer asks counts no more. */
const usualDays = '400';

/** Refuses a change of the contract that would break somebody. */
export const checkCommand: Command = {
  usage:
    'check [--against FILE|FOLDER] [--base FOLDER] [--within DAYS] [--folder FOLDER]… [--json]',
  summary:
    'Says whom a changed contract would break: what the code prints (or --against) beside schema/ (or --base).',
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        against: { type: 'string' },
        base: { type: 'string', default: schemaFolder },
        within: { type: 'string', default: usualDays },
        folder: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
      },
    });
    const since = new Date(Date.now() - daysOf(values.within) * 86_400_000).toISOString();
    const operations = knownOperations(usagesIn(values.folder), { since });
    const before = contractIn(values.base);
    const after = proposedContract(values.against, values.base);
    const checked = checkContract({ before, after }, operations);
    const told = values.json ? `${JSON.stringify(checked, null, 2)}\n` : checkText(checked);
    process.stdout.write(told);
    return isHarmless(checked) ? 0 : 1;
  },
};

function daysOf(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days > 0) return days;
  throw new CommandFault(`"${text}" is no number of days.`);
}
