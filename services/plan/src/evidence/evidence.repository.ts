import type { EntityManager } from '@mikro-orm/postgresql';

/** A measure or heading, and the moment after which what is over comes last. */
export interface EvidenceOf {
  readonly of: string;
  readonly at: string;
}

/** What of one kind stands for a measure. */
export interface EvidenceRow {
  readonly key: EvidenceOf;
  readonly kind: string;
  readonly official: number;
  readonly samples: number;
  readonly first: {
    readonly id: string;
    readonly label: string | null;
    readonly department: string;
    readonly sample: boolean;
  };
}

/** Counts what stands for many measures in one query, by kind: opportunities first, then what there is most of. */
export async function evidenceOfMeasures(
  em: EntityManager,
  keys: readonly EvidenceOf[],
): Promise<EvidenceRow[]> {
  const wanted = keys.map((key, place) => ({ place, ...key }));
  const rows = await em.execute<(Omit<EvidenceRow, 'key'> & { place: number })[]>(
    `select w.place, e.kind, (count(*) filter (where not e.sample))::int as official,
       (count(*) filter (where e.sample))::int as samples,
       (array_agg(jsonb_build_object('id', e.id, 'label', e.label, 'department', e.department,
         'sample', e.sample)
         order by e.sample, e.ends_at < w.at, e.starts_at, e.id collate "C"))[1] as first
     from jsonb_to_recordset(?::jsonb) as w (place int, "of" text, at timestamptz)
     cross join lateral (
       select distinct on (e.kind, e.id) e.* from measure_evidence e
       where e.measure_code = w."of" or starts_with(e.measure_code, w."of" || '-')
     ) e
     group by w.place, e.kind
     order by w.place, bool_or(e.offered) desc, count(*) desc, e.kind`,
    [JSON.stringify(wanted)],
  );
  return rows.flatMap(({ place, ...row }) => {
    const key = keys[place];
    return key ? [{ key, ...row }] : [];
  });
}
