// A table: whether somebody can take part, in SQL over the gathered databases, written anew from the rules.

/** The verdict of one childcare session for one child of so many months at an offer. */
const verdictOfSession = (months: string): string => `select s.*, case
      when s.min_months > ${months} then 'NO' when s.max_months < ${months} then 'NO' when too_short then 'NO'
      when s.places_left is null then 'UNKNOWN' when s.places_left < 1 then 'NO' else 'YES' end as value,
    '保育：' || case
      when s.min_months > ${months} then s.min_months || 'か月から預かります'
      when s.max_months < ${months} then s.max_months || 'か月まで預かります'
      when too_short then '開催時間の全部は預かれません'
      when s.places_left is null then '残り枠が分かりません' else '残り' || s.places_left || '人です' end as text,
    (s.starts_at at time zone 'Asia/Tokyo')::date as day
  from welfare.childcare_session s
  cross join lateral (select
    (o.starts_at at time zone 'Asia/Tokyo')::date = (o.ends_at at time zone 'Asia/Tokyo')::date
    and (s.starts_at > o.starts_at or s.ends_at < o.ends_at) as too_short) judged
  where s.opportunity_id = o.id and s.ends_at > now()
    and (o.starts_at is null or s.ends_at > o.starts_at) and (o.ends_at is null or s.starts_at < o.ends_at)`;

/** The best session of each day, and of the days the worst: who takes part needs it on each. */
export const decisiveChildcare = (months: string): string => `select * from (
    select distinct on (day) * from (${verdictOfSession(months)}) v
    order by day, array_position('{YES,UNKNOWN,NO}', value), starts_at, id) best
  order by array_position('{NO,UNKNOWN,YES}', value), starts_at, id limit 1`;

/** A reason that nobody signs, for nobody recorded anything. */
const unsigned = (code: string, text: string): string =>
  `jsonb_build_object('code', '${code}', 'value', 'UNKNOWN', 'text', '${text}', 'department', null, 'asOf', null)`;

/** A reason in the words of an answer, signed by a provenance; value and text are SQL. */
const signed = (code: string, told: { value: string; text: string; source: string }): string =>
  `jsonb_build_object('code', '${code}', 'value', ${told.value}, 'text', ${told.text},
    'department', ${told.source} -> 'department', 'asOf', iso((${told.source} ->> 'asOf')::timestamptz))`;

/** The best bus to the venue of an offer; with wheels the steps on the way count. */
const bus = (wheels: boolean): string => `jsonb_build_array(coalesce((
  select ${signed('BUS', {
    value: 'v',
    text: `'バス：' || (r ->> 'stop') || 'から' || (r ->> 'walkMinutes') || '分、'
      || case r ->> 'stepFree' when 'YES' then '段差なし' when 'NO' then '段差あり' else '段差は不明' end`,
    source: 'a.provenance',
  })}
  from welfare.facility_access a
  cross join jsonb_array_elements(a.routes) with ordinality as t (r, place)
  cross join lateral (select ${wheels ? "r ->> 'stepFree'" : "'YES'"} as v) judged
  where a.facility_code = o.venue_code and r ->> 'mode' = 'BUS'
  order by array_position('{YES,UNKNOWN,NO}', v), place limit 1),
  ${unsigned('BUS', 'バス：登録がありません')}))`;

/** What is known of the assistants of one kind; who serves everybody needs only to be sure to come. */
const assistants = (kind: string, term: string, servesAll: boolean): string =>
  `jsonb_build_array(coalesce((
  select ${signed(kind, { value: 'v', text: `'${term}：' || words`, source: 'a.provenance' })}
  from welfare.assistants a cross join lateral (select * from (values
    (1, 'YES', '確定しています', ${servesAll} and a.confirmed > 0 and a.confirmed >= coalesce(a.needed, 0)),
    (2, 'NO', '派遣できる人がいません', a.available = 0 and coalesce(a.confirmed, 0) = 0),
    (3, 'NO', '申込期限を過ぎました', a.request_by <= now()),
    (4, 'UNKNOWN', '派遣できる人数が分かりません', a.available is null),
    (5, 'YES', 'まだ頼めます', a.available > coalesce(a.needed, 0)),
    (6, 'UNKNOWN', '人数の調整中です', true)) as rule (place, v, words, holds)
    where holds order by place limit 1) judged
  where a.opportunity_id = o.id and a.kind = '${kind}' order by a.id limit 1),
  ${unsigned(kind, `${term}：登録がありません`)}))`;

/** Ages of the sample are whole years. */
const spokenAges = `case
  when o.ages is null or o.ages = 'null' then '登録がありません'
  when coalesce((o.ages ->> 'minMonths')::int, 0) = 0 and o.ages ->> 'maxMonths' is null then '制限はありません'
  else case when (o.ages ->> 'minMonths')::int > 0 then (o.ages ->> 'minMonths')::int / 12 || '歳から' else '' end
    || coalesce((o.ages ->> 'maxMonths')::int / 12 || '歳まで', '') end`;

const ageBetween = (least: number, most: number): string =>
  `jsonb_build_array(${signed('AGE', {
    value: `case when o.ages is null or o.ages = 'null' then 'UNKNOWN'
    when ${most} < coalesce((o.ages ->> 'minMonths')::int, 0) or ${least} > coalesce((o.ages ->> 'maxMonths')::int, 9999) then 'NO'
    when ${least} >= coalesce((o.ages ->> 'minMonths')::int, 0) and ${most} <= coalesce((o.ages ->> 'maxMonths')::int, 9999) then 'YES'
    else 'UNKNOWN' end`,
    text: `'対象年齢：' || ${spokenAges}`,
    source: 'o.provenance',
  })})`;

const forChildren = `o.audiences && '{PARENT_CHILD,INFANT}'::text[]`;

/** A child who is minded has a place or not; one who takes part is of the age or not. */
const child = (months: number): string => `case
  when ${forChildren} and not exists (select from welfare.childcare_session s where s.opportunity_id = o.id)
    then ${ageBetween(months, months)}
  else jsonb_build_array(coalesce(
    (select ${signed('CHILDCARE', { value: 'c.value', text: 'c.text', source: 'c.provenance' })}
      from (${decisiveChildcare(String(months))}) c),
    ${unsigned('CHILDCARE', '保育：登録がありません')})) end`;

const application = `jsonb_build_array(${signed('APPLICATION', {
  value: `case when o.state in ('OPEN', 'LOTTERY', 'NO_APPLICATION') then 'YES'
    when o.state in ('WAITLIST', 'UNKNOWN') then 'UNKNOWN' else 'NO' end`,
  text: `'申込み：' || (jsonb_build_object('OPEN', '受付中です', 'LOTTERY', '抽選を受付中です', 'NO_APPLICATION', '不要です',
    'BEFORE', '受付前です', 'WAITLIST', '満員で、キャンセル待ちです', 'CLOSED', '受付は終わりました',
    'UNKNOWN', '受付期間が分かりません') ->> o.state)`,
  source: 'o.provenance',
})})`;

const assistantsOf = (kinds: string): string => `coalesce((select jsonb_agg(jsonb_build_object(
    'kind', a.kind, 'language', a.language, 'available', a.available,
    'requestBy', iso(a.request_by)) order by a.kind, a.id)
  from welfare.assistants a where a.opportunity_id = o.id and a.kind like '${kinds}'), '[]')`;

/** All assistants at an offer, as an answer writes them. */
export const allAssistants = assistantsOf('%');

/** The child's session on which a verdict rests, as an answer writes it. */
const childcare = (
  months: number,
): string => `(select jsonb_build_object('startsAt', iso(c.starts_at),
    'endsAt', iso(c.ends_at), 'minMonths', c.min_months, 'placesLeft', c.places_left, 'fee', child_fee(c.fee_yen))
  from (${decisiveChildcare(String(months))}) c)`;

/** Support at an offer from the SQL of its reasons, of one kind of assistants, and of a childcare session. */
const support = (reasons: readonly string[], kind: string, session: string): string =>
  `(select jsonb_build_object('verdict', jsonb_build_object('answer', worst(values_of(r)), 'reasons', r),
      'childcare', ${session}, 'assistants', ${assistantsOf(kind)})
    from (select ${reasons.join(' || ')} as r) judged)`;

/** The support of three people: each in SQL over an offer `o`, beside the profile that is asked with. */
export const supported = {
  wheelchairAndHelp: {
    profile: { wheelchair: true, byBus: true, personalCare: true, age: 30 },
    sql: support(
      [
        `access_reasons(o.venue_code, '{WHEELCHAIR,ACCESSIBLE_TOILET}')`,
        bus(true),
        assistants('PERSONAL_CARE', '介助', false),
        ageBetween(360, 371),
      ],
      'PERSONAL_CARE',
      'null::jsonb',
    ),
  },
  wheelchairAndSigns: {
    profile: { wheelchair: true, byBus: true, signLanguage: true },
    sql: support(
      [
        `access_reasons(o.venue_code, '{WHEELCHAIR,ACCESSIBLE_TOILET}')`,
        bus(true),
        assistants('SIGN_LANGUAGE', '手話通訳', true),
      ],
      'SIGN_LANGUAGE',
      'null::jsonb',
    ),
  },
  toddlerInStroller: (months: number) => ({
    profile: { childMonths: [months], stroller: true, applyNow: true },
    sql: support(
      [`access_reasons(o.venue_code, '{DIAPER_TABLE,STROLLER}')`, child(months), application],
      'NOBODY',
      childcare(months),
    ),
  }),
} as const;
