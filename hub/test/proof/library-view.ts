// A table: statements that say what the answers about the library must be, written anew from the rules.
import { waitingOf } from './offer-view.js';

/** Whether one can borrow a copy among those of an alias: silence about any copy is not a no. */
const borrowable = (
  of: string,
) => `case when count(*) filter (where ${of}.status = 'ON_SHELF') > 0 then 'YES'
  when count(${of}.*) = 0 or count(*) filter (where ${of}.status = 'UNKNOWN') > 0 then 'UNKNOWN' else 'NO' end`;

const edges = (node: string, order: string) =>
  `jsonb_build_object('edges', coalesce(jsonb_agg(jsonb_build_object('node', ${node}) order by ${order}), '[]'))`;

const named = (name: string) => `jsonb_build_object('ja', ${name} -> 'ja')`;

/** The name of the subject of an alias: that of the next wider class where the register does not hold an NDC class. */
const labelOf = (key: string) => `(select ${named('s.label')} from center.subject s
  where s.scheme = ${key} ->> 'scheme' and (s.code = ${key} ->> 'code'
    or (s.scheme = 'NDC' and ${key} ->> 'code' like s.code || '%'))
  order by length(s.code) desc limit 1)`;

/** Titles and items of the property $1, `most` of each. */
const materials = (titleNode: string, itemNode: string, most: number) => `jsonb_build_object(
  'titles', (select ${edges(titleNode, 'coalesce(t.year, 0) desc, t.bib_id')}
    from (select * from library.title where $1 = any(heritage_codes) and withdrawn_at is null
      order by coalesce(year, 0) desc, bib_id limit ${most}) t),
  'digitalItems', (select ${edges(itemNode, 'd.year nulls last, d.id')}
    from (select * from library.digital_item where $1 = any(heritage_codes) and withdrawn_at is null
      order by year nulls last, id limit ${most}) d))`;

/** What is offered within a year that shares an NDC number with the property: at its own facility first. */
const offers = (node: string) => `(select coalesce(jsonb_agg(${node} order by o.place), '[]')
  from (select o.*, row_number() over (
      order by coalesce(o.venue_code = p.facility_code, false) desc, o.first_start nulls last, o.id) as place
    from offer o
    where coalesce(o.first_start, now()) < now() + interval '366 days' and exists (
      select from jsonb_array_elements(o.subject_keys) mine, jsonb_array_elements(p.subject_keys) theirs
      where mine ->> 'scheme' = 'NDC' and theirs ->> 'scheme' = 'NDC' and mine ->> 'code' = theirs ->> 'code')
  ) o where o.place <= 10)`;

const venueOf = (more: string) =>
  `(select jsonb_build_object(${more} 'name', ${named('f.name')}) from center.facility f where f.code = o.venue_code)`;

const all = `select jsonb_build_object('code', p.code, 'name', pick(p.name, 'ja', 'kana'),
    'designations', p.designations, 'summary', pick(p.summary, 'ja'),
    'point', pick(p.point, 'latitude', 'longitude'),
    'area', (select jsonb_build_object('code', a.code, 'name', ${named('a.name')}) from center.area a where a.code = p.area_code),
    'facility', (select jsonb_build_object('code', f.code, 'name', ${named('f.name')})
      from center.facility f where f.code = p.facility_code),
    'hours', (select coalesce(jsonb_agg(pick(h, 'weekday', 'opensAt', 'closesAt') order by n), '[]')
      from jsonb_array_elements(p.hours) with ordinality as hour (h, n)),
    'localMaterials', ${materials(
      `jsonb_build_object('bibId', t.bib_id, 'title', pick(t.title, 'ja', 'kana'), 'author', pick(t.author, 'ja'),
        'year', t.year, 'format', t.format, 'availability', (select jsonb_build_object(
          'answer', ${borrowable('h')}, 'onShelf', count(*) filter (where h.status = 'ON_SHELF'), 'copies', count(*))
        from library.holding h where h.bib_id = t.bib_id))`,
      `jsonb_build_object('id', d.id, 'kind', d.kind, 'title', pick(d.title, 'ja', 'kana'),
        'creator', pick(d.creator, 'ja'), 'madeIn', d.made_in, 'rights', d.rights, 'rightsNote', d.rights_note, 'url', d.url)`,
      5,
    )},
    'opportunities', ${offers(`jsonb_build_object('id', o.id, 'title', ${named('o.title')},
      'startsAt', iso(o.starts_at), 'venue', ${venueOf(`'code', f.code,`)})`)},
    'provenance', jsonb_build_object('department', p.provenance -> 'department',
      'asOf', iso((p.provenance ->> 'asOf')::timestamptz), 'sample', p.provenance -> 'sample'))
  from center.cultural_property p where p.code = $1`;

const grove = `select jsonb_build_object('name', pick(p.name, 'ja', 'kana'), 'placeName', p.place_name,
    'hoursNote', p.hours_note,
    'facility', (select jsonb_build_object('code', f.code, 'name', ${named('f.name')}, 'phone', f.phone)
      from center.facility f where f.code = p.facility_code),
    'opportunities', ${offers(`jsonb_build_object('id', o.id, 'title', ${named('o.title')}, 'startsAt', iso(o.starts_at),
      'organiser', o.organiser, 'applicationState', o.state, 'venue', ${venueOf('')})`)},
    'localMaterials', ${materials(
      `jsonb_build_object('title', pick(t.title, 'ja', 'kana'), 'format', t.format,
        'holdings', (select coalesce(jsonb_agg(jsonb_build_object('status', h.status, 'branch', jsonb_build_object(
            'name', ${named('b.name')}), 'callNumber', h.call_number) order by h.branch_id, h.id), '[]')
          from library.holding h join library.library_branch b on b.id = h.branch_id where h.bib_id = t.bib_id),
        'citedIn', (select coalesce(jsonb_agg(jsonb_build_object('question', ${named('c.question')},
            'answeredOn', c.answered_on) order by c.answered_on desc, c.id), '[]')
          from library.reference_case c where t.isbn = any(c.source_isbns)))`,
      `jsonb_build_object('title', pick(d.title, 'ja', 'kana'), 'kind', d.kind, 'rights', d.rights, 'url', d.url)`,
      10,
    )})
  from center.cultural_property p where p.code = $1`;

/** What is told of the cultural property $1: P15, and the question of residents about the grove. */
export const heritage = { all, grove } as const;

/** The branch with the smallest angle on the globe to the venue of the course `c`. */
const nearest = `select b.* from library.library_branch b, center.facility f
  where f.code = c.venue_code and b.latitude is not null and f.point is not null
  order by acos(least(1, sin(radians(b.latitude)) * sin(radians((f.point ->> 'latitude')::float8))
    + cos(radians(b.latitude)) * cos(radians((f.point ->> 'latitude')::float8))
      * cos(radians(b.longitude - (f.point ->> 'longitude')::float8)))), b.id limit 1`;

/** How near a title is to the course `c`: 0 the same class, 1 one contains the other, 2 the same division. */
const nearness = `select t.bib_id, t.work_key, t.year, t.format, min(case when n ->> 'code' = k ->> 'code' then 0
      when n ->> 'code' like (k ->> 'code') || '%' or k ->> 'code' like (n ->> 'code') || '%' then 1 else 2 end) as depth
    from jsonb_array_elements(c.subject_keys) k, library.title t, jsonb_array_elements(t.subject_keys) n
    where k ->> 'scheme' = 'NDC' and n ->> 'scheme' = 'NDC' and left(n ->> 'code', 2) = left(k ->> 'code', 2)
    group by t.bib_id, t.work_key, t.year, t.format`;

/** Titles for the course `c`: of those that fit the best edition of each work, the nearest subject first. */
const readingList = (
  node: string,
  fits: string,
  most: number,
) => `(select coalesce(jsonb_agg(${node} order by e.rank), '[]')
  from (
    select best.*, row_number() over (order by depth, on_shelf > 0 desc, copies > 0 desc, year desc nulls last, bib_id) as rank
    from (
      select distinct on (n.work_key) n.*, s.*
      from (${nearness}) n
      cross join lateral (
        select ${borrowable('h')} as answer, count(*) filter (where h.status = 'ON_SHELF') as on_shelf,
          count(h.*) as copies, min(h.checked_at) as checked_at
        from library.holding h where h.bib_id = n.bib_id
          and h.branch_id = coalesce((select b.id from (${nearest}) b), h.branch_id)) s
      where ${fits}
      order by n.work_key, n.depth, s.on_shelf > 0 desc, s.copies > 0 desc, n.bib_id <> n.work_key, n.bib_id
    ) best
  ) e join library.title t on t.bib_id = e.bib_id
  where e.rank <= ${most})`;

const match = `'match', (array['EXACT', 'PREFIX', 'DIVISION'])[e.depth + 1]`;

/** Titles on the shelf for the course $1, and those for readers who cannot read ordinary print (Q1). */
export const shelfForCourse = `select jsonb_build_object('id', c.id, 'title', ${named('c.title')},
    'venue', (select jsonb_build_object('code', f.code, 'name', ${named('f.name')}) from center.facility f where f.code = c.venue_code),
    'subjects', (select coalesce(jsonb_agg(jsonb_build_object('scheme', key -> 'scheme', 'code', key -> 'code',
        'label', ${labelOf('key')}) order by place), '[]')
      from jsonb_array_elements(c.subject_keys) with ordinality k (key, place)),
    'readingList', ${readingList(
      `jsonb_build_object(${match}, 'onShelf', e.on_shelf, 'checkedAt', iso(e.checked_at),
        'title', jsonb_build_object('bibId', t.bib_id, 'isbn', t.isbn, 'title', pick(t.title, 'ja', 'kana'),
          'author', pick(t.author, 'ja'), 'format', t.format),
        'branch', (select jsonb_build_object('id', b.id, 'name', ${named('b.name')}, 'phone', b.phone) from (${nearest}) b))`,
      's.on_shelf > 0',
      8,
    )},
    'largePrint', ${readingList(
      `jsonb_build_object(${match}, 'availableThere', e.answer,
        'title', jsonb_build_object('bibId', t.bib_id, 'title', ${named('t.title')}, 'format', t.format))`,
      `n.format in ('LARGE_PRINT', 'DAISY', 'AUDIO_BOOK', 'BRAILLE')`,
      3,
    )})
  from kominkan.course c where c.id = $1`;

/** Courses whose last time ends from $1 to $2, with books on the shelf to go on with (Q4). */
export const endingCourses = `select jsonb_build_object('totalCount', jsonb_build_object('value', count(*), 'isExact', true),
    'edges', coalesce(jsonb_agg(jsonb_build_object('title', ${named('c.title')}, 'endsAt', iso(c.ends_at),
      'node', jsonb_build_object('id', c.id,
        'venue', (select jsonb_build_object('code', f.code, 'name', ${named('f.name')}) from center.facility f where f.code = c.venue_code),
        'leadsToGroups', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', ${named('g.name')}) order by g.id), '[]')
          from center.learning_group g where g.fed_by_course_id = c.id and g.withdrawn_at is null),
        'readingList', ${readingList(
          `jsonb_build_object('onShelf', e.on_shelf, 'title', jsonb_build_object('bibId', t.bib_id,
            'title', ${named('t.title')}, 'author', pick(t.author, 'ja')),
            'branch', (select jsonb_build_object('id', b.id, 'name', ${named('b.name')}) from (${nearest}) b))`,
          's.on_shelf > 0',
          5,
        )})) order by c.first_start nulls last, c.id), '[]'))
  from (select o.*, span.first_start from every_offer o
    cross join lateral (
      select least(o.starts_at, min(t.starts)) as first_start,
        greatest(o.starts_at, o.ends_at, max(coalesce(t.ends, t.starts))) as over
      from offer_time t where t.id = o.id) span
    where o.type = 'Course' and o.withdrawn_at is null and o.cancelled_at is null
      and span.over between $1 and $2) c`;

const offersUnder = `(select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'title', ${named('o.title')},
      'startsAt', iso(o.starts_at), 'applicationState', o.state, 'venue', ${venueOf('')})
      || case when o.type <> 'Course' then '{}' else jsonb_build_object('leadsToGroups',
        (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', ${named('g.name')},
          'acceptsBeginners', g.accepts_beginners) order by g.id), '[]')
        from center.learning_group g where g.fed_by_course_id = o.id and g.withdrawn_at is null)) end
    order by o.first_start nulls last, o.id), '[]')
  from (select * from offer o
    where coalesce(o.first_start, now()) < now() + interval '366 days' and exists (
      select from jsonb_array_elements(o.subject_keys) theirs
      where theirs ->> 'scheme' = 'NDC' and theirs ->> 'code' like (key ->> 'code') || '%')
    order by o.first_start nulls last, o.id limit 10) o)`;

const groupsUnder = `(select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', ${named('g.name')},
      'acceptsBeginners', g.accepts_beginners, 'fedBy', (select jsonb_build_object('id', f.id, 'title', ${named('f.title')})
        from kominkan.course f where f.id = g.fed_by_course_id)) order by g.id), '[]')
  from (select * from center.learning_group g where g.withdrawn_at is null and exists (
      select from jsonb_array_elements(g.subject_keys) theirs
      where theirs ->> 'scheme' = 'NDC' and theirs ->> 'code' like (key ->> 'code') || '%')
    order by g.id limit 10) g)`;

const under = (of: string) => `exists (select from jsonb_array_elements(${of}.subject_keys) mine
  where mine ->> 'scheme' = 'NDC' and mine ->> 'code' like (key ->> 'code') || '%')`;

/** What next in town after the book with the ISBN $1 (Q16). */
export const afterBook = `select jsonb_build_object('bibId', b.bib_id, 'title', pick(b.title, 'ja', 'kana'),
    'editions', (select coalesce(jsonb_agg(jsonb_build_object('bibId', t.bib_id, 'format', t.format,
        'availability', (select jsonb_build_object('answer', ${borrowable('h')},
          'onShelf', count(*) filter (where h.status = 'ON_SHELF')) from library.holding h where h.bib_id = t.bib_id))
        order by coalesce(t.year, 0) desc, t.bib_id), '[]')
      from library.title t where t.work_key = b.work_key and t.bib_id <> b.bib_id),
    'citedIn', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'question',
        jsonb_build_object('ja', c.question -> 'ja', 'plain', pick(c.question -> 'plain', 'text', 'origin')))
        order by c.answered_on desc, c.id), '[]')
      from library.reference_case c where b.isbn = any(c.source_isbns)),
    'culturalProperties', (select coalesce(jsonb_agg(jsonb_build_object('code', p.code, 'name', ${named('p.name')}) order by n), '[]')
      from unnest(b.heritage_codes) with ordinality as heritage (code, n) join center.cultural_property p on p.code = heritage.code),
    'subjects', (select coalesce(jsonb_agg(jsonb_build_object('scheme', key -> 'scheme', 'code', key -> 'code',
        'label', ${labelOf('key')},
        'opportunities', ${offersUnder}, 'groups', ${groupsUnder},
        'titles', (select ${edges(`jsonb_build_object('bibId', t.bib_id, 'title', ${named('t.title')})`, 'coalesce(t.year, 0) desc, t.bib_id')}
          from (select * from library.title t where ${under('t')} order by coalesce(t.year, 0) desc, t.bib_id limit 3) t),
        'referenceCases', (select ${edges(`jsonb_build_object('id', r.id, 'question', ${named('r.question')})`, 'r.answered_on desc, r.id')}
          from (select * from library.reference_case r where ${under('r')} order by r.answered_on desc, r.id limit 3) r)
      ) order by place), '[]')
      from jsonb_array_elements(b.subject_keys) with ordinality k (key, place)))
  from library.title b where b.isbn = $1`;

const caseNode = `jsonb_build_object('id', r.id, 'question', ${named('r.question')}, 'answer', ${named('r.answer')},
  'process', r.process, 'keywords', r.keywords, 'citations', r.citations, 'answeredOn', r.answered_on,
  'branch', (select jsonb_build_object('name', ${named('b.name')}, 'phone', b.phone)
    from library.library_branch b where b.id = r.branch_id),
  'subjects', (select coalesce(jsonb_agg(jsonb_build_object('code', k -> 'code', 'label', ${labelOf('k')}) order by n), '[]')
    from jsonb_array_elements(r.subject_keys) with ordinality as about (k, n)),
  'sources', (select coalesce(jsonb_agg(jsonb_build_object('bibId', t.bib_id, 'title', ${named('t.title')},
      'availability', (select jsonb_build_object('answer', ${borrowable('h')}) from library.holding h where h.bib_id = t.bib_id))
      order by n), '[]')
    from unnest(r.source_isbns) with ordinality as source (isbn, n) join library.title t on t.isbn = source.isbn),
  'provenance', jsonb_build_object('department', r.provenance -> 'department', 'stale',
    coalesce((r.provenance ->> 'asOf')::timestamptz < now() - interval '365 days', true), 'sample', r.provenance -> 'sample'))`;

/** Cases and courses under the NDC number $1, and the cases that hold the word $2 (P22). */
export const casesByTheme = `with key as (select jsonb_build_object('scheme', 'NDC', 'code', $1::text) as key)
  select jsonb_build_object(
    'subject', (select jsonb_build_object('label', ${named('s.label')},
        'referenceCases', (select ${edges(caseNode, 'r.answered_on desc, r.id')}
          from (select * from library.reference_case r where ${under('r')} order by r.answered_on desc, r.id limit 5) r),
        'practiceNotes', (select ${edges(
          `jsonb_build_object('id', n.id, 'kind', n.kind, 'title', ${named('n.title')}, 'summary', ${named('n.summary')},
            'writtenOn', n.written_on, 'provenance', jsonb_build_object('department', n.provenance -> 'department'))`,
          'n.written_on desc, n.id desc',
        )} from (select * from welfare.practice_note n where ${under('n')} order by n.written_on desc, n.id desc limit 5) n),
        'opportunities', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'title', ${named('o.title')},
            'startsAt', iso(o.starts_at), 'applicationState', o.state) order by o.first_start nulls last, o.id), '[]')
          from (select * from offer o where coalesce(o.first_start, now()) < now() + interval '366 days' and ${under('o')}
            order by o.first_start nulls last, o.id limit 10) o))
      from center.subject s where s.scheme = 'NDC' and s.code = $1),
    'referenceCases', (select ${edges(`jsonb_build_object('id', r.id, 'question', ${named('r.question')})`, 'r.answered_on desc, r.id')}
      from (select * from library.reference_case r where ${under('r')} and
          (r.question ->> 'ja') || (r.answer ->> 'ja') || array_to_string(r.keywords, ' ') like '%' || $2 || '%'
        order by r.answered_on desc, r.id limit 3) r))
  from key`;

/** What branches do for readers who cannot read print, and the forms of books with the word $1 (measure 2-5-4-2). */
export const accessibleReading = `select jsonb_build_object(
  'libraryBranches', (select jsonb_agg(jsonb_build_object('id', b.id, 'name', ${named('b.name')}, 'phone', b.phone,
      'facility', (select jsonb_build_object('code', f.code, 'name', ${named('f.name')}, 'access', (select jsonb_build_object(
          'items', jsonb_agg(jsonb_build_object('code', code, 'value', value) order by place)) from access_fact where facility = f.code))
        from center.facility f where f.code = b.facility_code),
      'services', (select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'offered', s.offered, 'booking', s.booking,
          'feeYen', s.fee_yen, 'forWhom', pick(s.for_whom, 'ja'), 'howToUse', case when s.how_to_use <> 'null' then
            jsonb_build_object('ja', s.how_to_use -> 'ja', 'plain', pick(s.how_to_use -> 'plain', 'text', 'origin')) end)
          order by s.kind), '[]') from library.branch_service s where s.branch_id = b.id)) order by b.facility_code)
    from library.library_branch b),
  'titles', (select ${edges(
    `jsonb_build_object('bibId', t.bib_id, 'title', pick(t.title, 'ja', 'kana'), 'format', t.format,
      'availability', (select jsonb_build_object('answer', ${borrowable('h')}, 'onShelf', count(*) filter (where h.status = 'ON_SHELF'),
        'copies', count(*)) from library.holding h where h.bib_id = t.bib_id),
      'editions', (select coalesce(jsonb_agg(jsonb_build_object('bibId', e.bib_id, 'format', e.format)
        order by coalesce(e.year, 0) desc, e.bib_id), '[]') from library.title e where e.work_key = t.work_key and e.bib_id <> t.bib_id))`,
    'coalesce(t.year, 0) desc, t.bib_id',
  )}
    from (select * from library.title t where t.format in ('LARGE_PRINT', 'DAISY', 'AUDIO_BOOK', 'BRAILLE')
      and concat_ws(' ', t.title ->> 'ja', t.author ->> 'ja', t.publisher) like '%' || $1 || '%'
      order by coalesce(t.year, 0) desc, t.bib_id limit 10) t))`;

/** Sets of books for the grade $1 that can be had on the day $2, with what else there is on their subjects (P13). */
export const schoolBooks = `select ${edges(
  `jsonb_build_object('id', s.id, 'name', pick(s.name, 'ja', 'kana'), 'schoolSubject', s.school_subject, 'unit', s.unit,
    'gradeFrom', s.grade_from, 'gradeTo', s.grade_to, 'copies', s.copies, 'loanDays', s.loan_days,
    'bookableFrom', s.bookable_from, 'bookableUntil', s.bookable_until,
    'branch', (select jsonb_build_object('name', ${named('b.name')}, 'phone', b.phone) from library.library_branch b where b.id = s.branch_id),
    'titles', (select coalesce(jsonb_agg(jsonb_build_object('bibId', t.bib_id, 'title', ${named('t.title')}, 'format', t.format) order by n), '[]')
      from unnest(s.bib_ids) with ordinality as kept (bib_id, n) join library.title t on t.bib_id = kept.bib_id),
    'subjects', (select coalesce(jsonb_agg(jsonb_build_object('code', key -> 'code',
        'label', ${labelOf('key')},
        'referenceCases', (select ${edges(`jsonb_build_object('question', ${named('r.question')})`, 'r.answered_on desc, r.id')}
          from (select * from library.reference_case r where ${under('r')} order by r.answered_on desc, r.id limit 2) r),
        'digitalItems', (select ${edges(`jsonb_build_object('title', ${named('d.title')}, 'rights', d.rights, 'url', d.url)`, 'd.year, d.id')}
          from (select * from library.digital_item d where ${under('d')} order by d.year, d.id limit 2) d)) order by place), '[]')
      from jsonb_array_elements(s.subject_keys) with ordinality k (key, place)))`,
  's.grade_from, s.id',
)} from library.book_set s where $1 between s.grade_from and s.grade_to and $2::date between s.bookable_from and s.bookable_until`;

const openAt = `exists (select from jsonb_array_elements(o.hours) hour
    where (hour ->> 'weekday')::int = extract(isodow from here)
      and (hour ->> 'opensAt')::time <= here::time and here::time < (hour ->> 'closesAt')::time)
  and not exists (select from jsonb_array_elements(o.closed_days) rule
    where (rule ->> 'weekday')::int = extract(isodow from here) and (rule ->> 'rule' = 'WEEKDAY'
      or (rule ->> 'rule' = 'NTH_WEEKDAY' and (rule ->> 'nth')::int = ceil(extract(day from here) / 7))))`;

/** What a closure of the library in the facility $1 means from $2 to $3, and who is open at $4, no holiday (P24). */
export const branchClosure = `select jsonb_build_object('code', f.code, 'name', ${named('f.name')}, 'branch', jsonb_build_object('id', b.id,
    'pickupShelf', (select jsonb_build_object('offered', b.pickup_shelf, 'waiting', count(*), 'checkedAt', iso(min(h.checked_at)))
      from library.holding h where h.branch_id = b.id and h.status = 'RESERVED'),
    'programs', (select ${edges(
      `jsonb_build_object('id', p.id, 'title', ${named('p.title')}, 'cancelledAt', null, 'seats',
        case when num_nonnulls(p.capacity, p.waiting) > 0 then jsonb_build_object('capacity', p.capacity, 'waiting', ${waitingOf('p')}) end)`,
      'inside.starts, p.id',
    )}
      from library.library_program p
      cross join lateral (select min(t.starts) as starts from offer_time t
        where t.id = p.id and t.starts < $3::timestamptz and t.ends > $2::timestamptz) inside
      where p.venue_code = f.code and p.withdrawn_at is null and p.cancelled_at is null and inside.starts is not null),
    'nearestOpen', (select jsonb_build_object('id', o.id, 'name', ${named('o.name')}, 'phone', o.phone,
        'facility', (select jsonb_build_object('code', g.code, 'name', ${named('g.name')}) from center.facility g where g.code = o.facility_code),
        'services', (select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'offered', s.offered) order by s.kind), '[]')
          from library.branch_service s where s.branch_id = o.id))
      from library.library_branch o, (select $4::timestamptz at time zone 'Asia/Tokyo' as here) clock
      where o.id <> b.id and ${openAt}
      order by acos(least(1, sin(radians(b.latitude)) * sin(radians(o.latitude))
        + cos(radians(b.latitude)) * cos(radians(o.latitude)) * cos(radians(b.longitude - o.longitude)))) limit 1)))
  from library.library_branch b join center.facility f on f.code = b.facility_code where f.code = $1`;
