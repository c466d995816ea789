import { Problem } from '@manabi/kit/problem';

const began = { empty: 'without the sample (--empty)', sample: 'with the sample city' } as const;

/** The city began the other way, and a city does not change from one to the other. */
export function begunOtherwise(service: string, content: 'empty' | 'sample'): Problem {
  const start = content === 'empty' ? 'Start with --empty' : 'Start without --empty';
  return new Problem(
    'CONFLICT',
    `The database of "${service}" began ${began[content]}, and this start asks for the other. Nothing was changed. ${start}, or begin another city in another folder: HUB_HOME=<folder> npm start.`,
    { service, content },
  );
}

/** A department's own data stands where a sample was asked for. */
export const holdsOwnData = (service: string, table: string): Problem =>
  new Problem(
    'CONFLICT',
    `The database of "${service}" already holds data of its own (table "${table}"), and a sample is never mixed into it. Nothing was changed. Start with --empty, or give the sample city another database or folder (HUB_HOME).`,
    { service, table },
  );
