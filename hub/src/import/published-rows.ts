import type { ImportRecord } from '@manabi/kit/import/dataset/record';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import { isOpaqueId } from '@manabi/kit/opaque-id';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { FileSetting, RoutedRow } from './routed-row.js';
import { setRowAside } from './set-aside.js';

/** Queries by kind of record: which of these ids stand in this city and came from elsewhere than this data set. */
const standing: Partial<Record<ImportRecord['kind'], string>> = {
  event: `select id from opportunity_entry
    where id = any(array[?]::text[]) and data -> 'provenance' ->> 'dataset' is distinct from ?`,
  person: entriesOf('person'),
  group: entriesOf('learning_group'),
  desk: entriesOf('desk'),
  'cultural-property': `select code as id from cultural_property
    where code = any(array[?]::text[]) and provenance ->> 'dataset' is distinct from ?`,
};

function entriesOf(table: string): string {
  return `select id from ${table}
    where id = any(array[?]::text[]) and provenance ->> 'dataset' is distinct from ?`;
}

/**
 * Knows rows that this very city published: their numbers are ids of records that it keeps already, under the care
 * of another data set or of the department that wrote them. Such a row is an echo and takes nothing over.
 */
export class PublishedRows {
  #known: ReadonlySet<string> = new Set();

  constructor(
    private readonly em: EntityManager,
    private readonly setting: FileSetting,
  ) {}

  /** Looks up the rows that are routed next; asks nothing where none of them has the number of a published record. */
  async look(outcomes: readonly RowOutcome[]): Promise<void> {
    const records = outcomes.flatMap(({ record }) =>
      record && this.#isOurs(record) ? record : [],
    );
    const [first] = records;
    const query = first && standing[first.kind];
    if (!query) return;
    const keys = records.map(({ key }) => key);
    const rows = await this.em.execute<{ id: string }[]>(query, [keys, this.setting.dataset]);
    this.#known = new Set(rows.map(({ id }) => id));
  }

  /** Sets an echo aside; nothing where the row is none. */
  aside(outcome: RowOutcome, { key }: ImportRecord): RoutedRow | undefined {
    return this.#known.has(key) ? publishedHere(this.setting, outcome, key) : undefined;
  }

  #isOurs({ key, kind }: ImportRecord): boolean {
    if (kind !== 'cultural-property' && standing[kind]) return isOpaqueId(key);
    return key.startsWith(`${this.setting.request.scope.municipalityCode}-`);
  }
}

/** The row as one that this city published. */
export function publishedHere(
  { file }: FileSetting,
  outcome: RowOutcome,
  number: string,
): RoutedRow {
  return setRowAside(file, outcome, {
    column: 'NO',
    value: number,
    code: 'PUBLISHED_HERE',
    message: 'このハブが公開した記録です。元の記録がここにあるため、取り込みません。',
    remedy: '記録を直すときは、その記録を入れた部署の一覧を取り込み直してください。',
  });
}
