import { addDays, japanDay, japanMoment } from '@manabi/kit/japan-time';
import { type RawQueryFragment as Sql, sql } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

import {
  type CalendarAsked,
  type CalendarPlace,
  type Stretch,
  among,
  belongs,
  lotteryMoments,
  offerMoments,
  oneAfterAnother,
  stretch,
} from './calendar.search.js';
import type { LifeStage } from './life-stage.rules.js';

/** What happens in one area for one time of life, with the first of it. */
export interface GroupFound {
  readonly areaCode: string | null;
  readonly lifeStage: LifeStage;
  readonly opens: number;
  readonly closes: number;
  readonly draws: number;
  readonly lines: readonly CalendarPlace[];
}

/**
 * Every area and time of life for which anything happens, with the first `size` moments of each. Numbers and moments
 * are of one state of the index. Whole days are told from what is counted beside it, and the first moments are looked
 * for only in the days that must have them: of a million opportunities a fortnight has 170,000 moments.
 */
export function calendarGroups(
  em: EntityManager,
  asked: CalendarAsked,
  size: number,
): Promise<GroupFound[]> {
  return em.execute<GroupFound[]>(sql`with cell as materialized (${cells(asked)}),
    counted as materialized (
      select area_code, stage, sum(opens)::integer as opens, sum(closes)::integer as closes,
        sum(draws)::integer as draws
      from cell group by area_code, stage having sum(opens + closes + draws) > 0
    ),
    needed as materialized (
      select area_code, day, greatest(day::timestamp at time zone 'Asia/Tokyo', ${whole(asked).from}) as starts,
        least((day + 1)::timestamp at time zone 'Asia/Tokyo', ${whole(asked).to}) as ends
      from (
        select area_code, day, many, sum(many) over (partition by area_code, stage order by day) - many as before
        from (select area_code, stage, day, sum(opens + closes + draws)::integer as many from cell group by 1, 2, 3) daily
      ) daily where many > 0 and before < ${size} group by area_code, day
    ),
    early as (${firstOf(asked, size)})
    select nullif(counted.area_code, '') as "areaCode", counted.stage as "lifeStage", opens, closes, draws,
      coalesce(early.lines, '[]') as lines
    from counted join life_stage on life_stage.stage = counted.stage
    left join early on early.stage = counted.stage and early.area_code = counted.area_code
    order by nullif(counted.area_code, '') nulls last, life_stage.place`);
}

const whole = ({ from, to }: CalendarAsked): Stretch => stretch(from, to);

/** Numbers of each day by area and time of life: of whole days as they are kept, of all else as it is counted now. */
function cells(asked: CalendarAsked): Sql {
  const { departments, events } = asked;
  const days = departments?.length || events?.length ? null : wholeDays(asked);
  const rest = days ? [stretch(asked.from, days.from), stretch(days.to, asked.to)] : [whole(asked)];
  const moments = [...rest.flatMap((each) => offerMoments(each)), lotteryMoments(whole(asked))];
  const now = counting(asked, oneAfterAnother(moments));
  if (!days) return now;
  return sql<Sql>`select area_code, stage, day, opens, closes, 0 as draws from calendar_count
    where day >= ${japanDay(days.from)}::date and day < ${japanDay(days.to)}::date
      and ${among('area_code', asked.areaCodes)} and ${among('stage', asked.lifeStages)}
    union all ${now}`;
}

/** From the first midnight in Japan to the last; null where no whole day lies between. */
function wholeDays({ from, to }: CalendarAsked): { from: Date; to: Date } | null {
  const midnight = (moment: Date) => japanMoment(japanDay(moment), '00:00');
  const [first, last] = [midnight(from), midnight(to)];
  const start = first < from ? japanMoment(addDays(japanDay(from), 1), '00:00') : first;
  return start < last ? { from: start, to: last } : null;
}

/** Moments counted by day, area and time of life; alike ones are put together before they are compared with stages. */
const counting = (asked: CalendarAsked, moments: Sql): Sql => sql<Sql>`
  select coalesce(f.area_code, '') as area_code, life.stage, line.day,
    coalesce(sum(many) filter (where event = 'OPENS'), 0)::integer as opens,
    coalesce(sum(many) filter (where event = 'CLOSES'), 0)::integer as closes,
    coalesce(sum(many) filter (where event in ('DRAW', 'CONFIRM_BY')), 0)::integer as draws
  from (
    select event, (at at time zone 'Asia/Tokyo')::date as day, venue_code, audiences, min_months, max_months,
      count(*) as many
    from (${moments}) line
    where ${among('department', asked.departments)} and ${among('event', asked.events)}
    group by 1, 2, 3, 4, 5, 6
  ) line
  left join facility f on f.code = line.venue_code
  join life_stage life on ${belongs}
  where ${among('f.area_code', asked.areaCodes)} and ${among('life.stage', asked.lifeStages)}
  group by 1, 2, 3`;

/** The first moments of every group, among those of the days that are needed. */
const firstOf = (asked: CalendarAsked, size: number): Sql => sql<Sql>`
  select area_code, stage, jsonb_agg(jsonb_build_object('event', event, 'at', at, 'id', id,
    'isLottery', is_lottery) order by at, id, event) as lines
  from (
    select line.*, life.stage, row_number()
      over (partition by line.area_code, life.stage order by line.at, line.id, line.event) as place
    from (${neededMoments(asked)}) line join life_stage life on ${belongs}
    where ${among('life.stage', asked.lifeStages)}
      and ${among('line.department', asked.departments)} and ${among('line.event', asked.events)}
  ) placed where place <= ${size} group by area_code, stage`;

/**
 * The moments of the areas and days that are needed: of houses one by one, where no area is known day by day. Each is
 * looked for by itself (`offset 0`); joined, the planner reads the whole index instead.
 */
function neededMoments(asked: CalendarAsked): Sql {
  const days = { from: sql<Sql>`needed.starts`, to: sql<Sql>`needed.ends` };
  const ofHouses = offerMoments(days, sql<Sql>`s.venue_code = f.code`).map(
    (moments) => sql<Sql>`select line.*, needed.area_code from needed
      join facility f on f.area_code = needed.area_code cross join lateral (${moments} offset 0) line`,
  );
  const unknown = sql<Sql>`not exists (select from facility f where f.code = s.venue_code and f.area_code is not null)`;
  const ofNoArea = offerMoments(days, unknown).map(
    (moments) => sql<Sql>`select line.*, needed.area_code from needed
      cross join lateral (${moments} offset 0) line where needed.area_code = ''`,
  );
  const ofLotteries = sql<Sql>`select line.*, needed.area_code from (${lotteryMoments(whole(asked))}) line
    left join facility f on f.code = line.venue_code
    join needed on needed.area_code = coalesce(f.area_code, '')
      and line.at >= needed.starts and line.at < needed.ends`;
  return oneAfterAnother([...ofHouses, ...ofNoArea, ofLotteries]);
}
