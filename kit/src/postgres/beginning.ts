import { type Client, escapeLiteral } from 'pg';

/** How a database began: what its tables are, and the rows that stood in them. */
export interface Beginning {
  /** Changes when a table, trigger, constraint, index or function does. */
  readonly shape: string | null;
  readonly tables: readonly Table[];
  /** How far the sequences had counted. */
  readonly counted: string | null;
  /** Statements that let them count on from there. */
  readonly counting: readonly string[];
}

interface Table {
  readonly name: string;
  /** Statement that writes the first rows where none is left; null for a table that began empty. */
  readonly fill: string | null;
  /** Digest of the first rows. */
  readonly digest: string | null;
}

const catalogs = [
  'pg_attribute',
  'pg_trigger',
  'pg_constraint',
  'pg_index',
  'pg_proc',
  'pg_rewrite',
  'pg_namespace',
] as const;

const shape = `select concat_ws(' ', (select count(*) from pg_class), ${catalogs
  .map((each) => `(select count(*) || ':' || sum(xmin::text::bigint) from ${each})`)
  .join(', ')})`;

const counters = `select string_agg(concat_ws(' ', schemaname, sequencename, last_value), ', '
  order by schemaname, sequencename) from pg_sequences`;

/** Notes how a database is now, so that `restore` can bring it back. */
export async function takeBeginning(client: Client): Promise<Beginning> {
  const { rows: names } = await client.query<{ name: string; columns: string }>(
    `select c.oid::regclass::text as name,
       (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
         where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns
     from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
  const tables: Table[] = [];
  for (const each of names) tables.push(await tableOf(client, each));
  const { rows: counting } = await client.query<{ statement: string }>(
    `select format('select setval(%L, %s)', format('%I.%I', schemaname, sequencename), last_value) as statement
     from pg_sequences where last_value is not null`,
  );
  return {
    shape: await valueOf(client, shape),
    tables,
    counted: await valueOf(client, counters),
    counting: counting.map(({ statement }) => statement),
  };
}

async function tableOf(
  client: Client,
  { name, columns }: { name: string; columns: string },
): Promise<Table> {
  const content = await valueOf(client, `select jsonb_agg(to_jsonb(t))::text from ${name} t`);
  if (content === null) return { name, fill: null, digest: null };
  const fill = `insert into ${name} (${columns}) overriding system value select ${columns}
    from jsonb_populate_recordset(null::${name}, ${escapeLiteral(content)})
    where not exists (select from ${name})`;
  return { name, fill, digest: await valueOf(client, `select ${digestOf(name)}`) };
}

const digestOf = (table: string): string =>
  `(select md5(string_agg(t::text, e'\\n' order by t::text)) from ${table} t)`;

/**
 * Brings a database back to how it began, ending all other connections to it, and tells whether it did: one whose tables
 * were altered stays as it is. Needs a superuser's connection. Throws when something stands in the way for five seconds.
 */
export async function restore(client: Client, beginning: Beginning): Promise<boolean> {
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  );
  if ((await valueOf(client, shape)) !== beginning.shape) return false;
  const changed = await changedTables(client, beginning);
  if (changed.length === 0) return true;
  await client.query(
    [
      'begin',
      "set local lock_timeout = '5s'",
      // No trigger is to tell of this.
      'set local session_replication_role = replica',
      `truncate ${changed.join(', ')} restart identity cascade`,
      ...beginning.tables.flatMap(({ fill }) => fill ?? []),
      ...beginning.counting,
      'commit',
    ].join(';\n'),
  );
  return true;
}

async function changedTables(
  client: Client,
  { tables, counted }: Beginning,
): Promise<readonly string[]> {
  if ((await valueOf(client, counters)) !== counted) return tables.map(({ name }) => name);
  const looks = tables.map(({ name, digest }) => {
    const differs = digest
      ? `${digestOf(name)} is distinct from ${escapeLiteral(digest)}`
      : `exists (select from ${name})`;
    return `case when ${differs} then ${escapeLiteral(name)} end`;
  });
  const names = await valueOf<string[]>(
    client,
    `select array_remove(array[${looks.join(', ')}]::text[], null)`,
  );
  return names ?? [];
}

async function valueOf<Value = string>(client: Client, query: string): Promise<Value | null> {
  // Who asks says what the value is.
  const { rows } = await client.query<Value[]>({ text: query, rowMode: 'array' });
  return rows[0]?.[0] ?? null;
}
