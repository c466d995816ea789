import type { DeliveredRow } from '@manabi/kit/delivery/delivery.target';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import type { Summary } from '@manabi/kit/import/summary';

import type { ImportRequest } from './import-request.js';

/** Where one row goes, and its outcome with what was found out on the way. */
export interface RoutedRow {
  readonly outcome: RowOutcome;
  readonly rows: readonly { readonly service: string; readonly row: DeliveredRow }[];
}

/** What all rows of a file share. */
export interface FileSetting {
  readonly request: ImportRequest;
  readonly dataset: string;
  readonly file: Summary;
  /** Day for which the file holds. */
  readonly asOf: string;
}
