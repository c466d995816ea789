// A table: the items of GIF DS-436 with their terms, and the views over what was recorded of them.

const items: readonly (readonly [code: string, term: string])[] = [
  ['WHEELCHAIR', '車椅子可'],
  ['WHEELCHAIR_LOAN', '車椅子貸出'],
  ['CANE_LOAN', 'ツエ貸出'],
  ['ACCESSIBLE_TOILET', 'バリアフリートイレ'],
  ['STEP_FREE', 'スロープ・エレベータ・エスカレータ'],
  ['TACTILE_PAVING', '点字ブロック等の移動支援'],
  ['BRAILLE_OR_READING', '点字や読上による支援'],
  ['ASSISTANCE_DOGS', '盲導犬・介助犬・聴導犬同伴'],
  ['CAPTIONS', '字幕'],
  ['WRITTEN_COMMUNICATION', '筆談対応'],
  ['PRIORITY_PARKING', '優先駐車場'],
  ['OSTOMATE_TOILET', 'オストメイト対応トイレ'],
  ['CHILD_TOILET', '子供トイレ'],
  ['NURSING_ROOM', '授乳室'],
  ['DIAPER_TABLE', 'おむつ替えコーナー'],
  ['EATING_ALLOWED', '飲食可否'],
  ['STROLLER_LOAN', 'ベビーカー貸出'],
  ['STROLLER', 'ベビーカー利用'],
];

const known = items.map(([code, term], place) => `(${place}, '${code}', '${term}')`).join(', ');

/** One row for each facility and item; what nobody recorded is unknown. */
const facts = `
  select f.code as facility, k.place, k.code, k.term, coalesce(i ->> 'value', 'UNKNOWN') as value,
    case when i is not null then coalesce((i ->> 'asOf')::timestamptz, (a.provenance ->> 'asOf')::timestamptz) end as as_of,
    i -> 'note' as note, case when i is not null then a.provenance -> 'department' end as department
  from (select code from center.facility) f cross join (values ${known}) k (place, code, term)
  left join welfare.facility_access a on a.facility_code = f.code
  left join lateral (select i from jsonb_array_elements(a.items) i where i ->> 'code' = k.code limit 1) i on true`;

/** The answer of several facts: no before unknown before yes; yes of none. */
const worst = `create function worst(answers text[]) returns text language sql stable as $$
  select case when 'NO' = any(answers) then 'NO' when 'UNKNOWN' = any(answers) then 'UNKNOWN' else 'YES' end $$`;

/** Why somebody who needs these items can or cannot come in, in the order of the standard. */
const reasons = `create function access_reasons(facility_code text, needed text[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('code', code, 'text',
      term || '：' || case value when 'YES' then '有' when 'NO' then '無' else '不明' end,
      'value', value, 'department', department, 'asOf', iso(as_of)) order by place), '[]')
  from access_fact where facility = facility_code and code = any(needed) $$`;

/** The values of reasons. */
const values = `create function values_of(reasons jsonb) returns text[] language sql stable as $$
  select coalesce(array_agg(r ->> 'value'), '{}') from jsonb_array_elements(reasons) r $$`;

/** What a child costs, as an answer writes it. */
const childFee = `create function child_fee(yen integer) returns jsonb language sql stable as $$
  select jsonb_build_object('kind', case when yen is null then 'UNKNOWN' when yen = 0 then 'FREE' else 'PAID' end, 'yen', yen) $$`;

/** Statements that make the views in a database into which the city was gathered. */
export const accessViews: readonly string[] = [
  `create view access_fact as ${facts}`,
  worst,
  reasons,
  values,
  childFee,
];
