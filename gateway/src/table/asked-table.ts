import { HttpRefused } from '../errors/http-refused.js';
import { formatNames, formatOfType, type FormatName } from './table-format.js';

/** How a client wants a list. */
export interface AskedTable {
  readonly format: FormatName;
  /** Which list, as a path of response keys; undefined where there can be only one. */
  readonly list: string | undefined;
  /** The list within each row of which every item becomes a row of its own. */
  readonly rows: string | undefined;
  /** One page as the operation asks for it, or all of them from there on. */
  readonly pages: 'one' | 'all';
  /** Whether a table is wanted though parts of it are missing. */
  readonly isPartWelcome: boolean;
  /** Whether texts that a spreadsheet would compute stay as they are. */
  readonly keepsFormulas: boolean;
}

/** True for a request that wants a table: the address says it, or `Accept` does. */
export function wantsTable(url: string | undefined, accepted: string | undefined): boolean {
  if (accepted !== undefined && formatOfType(accepted) !== undefined) return true;
  return url !== undefined && /[?&]format=/.test(url);
}

/**
 * How a request wants its table: the address says it before `Accept`, and before `Prefer: handling=lenient` (RFC 7240),
 * which takes a table with holes too. Throws HttpRefused for words we do not know.
 */
export function askedTable(
  url: string | undefined,
  accepted: string | undefined,
  preferred?: string,
): AskedTable {
  const parameters = new URLSearchParams(/\?([^#]*)/.exec(url ?? '')?.[1] ?? '');
  const byType = accepted === undefined ? undefined : formatOfType(accepted);
  return {
    format: oneOf(parameters, 'format', formatNames) ?? byType ?? 'csv',
    list: pathIn(parameters, 'list'),
    rows: pathIn(parameters, 'rows'),
    pages: oneOf(parameters, 'pages', ['one', 'all'] as const) ?? 'one',
    isPartWelcome:
      (oneOf(parameters, 'partial', ['true', 'false'] as const) ?? leniency(preferred)) === 'true',
    keepsFormulas: oneOf(parameters, 'formulas', ['guard', 'keep'] as const) === 'keep',
  };
}

/** What the preferences of a request say of holes; undefined where nothing. */
function leniency(preferred: string | undefined): 'true' | 'false' | undefined {
  const [, word] =
    /(?:^|,)\s*handling\s*=\s*"?(lenient|strict)"?\s*(?=[,;]|$)/i.exec(preferred ?? '') ?? [];
  if (word === undefined) return undefined;
  return word.toLowerCase() === 'lenient' ? 'true' : 'false';
}

function oneOf<Word extends string>(
  parameters: URLSearchParams,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const said = single(parameters, name);
  const word = words.find((each) => each === said);
  if (word !== undefined || said === undefined) return word;
  throw new HttpRefused(400, `\`${name}\` is one of: ${words.join(', ')}.`);
}

function pathIn(parameters: URLSearchParams, name: string): string | undefined {
  const said = single(parameters, name);
  if (said === undefined || /^\w+(?:\.\w+)*$/.test(said)) return said;
  throw new HttpRefused(
    400,
    `\`${name}\` is a path of response keys with dots between them, for example "opportunities.edges".`,
  );
}

function single(parameters: URLSearchParams, name: string): string | undefined {
  const [said, ...more] = parameters.getAll(name);
  if (more.length === 0) return said;
  throw new HttpRefused(400, `\`${name}\` came ${more.length + 1} times; send it once.`);
}
