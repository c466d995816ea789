const onLoan = (
  of: string,
) => `case when count(*) filter (where ${of}.status = 'ON_SHELF') > 0 then 'YES'
  when count(${of}.*) = 0 or count(*) filter (where ${of}.status = 'UNKNOWN') > 0 then 'UNKNOWN' else 'NO' end`;

/** The first three titles under a class, newest first, with what stands on any shelf of the city. */
const titlesUnder = `select coalesce(jsonb_agg(jsonb_build_object('node', jsonb_build_object(
    'bibId', t.bib_id, 'title', jsonb_build_object('ja', t.title -> 'ja'), 'format', t.format,
    'availability', (select jsonb_build_object('answer', ${onLoan('h')}, 'onShelf', count(*) filter (where h.status = 'ON_SHELF'),
        'copies', count(*), 'checkedAt', iso(min(h.checked_at)))
      from library.holding h where h.bib_id = t.bib_id)))
    order by coalesce(t.year, 0) desc, t.bib_id), '[]')
  from (select * from library.title t
    where key ->> 'scheme' = 'NDC' and exists (select from jsonb_array_elements(t.subject_keys) s
      where s ->> 'scheme' = 'NDC' and s ->> 'code' like (key ->> 'code') || '%')
    order by coalesce(t.year, 0) desc, t.bib_id limit 3) t`;

/** How near a title is to a course: 0 the same class, 1 one contains the other, 2 the same division. */
const nearness = `select t.bib_id, t.work_key, t.year, min(case when n ->> 'code' = k ->> 'code' then 0
      when n ->> 'code' like (k ->> 'code') || '%' or k ->> 'code' like (n ->> 'code') || '%' then 1 else 2 end) as depth
    from jsonb_array_elements(c.subject_keys) k, library.title t, jsonb_array_elements(t.subject_keys) n
    where k ->> 'scheme' = 'NDC' and n ->> 'scheme' = 'NDC' and left(n ->> 'code', 2) = left(k ->> 'code', 2)
    group by t.bib_id, t.work_key, t.year`;

/** The branch with the smallest angle on the globe to the venue. */
const nearest = `select b.* from library.library_branch b, center.facility f
  where f.code = c.venue_code and b.latitude is not null and f.point is not null
  order by acos(least(1, sin(radians(b.latitude)) * sin(radians((f.point ->> 'latitude')::float8))
    + cos(radians(b.latitude)) * cos(radians((f.point ->> 'latitude')::float8))
      * cos(radians(b.longitude - (f.point ->> 'longitude')::float8)))), b.id limit 1`;

const readingList = `select coalesce(jsonb_agg(jsonb_build_object(
    'match', (array['EXACT', 'PREFIX', 'DIVISION'])[e.depth + 1],
    'title', jsonb_build_object('bibId', t.bib_id, 'isbn', t.isbn, 'title', jsonb_build_object('ja', t.title -> 'ja'),
      'author', pick(t.author, 'ja'), 'year', t.year, 'format', t.format),
    'formats', (select coalesce(jsonb_agg(distinct w.format), '[]') from library.title w
      where w.work_key = t.work_key and w.format is not null),
    'branch', (select jsonb_build_object('id', b.id, 'name', jsonb_build_object('ja', b.name -> 'ja'),
        'facility', jsonb_build_object('code', b.facility_code, 'name', jsonb_build_object('ja', b.name -> 'ja')))
      from (${nearest}) b),
    'availableThere', e.answer, 'onShelf', e.on_shelf, 'copies', e.copies, 'checkedAt', iso(e.checked_at))
    order by e.rank), '[]')
  from (
    select best.*, row_number() over (order by depth, on_shelf > 0 desc, copies > 0 desc, year desc nulls last, bib_id) as rank
    from (
      select distinct on (n.work_key) n.*, s.*
      from (${nearness}) n
      cross join lateral (
        select ${onLoan('h')} as answer, count(*) filter (where h.status = 'ON_SHELF') as on_shelf,
          count(h.*) as copies, min(h.checked_at) as checked_at
        from library.holding h where h.bib_id = n.bib_id
          and h.branch_id = coalesce((select b.id from (${nearest}) b), h.branch_id)) s
      order by n.work_key, n.depth, s.on_shelf > 0 desc, s.copies > 0 desc, n.bib_id <> n.work_key, n.bib_id
    ) best
  ) e join library.title t on t.bib_id = e.bib_id
  where e.rank <= 5`;

/** What P4 must answer of a course: its subjects with books, and its reading list at the branch nearest its venue. */
export const courseBooks = `select jsonb_build_object('id', c.id, 'title', jsonb_build_object('ja', c.title -> 'ja'),
    'startsAt', iso(c.starts_at),
    'venue', (select jsonb_build_object('code', f.code, 'name', jsonb_build_object('ja', f.name -> 'ja'),
        'point', pick(f.point, 'latitude', 'longitude')) from center.facility f where f.code = c.venue_code),
    'subjects', (select coalesce(jsonb_agg(jsonb_build_object('scheme', key -> 'scheme', 'code', key -> 'code',
        'label', (select jsonb_build_object('ja', s.label -> 'ja') from center.subject s
          where s.scheme = key ->> 'scheme' and s.code = key ->> 'code'),
        'titles', jsonb_build_object('edges', (${titlesUnder}))) order by place), '[]')
      from jsonb_array_elements(c.subject_keys) with ordinality k (key, place)),
    'readingList', (${readingList}),
    'provenance', shown_source(c.provenance))
  from kominkan.course c where c.id = $1`;
