import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { PublishedOpportunity } from '@manabi/kit/opportunity/opportunity.published';
import { seatsInSteps } from '@manabi/kit/vocabulary/seats-in-sql';
import type { Tri } from '@manabi/kit/value/tri';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

/** What is closed from when to when, and which page of what that hits is wanted. Moments are ISO 8601. */
export interface ClosedTime {
  readonly facilityCode: string;
  readonly from: string;
  readonly to: string;
  /** How the closed rooms are found in a room as written; null where the whole house is closed. */
  readonly rooms: readonly string[] | null;
  readonly size: number;
  readonly after: string | null;
}

/** One opportunity that is hit. */
export interface AffectedRow {
  readonly id: string;
  readonly kind: string;
  readonly data: PublishedOpportunity;
  readonly indexedAt: string;
  readonly usesClosedRoom: Tri;
  readonly times: readonly { readonly opensAt: string; readonly closesAt: string }[];
}

/** What one question was answered with: one row more than a page holds when there is more. */
export interface AffectedFound {
  readonly asked: ClosedTime;
  readonly rows: readonly AffectedRow[];
  readonly departments: readonly {
    readonly department: string;
    readonly opportunities: number;
    readonly times: number;
    readonly people: number;
  }[];
}

/** A room as written, without regard to width, case and spaces. */
const roomAsWritten = `lower(regexp_replace(normalize(entry.data ->> 'roomText', nfkc), '\\s', '', 'g'))`;

const usesClosedRoom = `case when asked.rooms is null then 'YES'
  when coalesce(entry.data ->> 'roomText', '') = '' then 'UNKNOWN'
  when exists (select from unnest(asked.rooms) pattern where ${roomAsWritten} ~ pattern) then 'YES'
  else 'NO' end`;

/** The occurrences of an opportunity; without any, its whole stretch. What has no hour lasts its whole day. */
const timesHit = `select jsonb_agg(jsonb_build_object('opensAt', starts, 'closesAt', ends) order by starts) as times,
    min(starts) as first
  from (
    select told.starts, greatest(told.starts, told.ends) as ends from (
      select (time ->> 'startsAt')::timestamptz as starts, coalesce((time ->> 'endsAt')::timestamptz,
        (time ->> 'startsAt')::timestamptz + case when (time ->> 'allDay')::boolean then interval '1 day' else '0' end) as ends
      from jsonb_array_elements(case when jsonb_array_length(entry.data -> 'occurrences') > 0
        then entry.data -> 'occurrences' else jsonb_build_array(entry.data) end) time
    ) told
  ) time where starts < asked."to" and (ends > asked."from" or starts >= asked."from")`;

const statement = `with asked as materialized (
    select * from jsonb_to_recordset(?::jsonb) as asked (place integer, "facilityCode" text, "from" timestamptz,
      "to" timestamptz, rooms text[], size integer, "afterAt" timestamptz, "afterId" text)
  ), hit as materialized (
    select asked.place, asked.size, s.id, s.department, hits.first, hits.times, room."usesClosedRoom",
      coalesce((hits.first, s.id) > (asked."afterAt", asked."afterId"), true) as is_shown,
      jsonb_array_length(hits.times) as many,
      case when told.taken is null then 0 else greatest(coalesce(told.capacity - steps.most, 0), 0) end as people
    from asked
    join opportunity_search s on s.venue_code = asked."facilityCode" and not s.cancelled
      and s.starts_sort < asked."to" and s.over_at >= asked."from"
      and s.times && tstzrange(asked."from", greatest(asked."from", asked."to"), '[]')
    join opportunity_entry entry on entry.id = s.id
    cross join lateral (select ${usesClosedRoom} as "usesClosedRoom") room
    cross join lateral (${timesHit}) hits
    cross join lateral (select (entry.data ->> 'capacity')::integer as capacity, (entry.data ->> 'taken')::integer as taken) told
    cross join ${seatsInSteps({ capacity: 'told.capacity', taken: 'told.taken' })}
    where hits.times is not null and room."usesClosedRoom" <> 'NO'
  )
  select asked.place, page.rows, told.departments from asked
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('id', shown.id, 'kind', entry.kind, 'data', entry.data,
      'indexedAt', entry.indexed_at, 'usesClosedRoom', shown."usesClosedRoom", 'times', shown.times)
      order by shown.first, shown.id), '[]') as rows
    from (select * from hit where hit.place = asked.place and is_shown
      order by first, id limit asked.size + 1) shown
    join opportunity_entry entry on entry.id = shown.id
  ) page
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('department', department, 'opportunities', opportunities,
      'times', times, 'people', people) order by department), '[]') as departments
    from (select department, count(*) as opportunities, sum(many) as times, sum(people) as people
      from hit where hit.place = asked.place group by department) loss
  ) told`;

type Answer = Pick<AffectedFound, 'rows' | 'departments'> & { readonly place: number };

/** Finds what each of these closures hits, in one statement for all. Refuses a cursor of another list. */
export async function affectedBy(
  em: EntityManager,
  asked: readonly ClosedTime[],
): Promise<AffectedFound[]> {
  const questions = asked.map((each, place) => {
    const [afterAt, afterId] =
      each.after === null ? [null, null] : readCursor(each.after, cursorShape);
    return { ...each, place, afterAt, afterId };
  });
  const answers = await em.execute<Answer[]>(statement, [JSON.stringify(questions)]);
  const found = new Map(answers.map((answer) => [answer.place, answer]));
  return asked.map((each, place) => ({
    asked: each,
    rows: found.get(place)?.rows ?? [],
    departments: found.get(place)?.departments ?? [],
  }));
}

const cursorShape = z.tuple([z.string(), z.string()]);

/** The cursor of a row of the list. */
export function affectedCursor({ id, times }: AffectedRow): string {
  return writeCursor([times[0]?.opensAt ?? '', id]);
}
