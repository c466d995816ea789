/**
 * SQL of the tables `reached` (at, measures): of the wishes `w` for measures and all under them, the sets of measures in
 * `offer_count` of which one is meant. What carries out several of them stands in one set, and counts once.
 */
export const reached = `meant as (
       select w.at, m.code from w join measure m on m.code = w."of" or starts_with(m.code, w."of" || '-')
     ), reached as materialized (
       select distinct meant.at, known.measures
       from (select distinct measures from offer_count where opportunities > 0) known
       cross join lateral unnest(known.measures) of_set (code) join meant using (code)
     )`;
