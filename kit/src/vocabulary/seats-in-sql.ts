/**
 * SQL of a lateral `steps (free, least, most)`: places left of a capacity, and the least and the most that anybody can
 * take them for who is told the steps of `leftInSteps`. All are null where capacity or taken is.
 */
export const seatsInSteps = ({ capacity, taken }: { capacity: string; taken: string }): string =>
  `lateral (select free, least, case when free is null then null
      when least > 0 and next > top then greatest(top + 9, least) else next - 1 end as most
    from (select *, case least when 0 then 1 when 1 then 10 when 10 then 20 when 20 then 50 when 50 then 100
        else least + 100 end as next
      from (select *, case when free < 1 then 0 when told < 10 then 1 when told < 20 then 10 when told < 50 then 20
          when told < 100 then 50 else told / 100 * 100 end as least
        from (select greatest(${capacity} - ${taken}, 0) as free, ${capacity} - 9 as top,
            least(${capacity} - ${taken}, ${capacity} - 9) as told) known) stepped) bounded) steps`;

/**
 * SQL of `seats_told(capacity, taken, waiting)`: a JSON object of what anybody is told of places and of who waits, as
 * `seatsTold` says it beside the capacity. Two rows for which it is the same look the same.
 */
export const seatsToldInSql = `create or replace function seats_told(capacity integer, taken integer, waiting integer)
  returns jsonb language sql immutable as $$
    select jsonb_build_object('left', case when capacity is not null and taken is not null then steps.least end,
      'waiting', case when waiting >= 10 then waiting / 10 * 10 end)
    from (values (1)) one cross join ${seatsInSteps({ capacity: 'capacity', taken: 'taken' })} $$`;
