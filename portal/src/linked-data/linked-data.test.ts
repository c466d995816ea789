import jsonld from 'jsonld';
import { expect, test } from 'vitest';

import { aCity, aCourse, aProgram } from '../record/opportunity.builder.js';
import { facilityData } from './facility-data.js';
import { aFacility } from './facility.builder.js';
import { type JsonObject, embeddedJson, writtenJson } from './json-object.js';
import { opportunityData } from './opportunity-data.js';

const telling = { city: aCity, names: new Map([['kominkan', '公民館']]) };

/** As much of the context of schema.org as a reader needs: every name is one of schema.org's. */
const context = { '@context': { '@vocab': 'https://schema.org/', id: '@id', type: '@type' } };

/** What a processor that others wrote takes out of it, by full names; it asks no other machine. */
async function expanded(data: JsonObject): Promise<Record<string, unknown>> {
  const documentLoader = (url: string) =>
    url === 'https://schema.org'
      ? Promise.resolve({ documentUrl: url, document: context })
      : Promise.reject(new Error(`No other machine is asked: ${url}`));
  // The text is an object of JSON-LD, which expands to a list of one node.
  const [node] = (await jsonld.expand(JSON.parse(writtenJson(data)) as object, {
    documentLoader,
  })) as Record<string, unknown>[];
  return node ?? {};
}

const read = (data: JsonObject): JsonObject =>
  // What was written is an object.
  JSON.parse(writtenJson(data)) as JsonObject;

test('a course has an instance with its meetings, its place and its price', async () => {
  const data = opportunityData(aCourse(), telling);
  const node = await expanded(data);

  expect(node['@id']).toBe('https://manabi.example.jp/opportunities/course-1');
  expect(node['@type']).toEqual(['https://schema.org/Course']);
  expect(read(data)).toMatchObject({
    name: '介護のはじめかた',
    alternateName: ['カイゴノハジメカタ'],
    provider: { name: '柳沢公民館' },
    dateModified: '2026-11-20T00:00:00.000Z',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    typicalAgeRange: '18-',
    hasCourseInstance: {
      '@type': 'CourseInstance',
      startDate: '2026-12-05T10:00:00+09:00',
      endDate: '2026-12-05T12:00:00+09:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      maximumAttendeeCapacity: 20,
      isAccessibleForFree: false,
      offers: { price: 300, priceCurrency: 'JPY', availability: 'https://schema.org/InStock' },
      location: {
        '@type': 'CivicStructure',
        address: { addressRegion: '東京都', addressLocality: '西東京市' },
        geo: { latitude: 35.7281, longitude: 139.5512 },
      },
      subEvent: [{ '@type': 'Event', identifier: 'session-1', name: '制度のしくみ' }],
    },
  });
});

test('an event says its kind, its state and what it is based on', () => {
  const family = aProgram({ audiences: ['PARENT_CHILD'], cancelledAt: '2026-11-22T00:00:00.000Z' });
  const said = read(opportunityData(family, telling));

  expect(said).toMatchObject({
    '@type': 'ChildrensEvent',
    startDate: '2026-12-05T10:00:00+09:00',
    eventStatus: 'https://schema.org/EventCancelled',
    dateModified: '2026-11-22T00:00:00.000Z',
    isBasedOn: { '@type': 'Dataset', name: 'courses' },
    sdPublisher: { name: '公民館' },
  });
});

test('what nobody knows is not told', () => {
  const bare = aProgram({
    fee: { kind: 'UNKNOWN', yen: null, note: null },
    applyPeriod: null,
    attendance: 'UNKNOWN',
    venue: null,
    seats: null,
    ages: null,
    audiences: [],
    occurrences: [],
    startsAt: '2026-12-05T03:00:00.000Z',
    endsAt: '2026-12-05T01:00:00.000Z',
  });
  const said = read(opportunityData(bare, telling));

  for (const name of [
    'offers',
    'isAccessibleForFree',
    'eventAttendanceMode',
    'location',
    'maximumAttendeeCapacity',
    'typicalAgeRange',
    'audience',
    'endDate',
  ])
    expect(said, name).not.toHaveProperty(name);
});

test('days of which no hour is known are days, the last one among them', () => {
  const season = {
    startsAt: '2026-12-04T15:00:00.000Z',
    endsAt: '2027-03-31T15:00:00.000Z',
    allDay: true,
  };

  expect(read(opportunityData(aProgram({ occurrences: [season] }), telling))).toMatchObject({
    startDate: '2026-12-05',
    endDate: '2027-03-31',
  });
});

test('a facility tells its hours, its closures, and of its equipment only what is known', async () => {
  const data = facilityData(aFacility(), telling);
  const said = read(data);

  expect((await expanded(data))['@type']).toEqual(['https://schema.org/Library']);
  expect(said['openingHoursSpecification']).toEqual([
    {
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: 'https://schema.org/Tuesday',
      opens: '10:00',
      closes: '18:00',
    },
  ]);
  expect(said['specialOpeningHoursSpecification']).toHaveLength(1);
  expect(said['amenityFeature']).toMatchObject([
    { propertyID: 'STEP_FREE', value: true },
    { propertyID: 'NURSING_ROOM', value: false },
  ]);
});

test('nothing in a title ends the script in which it stands', () => {
  const ja = '</script><script>alert(1)</script><!--\u2028\u2029]]>&';
  const data = opportunityData(aProgram({ title: { ...aProgram().title!, ja } }), telling);
  const embedded = embeddedJson(data);

  expect(embedded).not.toMatch(/[<>&\u2028\u2029]/);
  expect(JSON.parse(embedded)).toMatchObject({ name: ja });
});
