import type { SilentDepartment } from '../pipeline/graph-answer.js';
import { tableFormats, type FormatName } from './table-format.js';

/** What is known of a table when its head is sent. */
export interface TableHead {
  readonly format: FormatName;
  /** The operation's name, or the list's: letters, digits, `_` and dots. */
  readonly name: string;
  readonly errors: number;
  /** Whether a table with holes was taken, as it was asked for. */
  readonly isPartWelcome: boolean;
  readonly departments: readonly SilentDepartment[];
  readonly withheld: readonly string[];
  /** What is only known of a table that is sent as a whole. */
  readonly whole?: { readonly rows: number; readonly isComplete: boolean | undefined };
}

/** Columns that are named in a header at most. */
const columnsNamed = 50;

/** The headers of a table: a file to be kept, and what is missing in it. */
export function tableHeaders(head: TableHead): Record<string, string> {
  const { format, errors, departments, withheld, whole, isPartWelcome } = head;
  const file = encodeURIComponent(`${head.name.replace(/[^\w.-]/g, '_')}.${format}`);
  return {
    'content-type': tableFormats[format].contentType,
    'content-disposition': `attachment; filename="${file}"; filename*=UTF-8''${file}`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    vary: 'accept, authorization, prefer',
    ...(isPartWelcome && { 'preference-applied': 'handling=lenient' }),
    'x-graphql-errors': String(errors),
    ...(departments.length > 0 && {
      'x-table-silent': departments.map(({ name }) => encodeURIComponent(name)).join(', '),
    }),
    ...(withheld.length > 0 && {
      'x-table-withheld': withheld.slice(0, columnsNamed).join(', '),
    }),
    ...(whole && {
      'x-table-rows': String(whole.rows),
      'x-table-complete': whole.isComplete === undefined ? 'unknown' : String(whole.isComplete),
    }),
  };
}
