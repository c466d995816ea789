import type { Service } from '@manabi/kit/service';
import type { EntityClass } from '@mikro-orm/core';

/** Rows for the table of one entity. */
export interface TableRows {
  readonly entity: EntityClass<object>;
  readonly rows: readonly object[];
  /**
   * What becomes of rows of the sample that are no longer among these: `kept` as they are, `withdrawn` (they keep
   * answering), `deleted`, or `replaced`: those that differ go before these come, and these give way to whoever is there.
   */
  readonly gone: 'kept' | 'withdrawn' | 'deleted' | 'replaced';
  /** SQL that is true of rows of the sample; by default those whose provenance names that data set. */
  readonly sample: string;
}

/** For which day a city is planted, and whether it is a real one that begins with facts alone. */
export interface Planting {
  /** In Japan, YYYY-MM-DD. */
  readonly today: string;
  readonly empty: boolean;
}

/** What is planted into the database of one service. */
export interface Planter {
  readonly service: Service;
  /** Tables in an order in which foreign keys hold. */
  readonly tables: (planting: Planting) => readonly TableRows[];
}

/** Rows for the table of an entity; a property that it does not have does not compile. */
export function rowsFor<Entity extends object>(
  entity: EntityClass<Entity>,
  rows: readonly Partial<Entity>[],
  gone: Partial<Pick<TableRows, 'gone' | 'sample'>> = {},
): TableRows {
  return {
    entity,
    rows,
    gone: gone.gone ?? 'kept',
    sample: gone.sample ?? `provenance ->> 'dataset' = 'sample'`,
  };
}
