import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { FileProblem } from '@manabi/kit/import/file-problem';
import { refusalText, summaryText } from '@manabi/kit/import/report';
import { SourceProblem } from '@manabi/kit/outbound/source-problem';

import { openHome } from '../home/home.js';
import { previewText } from '../pull/preview.js';
import { pullSource } from '../pull/pull-source.js';
import { type Source, sourceIn, sourceNamed, sourcesFolder } from '../pull/source-files.js';
import { sourceLines } from '../pull/source-state.js';
import { type Command, CommandFault } from './command.js';
import { resultText } from './import.js';
import { withPlaces } from './with-places.js';

/** Looks at and pulls declared sources. */
export const sourceCommand: Command = {
  usage: 'source list | check FILE|NAME | pull NAME [--dry-run] [--confirm]',
  summary:
    'Addresses from which the city pulls (docs/connecting.md): lists them, shows one page as it would be taken, or pulls one now.',
  run: async ([word, ...rest]) => {
    if (word === 'list' && rest.length === 0) return list();
    if (word === 'check') return check(rest);
    if (word === 'pull') return pull(rest);
    throw new CommandFault('Say "list", "check" with a file or a name, or "pull" with a name.');
  },
};

function list(): number {
  const home = openHome(process.env);
  const lines = sourceLines(home, new Date());
  say(lines.length > 0 ? lines.join('\n') : `No source is declared in ${sourcesFolder(home)}.`);
  return 0;
}

async function check([place, ...others]: readonly string[]): Promise<number> {
  if (place === undefined || others.length > 0)
    throw new CommandFault('Name one file with a declaration, or the name of one in the home.');
  const source = existsSync(place) ? sourceIn(place) : sourceNamed(openHome(process.env), place);
  return told(async () => {
    say(await previewText(source));
    return 0;
  });
}

async function pull(words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      confirm: { type: 'boolean', default: false },
    },
  });
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0)
    throw new CommandFault('Name the one source to pull.');
  const home = openHome(process.env);
  const source: Source = sourceNamed(home, name);
  return told(async () => {
    const { rows, result } = await pullSource(home, source, {
      dryRun: values['dry-run'],
      confirmed: values.confirm,
      withPlaces: (task) => withPlaces(task, { takesTurns: true }),
    });
    say(`${name}: ${rows} rows`);
    if (!result) say('The source told no news. Nothing was changed.');
    else process.stdout.write(`${summaryText(result.summary)}${resultText(result)}`);
    return result?.state === 'WAITING' ? 1 : 0;
  });
}

async function told(task: () => Promise<number>): Promise<number> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof FileProblem) say(refusalText(error));
    else if (error instanceof SourceProblem)
      say(`${error.message}\nNothing was changed. (${error.code})`);
    else throw error;
    return 1;
  }
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
