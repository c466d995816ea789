// A table: statements that say what the answers about the library must be, written anew from the rules.

/** Whether one can borrow a copy among those of an alias: silence about any copy is not a no. */
const borrowable = (
  of: string,
) => `case when count(*) filter (where ${of}.status = 'ON_SHELF') > 0 then 'YES'
  when count(${of}.*) = 0 or count(*) filter (where ${of}.status = 'UNKNOWN') > 0 then 'UNKNOWN' else 'NO' end`;

const edges = (node: string, order: string) =>
  `jsonb_build_object('edges', coalesce(jsonb_agg(jsonb_build_object('node', ${node}) order by ${order}), '[]'))`;

const named = (name: string) => `jsonb_build_object('ja', ${name} -> 'ja')`;

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
