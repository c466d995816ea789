import type { EntityMetadata } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { TableRows } from './planter.js';
import { bundledDatasets } from './provenance.js';

/** Rows that one statement carries, so that memory stays flat. */
const batch = 1_000;

interface Column {
  readonly property: string;
  readonly name: string;
  readonly type: string;
  readonly primary: boolean;
}

interface Table {
  readonly name: string;
  readonly keys: readonly Column[];
  readonly columns: readonly Column[];
  /** True where rows of departments' files name their place in the file. */
  readonly imported: boolean;
}

/**
 * Writes rows into the table of their entity: new ones come, those of the bundled city that differ change, the rest
 * is left alone, so that a feed tells what changed and nothing else.
 */
export async function writeRows(em: EntityManager, written: TableRows): Promise<void> {
  const table = tableOf(em.getMetadata().get(written.entity), written.rows);
  if (written.gone === 'replaced') {
    await em.execute(replacedSql(table, written), [JSON.stringify(written.rows)]);
  }
  const sql = insertSql(table) + (written.gone === 'replaced' ? giveWay : changeSql(table));
  const datasets = JSON.stringify(bundledDatasets());
  for (let at = 0; at < written.rows.length; at += batch) {
    const rows = JSON.stringify(written.rows.slice(at, at + batch));
    await em.execute(sql, sql.endsWith(bundled) ? [rows, datasets] : [rows]);
  }
  const left = leaveSql(table, written);
  if (left) await em.execute(left, [keysOf(table, written.rows)]);
}

/** The columns that the rows bring; what none of them names keeps the table's own value. */
function tableOf(meta: EntityMetadata, rows: readonly object[]): Table {
  const brought = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = meta.props
    .filter(({ name, persist }) => persist !== false && brought.has(name))
    .map(({ name, fieldNames, columnTypes, primary }) => ({
      property: name,
      name: fieldNames[0] ?? name,
      type: columnTypes[0] ?? 'text',
      primary: primary ?? false,
    }));
  return {
    name: meta.tableName,
    columns,
    keys: columns.filter(({ primary }) => primary),
    imported: meta.props.some(({ name }) => name === 'sourceKey'),
  };
}

/** The keys of the rows alone, as the statement reads them that looks for what is gone. */
const keysOf = ({ keys }: Table, rows: readonly object[]): string =>
  JSON.stringify(
    rows,
    keys.map(({ property }) => property),
  );

/** What `told` holds of every row, as SQL. */
const toldAs = (columns: readonly Column[]): string =>
  `jsonb_to_recordset(?::jsonb) as told (${columns.map(({ property, type }) => `"${property}" ${type}`).join(', ')})`;

function insertSql({ name, columns }: Table): string {
  return `insert into "${name}" as kept (${columns.map((column) => column.name).join(', ')})
    select ${columns.map(({ property }) => `told."${property}"`).join(', ')} from ${toldAs(columns)}
    on conflict `;
}

/** Without a key it heeds exclusion constraints too: what somebody holds stays theirs. */
const giveWay = 'do nothing';

/** A row whose provenance names a data set of a department is that department's. */
const bundled = `kept.provenance ->> 'dataset' in (select jsonb_array_elements_text(?::jsonb))`;

function changeSql({ keys, columns, imported }: Table): string {
  const others = columns.filter(({ primary }) => !primary).map(({ name }) => name);
  if (others.length === 0) return giveWay;
  const list = (of: string) => others.map((name) => `${of}.${name}`).join(', ');
  const entered = imported ? ' and kept.source_key is null' : '';
  const ours = others.includes('provenance') ? `${entered} and ${bundled}` : '';
  return `(${keys.map(({ name }) => name).join(', ')}) do update
    set ${others.map((name) => `${name} = excluded.${name}`).join(', ')}
    where (${list('kept')}) is distinct from (${list('excluded')})${ours}`;
}

const sameKeys = (keys: readonly Column[]): string =>
  keys.map((key) => `told."${key.property}" = kept.${key.name}`).join(' and ');

/** Rows of the sample that are not among these to the letter go first: one that moved may stand where another comes. */
function replacedSql({ name, columns, keys }: Table, { sample }: TableRows): string {
  const list = (of: (column: Column) => string) => columns.map(of).join(', ');
  const same = `(${list((column) => `kept.${column.name}`)})
    is not distinct from (${list(({ property }) => `told."${property}"`)})`;
  const keyed = sameKeys(keys);
  return `delete from "${name}" as kept where ${sample}
    and not exists (select from ${toldAs(columns)} where ${keyed} and ${same})`;
}

function leaveSql({ name, keys }: Table, { gone, sample }: TableRows): string | undefined {
  const same = sameKeys(keys);
  const left = `${sample} and not exists (select from ${toldAs(keys)} where ${same})`;
  if (gone === 'deleted') return `delete from "${name}" as kept where ${left}`;
  if (gone !== 'withdrawn') return undefined;
  return `update "${name}" as kept set withdrawn_at = now() where withdrawn_at is null and ${left}`;
}
