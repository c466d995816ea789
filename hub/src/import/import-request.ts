import type { DeliveryCounts } from '@manabi/kit/delivery/delivery.target';
import type { DatasetId } from '@manabi/kit/import/dataset/definition';
import type { ColumnMap } from '@manabi/kit/import/mapping/column-map';
import type { Scope } from '@manabi/kit/import/scope';
import type { Summary } from '@manabi/kit/import/summary';

import type { Offering } from './route.rules.js';

/** One file to be imported, and how. */
export interface ImportRequest {
  readonly file: string;
  /** The service that keeps all events of the file; by each row's organiser when absent. */
  readonly department?: Offering;
  /** A full file withdraws what it no longer holds; a delta only adds and changes. */
  readonly mode: 'full' | 'delta';
  /** True to learn what would happen and change nothing. */
  readonly dryRun: boolean;
  /** True when somebody saw that it withdraws more than the limit, and agreed. */
  readonly confirmed: boolean;
  /** Name under which deliveries of the same kind follow one another; from the file's name when absent. */
  readonly dataset?: string;
  readonly licence?: string;
  readonly scope: Scope;
  /** What kind of file it is, where its header would not tell; read from the header when absent. */
  readonly kind?: DatasetId;
  /** The fiscal year (April to March) of dates that name no year. */
  readonly fiscalYear?: number;
  /** The department that delivers: only files that fill its own tables are taken then; any file when absent. */
  readonly owner?: string;
  /** Which column is which, for a file whose columns are of nobody's standard. */
  readonly map?: ColumnMap;
  /** The number that the import is to have (a UUID); a new one when absent. */
  readonly run?: string;
  /** Folder in which the reports are left. */
  readonly reports: string;
  /** Told how many rows were read so far. */
  readonly onProgress: (rows: number) => void;
}

/** What became of the venues that the file names. */
export interface VenueCounts {
  /** Certainly a facility of the register: connected. */
  connected: number;
  /** Perhaps one: put into the queue for a person to decide. */
  queued: number;
  /** A place outside the register, online, or none said. */
  outside: number;
}

/** What an import did, or would do. */
export interface ImportResult {
  /** Number by which it can be undone. */
  readonly run: string;
  readonly dataset: string;
  /** WAITING: it withdraws more than the limit; nothing was changed. EMPTY: the file holds no row. */
  readonly state: 'APPLIED' | 'UNCHANGED' | 'WAITING' | 'DRY_RUN' | 'EMPTY';
  readonly summary: Summary;
  readonly venues: VenueCounts;
  /** By service. */
  readonly counts: ReadonlyMap<string, DeliveryCounts>;
  /** The account for people and the one for machines. */
  readonly reports: { readonly people: string; readonly machines: string };
}
