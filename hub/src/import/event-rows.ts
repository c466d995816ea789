import type { Venue } from '@manabi/kit/import/dataset/event-session';
import type { EventRecord } from '@manabi/kit/import/dataset/record';
import type { Note } from '@manabi/kit/import/note';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import { writeJapanese } from '@manabi/kit/japan-time';
import type { EventSetting } from '@manabi/kit/opportunity/opportunity.import';

import { sameCourse, settle, type SettledCourse, timeWord } from './course-sessions.rules.js';
import type { ImportPlaces } from './import-places.js';
import type { VenueCounts } from './import-request.js';
import { LetRooms } from './let-rooms.js';
import { NamedDepartments } from './named-departments.js';
import { offeringRow } from './offering-targets.js';
import { departmentOf, type Offering } from './route.rules.js';
import type { FileSetting, RoutedRow } from './routed-row.js';
import { baseOf, type StandingCourse, standingCourses } from './standing-courses.js';
import { VenueDesk } from './venue-desk.js';

/** Says for each row of events which service keeps it, where it is, and which course that stands it tells of again. */
export class EventRows {
  /** Sessions to come of the courses that were routed: how many stand, and how many of them the file no longer names. */
  readonly sessions = { present: 0, withdrawn: 0 };
  #standing = new Map<string, readonly StandingCourse[]>();
  readonly #claimed = new Set<string>();

  private constructor(
    private readonly places: ImportPlaces,
    private readonly setting: FileSetting,
    private readonly known: {
      desk: VenueDesk;
      departments: NamedDepartments;
      /** Absent for files of other kinds. */
      rooms: LetRooms | undefined;
    },
  ) {}

  /** Opens it with the registers as they stand. */
  static async open(places: ImportPlaces, setting: FileSetting): Promise<EventRows> {
    const isOfEvents = setting.file.dataset === 'event';
    return new EventRows(places, setting, {
      desk: await VenueDesk.open(places.em('center'), setting.dataset),
      departments: await NamedDepartments.open(places.em('center')),
      rooms: isOfEvents ? await LetRooms.open(places, setting) : undefined,
    });
  }

  /** What became of the venues so far. */
  get venues(): VenueCounts {
    return this.known.desk.counts;
  }

  /** Puts the venues that may be one of several facilities before a person. */
  queueUncertain(): Promise<void> {
    return this.known.desk.queue();
  }

  /** Looks up what stands of the courses that are routed next: one query for each service that keeps some. */
  async look(outcomes: readonly RowOutcome[]): Promise<void> {
    const courses = outcomes.flatMap(({ kind, record }) =>
      kind !== 'setAside' && record?.kind === 'event' && record.sessions ? record : [],
    );
    this.#standing = new Map();
    for (const [service, records] of Map.groupBy(courses, (record) => this.#serviceOf(record))) {
      const keys = records.map(({ key }) => key);
      const { dataset } = this.setting;
      const found = await standingCourses(this.places.em(service), service, { dataset, keys });
      for (const [base, standing] of found) this.#standing.set(`${service} ${base}`, standing);
    }
  }

  /** Says where a row goes. */
  route(outcome: RowOutcome, record: EventRecord): RoutedRow {
    const named = this.known.departments.named(record.contact.name);
    const service = this.#serviceOf(record);
    const venue = this.known.desk.read(record);
    const settled = record.sessions && this.#settled(service, record);
    const row = offeringRow(service, settled?.record ?? record, {
      ...this.#origin(named && named.service === service ? named.code : service),
      venueCode: venue.facilityCode,
      roomText: venue.room,
      roomOf: (place) => this.#roomOf(place, venue.facilityCode),
      idOf: (time) => settled?.ids.get(timeWord(time)),
    });
    const notes = [...venue.notes, ...(settled ? goneNotes(record, settled) : [])];
    return { outcome: withNotes(outcome, notes), rows: [{ service, row }] };
  }

  #serviceOf(record: EventRecord): Offering {
    const named = this.known.departments.named(record.contact.name);
    return this.setting.request.department ?? named?.service ?? departmentOf(record);
  }

  /** The course as it stands with the file's word; each that stands is told of by one course of the file. */
  #settled(service: Offering, record: EventRecord): SettledCourse {
    const place = `${service} ${baseOf(record.key)}`;
    const all = this.#standing.get(place) ?? [];
    const free = all.filter(({ key }) => !this.#claimed.has(`${service} ${key}`));
    const now = new Date();
    const course = sameCourse(record, free, now);
    const isTaken = all.some(({ key }) => key === record.key);
    const key = course?.key ?? (isTaken ? `${record.key}/${record.startsOn ?? ''}` : record.key);
    this.#claimed.add(`${service} ${key}`);
    if (course?.name !== record.name)
      return { record: { ...record, key }, ids: new Map(), gone: [], present: 0 };
    const isWhole = this.setting.request.mode === 'full';
    const settled = settle(record, course, { isWhole, now });
    this.sessions.present += settled.present;
    this.sessions.withdrawn += settled.gone.length;
    return settled;
  }

  /** The room of the community centres in which a session is; one that is named alone is of the course's own house. */
  #roomOf(venue: Venue, facilityCode: string | undefined): string | undefined {
    const house = facilityCode === undefined ? undefined : { facilityCode, room: venue.text };
    const place = this.known.desk.placeOf(venue) ?? house;
    const room = place && this.known.rooms?.at(place.facilityCode, place.room);
    return room?.service === 'kominkan' ? room.id : undefined;
  }

  #origin(department: string): EventSetting {
    const { request, dataset, asOf } = this.setting;
    return {
      dataset,
      department,
      asOf,
      ...(request.licence && { licence: request.licence }),
    };
  }
}

function goneNotes({ row }: EventRecord, { gone }: SettledCourse): Note[] {
  if (gone.length === 0) return [];
  const days = gone.map(({ startsAt }) => writeJapanese(new Date(startsAt))).join('、');
  return [
    {
      row,
      column: '',
      value: '',
      code: 'SESSIONS_GONE',
      level: 'remark',
      message: `この講座の前にあった${gone.length}回（${days}）が、この一覧にありません。取り下げます。`,
      remedy: '続けるときは、一覧に戻してください。',
    },
  ];
}

function withNotes(outcome: RowOutcome, notes: readonly Note[]): RowOutcome {
  return notes.length === 0 ? outcome : { ...outcome, notes: [...outcome.notes, ...notes] };
}
