import type { ListId } from '../list/lists.js';

/** The kinds of file that can be read. */
export type DatasetId =
  | ListId
  | 'facility'
  | 'event'
  | 'childcare'
  | 'evacuation-site'
  | 'cultural-property'
  | 'population'
  | 'title'
  | 'reference-case'
  | 'room'
  | 'regular-use'
  | 'lottery-window'
  | 'slot'
  | 'lottery-odds'
  | 'library-branch'
  | 'branch-service'
  | 'copy'
  | 'book-set'
  | 'digital-item'
  | 'reported-count'
  | 'person'
  | 'group'
  | 'desk';

/** How the columns of a kind of file are known: by name and alias, never by position. */
export interface DatasetColumns {
  readonly id: DatasetId;
  /** The Japanese name of the kind of file, for reports. */
  readonly title: string;
  /** Canonical column to the headers by which publishers call it. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** One column of each group must be there, or the file is not of this kind. */
  readonly needs: readonly (readonly string[])[];
  /** Columns that tell this kind from the others. */
  readonly marks: readonly string[];
}
