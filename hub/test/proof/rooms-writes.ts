import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { addDays, moment, todayInTokyo } from '@manabi/data/tokyo-day';
import { expect, test, vi } from 'vitest';

import { departments } from '../../src/city/departments.js';
import { municipality } from '../../src/city/municipality.js';
import { openPlaces } from '../../src/import/open-places.js';
import { importFile } from '../../src/import/run-import.js';
import { type Asker, askAs } from '../ask-as.js';
import { ask, whole } from '../ask.js';
import type { ProofCity } from './proof-city.js';

const desk: Asker = { role: 'department', scopes: ['kominkan.write', 'sports.write'] };

/** Milliseconds within which a change must be findable. */
const promised = 2_000;

/** What departments write of rooms. */
export function roomWrites(proof: ProofCity): void {
  async function write(
    mutation: string,
    type: string,
    input: object,
  ): Promise<Record<string, never>> {
    const query = `mutation ($input: ${type}!) { answer: ${mutation} }`;
    const said = { reason: '職員の判断', idempotencyKey: randomUUID(), ...input };
    const { answer } = whole(await askAs(proof.city, desk, { query, variables: { input: said } }));
    return answer;
  }

  async function found(text: string): Promise<{ startsAt: string }[]> {
    const { opportunities } = whole(
      await ask(proof.city, {
        query: `query ($text: String!) { opportunities(filter: { text: $text }) { edges { startsAt } } }`,
        variables: { text },
      }),
    );
    return opportunities.edges;
  }

  const until = (condition: () => Promise<boolean>): Promise<boolean> =>
    vi.waitUntil(condition, { timeout: promised, interval: 20 });

  /** A room that nobody has on a day some weeks on, and the day. */
  async function freeRoom(): Promise<{ room: string; day: string }> {
    const [free] = await proof.city.sql<{ room: string; day: string }>(
      'kominkan',
      `select r.id as room, to_char(d, 'YYYY-MM-DD') as day
       from study_room r, generate_series($1::date + 20, $1::date + 60, interval '1 day') d
       where not exists (select from slot_hold h where h.room_id = r.id and h.state <> 'RELEASED'
         and tstzrange(h.starts_at, h.ends_at) && tstzrange(d::date::timestamp at time zone 'Asia/Tokyo', (d::date + 1)::timestamp at time zone 'Asia/Tokyo'))
       limit 1`,
      [todayInTokyo()],
    );
    if (!free) throw new Error('Every room of the sample is taken on every day.');
    return free;
  }

  const heldOf = (room: string, day: string) =>
    proof.city.sql<{ state: string }>(
      'kominkan',
      `select state from slot_hold where room_id = $1 and starts_at >= $2 and starts_at < $3 order by starts_at`,
      [room, moment(day, '00:00'), moment(addDays(day, 1), '00:00')],
    );

  test('what a department publishes is found within two seconds with its room taken, and gone with it given back', async () => {
    const { room, day } = await freeRoom();
    const title = 'きざみうどん研究会';

    const published = (await write(
      `publishCourse(input: $input) { __typename ... on CourseWritten { course { id revision } } }`,
      'PublishCourseInput',
      {
        title,
        sessions: [
          { startsAt: moment(day, '10:00'), endsAt: moment(day, '12:00'), roomId: room },
          { startsAt: moment(day, '14:00'), endsAt: moment(day, '15:00'), roomId: room },
        ],
      },
    )) as unknown as { course: { id: string; revision: number } };
    await until(async () => (await found(title)).length === 1);
    expect(await heldOf(room, day)).toEqual([{ state: 'BOOKED' }, { state: 'BOOKED' }]);

    const { id, revision } = published.course;
    const cancelled = await write(
      `cancelCourse(input: $input) { __typename }`,
      'CancelCourseInput',
      {
        id,
        revision,
      },
    );
    await until(async () => (await found(title)).length === 0);

    expect(cancelled).toEqual({ __typename: 'CourseWritten' });
    expect(await heldOf(room, day)).toEqual([{ state: 'RELEASED' }, { state: 'RELEASED' }]);
  });

  test('cancelling one meeting of the sample city gives back its slot, the search forgets its time, calendars say so, and its childcare is cancelled', async () => {
    const [planned] = await proof.city.sql<{ id: string; course: string; starts: Date }>(
      'kominkan',
      `select s.id, s.course_id as course, s.starts_at as starts from session s join course c on c.id = s.course_id
       join slot_hold h on h.used_for = s.id and h.state = 'BOOKED'
       where s.starts_at > now() + interval '1 day' and c.cancelled_at is null and c.withdrawn_at is null
       order by s.starts_at, s.id limit 1`,
    );
    // The sample holds meetings to come in every week.
    const { id, course } = planned!;
    const times = async () => {
      const [row] = await proof.city.sql<{ occurrences: string }>(
        'center',
        `select data ->> 'occurrences' as occurrences from opportunity_entry where id = $1`,
        [course],
      );
      return row?.occurrences ?? '';
    };
    // Found above.
    const start = planned!.starts.toISOString();
    expect(await times()).toContain(start);
    await proof.city.sql(
      'welfare',
      `insert into childcare_session (id, opportunity_id, starts_at, ends_at, provenance)
       values ('with it', $1, $2::timestamptz - interval '15 minutes', $2::timestamptz + interval '1 hour', '{"department":"nursery","sample":true}')`,
      [course, start],
    );
    const childcareIsOff = async () =>
      (
        await proof.city.sql(
          'welfare',
          `select from childcare_session where id = 'with it' and cancelled_with`,
        )
      ).length === 1;

    const answer = await write(
      `cancelSession(input: $input) { __typename }`,
      'CancelSessionInput',
      {
        id,
        revision: 0,
      },
    );

    expect(answer).toEqual({ __typename: 'SessionWritten' });
    await until(async () => !(await times()).includes(start));
    await until(childcareIsOff);
    const calendar = await fetch(`${proof.city.door.url}/calendar/opportunity/${course}.ics`);
    const entries = (await calendar.text()).replaceAll('\r\n ', '').split('BEGIN:VEVENT');
    const entry = entries.find((each) => each.includes(`UID:${id}@`));
    expect(entry).toContain('STATUS:CANCELLED');
    expect(entry).toMatch(/SEQUENCE:[1-9]/);
    const [hold] = await proof.city.sql<{ state: string }>(
      'kominkan',
      'select state from slot_hold where used_for = $1',
      [id],
    );
    expect(hold).toEqual({ state: 'RELEASED' });
  });

  test('odds of a file are taken for the rooms that it names, the rest is set aside, and the graph tells them', async () => {
    const places = await openPlaces(departments, (service) => proof.city.databases.urlOf(service));
    const result = await importFile(places, {
      file: join(import.meta.dirname, '../files/132292_lottery_odds.csv'),
      mode: 'full',
      dryRun: false,
      confirmed: true,
      scope: municipality,
      reports: join(proof.city.home.folder, 'deliveries'),
      onProgress() {},
    });
    await places.close();

    expect(result).toMatchObject({
      state: 'APPLIED',
      summary: { dataset: 'lottery-odds', setAside: 3 },
    });
    const rows = (service: string) =>
      proof.city.sql(
        service,
        `select month, opens, closes, applied, won from lottery_odds
        where provenance ->> 'dataset' = '132292_lottery_odds' order by opens`,
      );
    expect(await rows('kominkan')).toEqual([
      { month: '2026-10', opens: '09:00', closes: '13:00', applied: 12, won: 4 },
      { month: '2026-10', opens: '18:30', closes: '22:00', applied: 30, won: 3 },
    ]);
    expect(await rows('sports')).toEqual([
      { month: '2026-10', opens: '09:00', closes: '13:00', applied: 8, won: 8 },
    ]);
  });

  test('residents have no mutation that publishes, and a department without the scope is refused', async () => {
    const mutation = `mutation ($input: CancelCourseInput!) { cancelCourse(input: $input) { __typename } }`;
    const input = { id: 'x', revision: 0, reason: 'なし', idempotencyKey: randomUUID() };

    const resident = await ask(proof.city, { query: mutation, variables: { input } });
    const other = await askAs(
      proof.city,
      { role: 'department', scopes: [] },
      { query: mutation, variables: { input } },
    );

    expect(resident.errors?.[0]?.message).toContain('no mutation');
    expect(other.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
}
