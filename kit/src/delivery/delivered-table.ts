/** SQL that lets files fill a table that is there already; `ends` says what is over by a column of its own (withdrawn_at) already. */
export const deliveredTable = (table: string, { ends }: { ends: boolean }): readonly string[] => [
  `alter table ${table} add column source_key text unique, add column source_hash text`,
  ...(ends ? [] : [`alter table ${table} add column withdrawn_at timestamptz`]),
];
