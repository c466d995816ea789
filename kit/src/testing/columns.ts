import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/postgresql';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  /** True when the table has a value for a row that brings none. */
  readonly filled: boolean;
  readonly computed: boolean;
}

/**
 * Compares what entities say of their columns with what the migrated tables have: names, types and whether a value
 * may be missing. One sentence per difference; none when they agree. A column that fills itself may be optional in
 * the entity though the table refuses its absence, and one that the table computes needs no property.
 */
export async function columnFaults(orm: MikroORM): Promise<string[]> {
  const columns = Map.groupBy(await readColumns(orm), ({ table }) => table);
  const faults: string[] = [];
  for (const entity of orm.getMetadata().getAll().values()) {
    const table = columns.get(entity.tableName);
    if (table) faults.push(...faultsOf(entity, table));
    else faults.push(`${entity.className} is kept in "${entity.tableName}", which does not exist.`);
  }
  return faults;
}

async function readColumns(orm: MikroORM): Promise<Column[]> {
  return orm.em.fork().execute<Column[]>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
       not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as filled,
       a.attgenerated <> '' as computed
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
       and a.attnum > 0 and not a.attisdropped`,
  );
}

function faultsOf(entity: EntityMetadata, table: readonly Column[]): string[] {
  const found = new Map(table.map((each) => [each.column, each]));
  const faults: string[] = [];
  for (const property of entity.props.filter((each) => each.persist !== false)) {
    const [name = property.name] = property.fieldNames;
    const fault = faultOf(property, found.get(name));
    if (fault) faults.push(`${entity.className}.${property.name} ${fault}`);
    found.delete(name);
  }
  for (const { column, computed } of found.values())
    if (!computed)
      faults.push(`"${entity.tableName}.${column}" is no property of ${entity.className}.`);
  return faults;
}

function faultOf(property: EntityProperty, column: Column | undefined): string | undefined {
  if (!column) return `has no column "${property.fieldNames[0]}".`;
  const type = typeName(property.columnTypes[0] ?? '');
  if (type !== column.type) return `says ${type}; the table says ${column.type}.`;
  const optional = property.nullable ?? false;
  if (!optional && column.nullable) return 'is required; the table lets it be missing.';
  if (optional && !column.nullable && !column.filled)
    return 'may be missing; the table refuses its absence.';
  return undefined;
}

/** PostgreSQL's own name of a type that has a shorter one. */
function typeName(type: string): string {
  return type === 'timestamptz' ? 'timestamp with time zone' : type;
}
