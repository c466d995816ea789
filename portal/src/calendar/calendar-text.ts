import {
  type ContentLine,
  listValue,
  parameterValue,
  textValue,
  tokyoDay,
  tokyoValue,
  utcValue,
  writeLines,
} from './content-lines.js';

/** A name with an address. */
export interface Linked {
  readonly name: string;
  readonly address: string;
}

/** One entry of a calendar, in plain words. */
export interface Entry {
  /** The same for ever. */
  readonly uid: string;
  /** How often what it tells changed. */
  readonly sequence: number;
  /** When what it tells last changed; null where nobody knows. */
  readonly modifiedAt: string | null;
  readonly startsAt: string;
  readonly endsAt: string | null;
  /** True when only the days are known. */
  readonly allDay: boolean;
  readonly summary: string;
  readonly description: string;
  readonly location: string | null;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  readonly categories: readonly string[];
  readonly organiser: Linked | null;
  /** Where one learns how to take part online; null where it is not online. */
  readonly conference: Linked | null;
  /** The page that tells more. */
  readonly url: string;
  readonly isCancelled: boolean;
  /** The entry of which this is a part. */
  readonly parentUid: string | null;
  /** Whether who has it in the calendar is busy then. */
  readonly isBusy: boolean;
}

/** A calendar as it is to be read by others. */
export interface Calendar {
  readonly name: string;
  readonly description: string;
  /** Its own address. */
  readonly source: string;
  /** The page for people that shows the same. */
  readonly url: string;
  readonly entries: readonly Entry[];
}

/**
 * Writes a calendar (RFC 5545 with the names of RFC 7986). The same records give the same bytes: nothing of the moment
 * of writing is in it, so whoever asks again learns whether anything changed.
 */
export function calendarText({ name, description, source, url, entries }: Calendar): string {
  const modified = entries.map(({ modifiedAt }) => modifiedAt ?? unknownMoment).toSorted();
  return writeLines([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Manabi Hub//Calendar//JA'],
    ['CALSCALE', 'GREGORIAN'],
    ['NAME;LANGUAGE=ja', textValue(name)],
    ['X-WR-CALNAME', textValue(name)],
    ['DESCRIPTION;LANGUAGE=ja', textValue(description)],
    ['X-WR-CALDESC', textValue(description)],
    ['X-WR-TIMEZONE', 'Asia/Tokyo'],
    ['URL', url],
    ['SOURCE;VALUE=URI', source],
    ['LAST-MODIFIED', utcValue(modified.at(-1) ?? unknownMoment)],
    ['REFRESH-INTERVAL;VALUE=DURATION', 'PT6H'],
    ['X-PUBLISHED-TTL', 'PT6H'],
    ...timeZone,
    ...entries.flatMap(entryLines),
    ['END', 'VCALENDAR'],
  ]);
}

/** Stands where nobody knows when a record last changed: before every hub. */
const unknownMoment = '2020-01-01T00:00:00.000Z';

const timeZone: readonly ContentLine[] = [
  ['BEGIN', 'VTIMEZONE'],
  ['TZID', 'Asia/Tokyo'],
  ['BEGIN', 'STANDARD'],
  ['DTSTART', '19700101T000000'],
  ['TZOFFSETFROM', '+0900'],
  ['TZOFFSETTO', '+0900'],
  ['TZNAME', 'JST'],
  ['END', 'STANDARD'],
  ['END', 'VTIMEZONE'],
];

function entryLines(entry: Entry): ContentLine[] {
  const { uid, modifiedAt, summary, description, location, point, categories } = entry;
  const modified = modifiedAt ?? unknownMoment;
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', textValue(uid)],
    // Of a calendar without METHOD this is when the record last changed, not when it was written down.
    ['DTSTAMP', utcValue(modified)],
    ['LAST-MODIFIED', utcValue(modified)],
    ['SEQUENCE', String(entry.sequence)],
    ...timeLines(entry),
    ['SUMMARY;LANGUAGE=ja', textValue(summary)],
    ['DESCRIPTION;LANGUAGE=ja', textValue(description)],
    ...(location ? [['LOCATION;LANGUAGE=ja', textValue(location)] as const] : []),
    ...(point ? [['GEO', `${point.latitude};${point.longitude}`] as const] : []),
    ...(categories.length > 0 ? [['CATEGORIES;LANGUAGE=ja', listValue(categories)] as const] : []),
    ...linkLines(entry),
    ['URL', entry.url],
    ['STATUS', entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'],
    ['TRANSP', entry.isBusy && !entry.isCancelled ? 'OPAQUE' : 'TRANSPARENT'],
    ...(entry.parentUid
      ? [['RELATED-TO;RELTYPE=PARENT', textValue(entry.parentUid)] as const]
      : []),
    ['END', 'VEVENT'],
  ];
}

/** Who holds it, and how to take part online. Nobody here has an address of mail: the page of the organiser stands for it. */
const linkLines = ({ organiser, conference }: Entry): ContentLine[] => [
  ...(organiser
    ? [[`ORGANIZER;CN=${parameterValue(organiser.name)};LANGUAGE=ja`, organiser.address] as const]
    : []),
  ...(conference
    ? [
        [
          `CONFERENCE;VALUE=URI;LABEL=${parameterValue(conference.name)};LANGUAGE=ja`,
          conference.address,
        ] as const,
      ]
    : []),
];

/** Start and end; an end that does not come after the start is left out, for no calendar can show it. */
function timeLines({ startsAt, endsAt, allDay }: Entry): ContentLine[] {
  if (allDay) {
    const first = tokyoDay(startsAt);
    const after = endsAt ? dayAfter(endsAt) : first;
    const start = ['DTSTART;VALUE=DATE', first] as const;
    return after > first ? [start, ['DTEND;VALUE=DATE', after]] : [start];
  }
  const start = ['DTSTART;TZID=Asia/Tokyo', tokyoValue(startsAt)] as const;
  return endsAt && Date.parse(endsAt) > Date.parse(startsAt)
    ? [start, ['DTEND;TZID=Asia/Tokyo', tokyoValue(endsAt)]]
    : [start];
}

/** The first day on which it is over: an end at midnight is the end of the day before. */
const dayAfter = (endsAt: string): string =>
  tokyoDay(new Date(Date.parse(endsAt) - 1).toISOString(), 1);
