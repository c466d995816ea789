import { RequestRefused, type ResponseError } from '../errors/gateway-error.js';
import type { GraphAnswer } from '../pipeline/graph-answer.js';

/** Errors that a refusal repeats at most. */
const repeated = 20;

/** A table that would have holes, for who has not said that it may. */
export function holesRefused(
  missing: readonly ResponseError[],
  { extensions }: GraphAnswer,
): RequestRefused {
  const { departments = [] } = extensions ?? {};
  const names = departments.map(({ name }) => name).join(', ');
  const silent = names === '' ? '' : ` (silent: ${names})`;
  return new RequestRefused('SUBGRAPH_FAILED', [
    {
      message: `The table would miss ${missing.length} values that could not be answered${silent}. Ask again later, or take what there is by \`partial=true\`.`,
      extensions: { code: 'SUBGRAPH_FAILED', errors: missing.length, departments },
    },
    ...missing.slice(0, repeated),
  ]);
}

/** A table without its list. */
export function listMissing(missing: readonly ResponseError[]): RequestRefused {
  return new RequestRefused('SUBGRAPH_FAILED', [
    {
      message: 'The list of the table could not be answered. Ask again later.',
      extensions: { code: 'SUBGRAPH_FAILED', errors: missing.length },
    },
    ...missing.slice(0, repeated),
  ]);
}

/** More errors than are told, so that nobody could say which cells are missing. */
export function tooManyHoles(): RequestRefused {
  return new RequestRefused(
    'SUBGRAPH_FAILED',
    'More of the table is missing than can be told row by row. Ask again later.',
  );
}

/** A list whose pages do not follow one another. */
export function pagesBroken(why: string): RequestRefused {
  return new RequestRefused(
    'SUBGRAPH_ANSWER_MALFORMED',
    `The pages of the list end too early: ${why}.`,
  );
}

/** A table that is larger or takes longer than one may. */
export function tooLarge(what: string, limit: string, allowed: number): RequestRefused {
  const message = `${what}, and ${allowed} are allowed; narrow what is asked, or read it page by page.`;
  const extensions = { code: 'LIMIT_EXCEEDED', limit, allowed } as const;
  return new RequestRefused('LIMIT_EXCEEDED', [{ message, extensions }]);
}
