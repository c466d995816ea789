import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type {
  ChildcareFacilityRecord,
  CulturalPropertyRecord,
  EvacuationSiteRecord,
  FacilityRecord,
  OpeningHours,
} from '@manabi/kit/import/dataset/record';

import { listedAddress } from './listed-address.rules.js';

/** A row of any file that lists places. */
export type ListedPlace = FacilityRecord | ChildcareFacilityRecord | EvacuationSiteRecord;

/** Where places go that the register does not know yet. */
export const facilityTarget: DeliveryTarget = {
  table: 'facility',
  key: 'code',
  columns: [
    'name',
    'aliases',
    'type',
    'poi_code',
    'address',
    'point',
    'phone',
    'url',
    'status',
    'disaster_role',
    'hours',
    'hours_note',
    'closed_days',
    'area_code',
    'department_code',
    'sample_fields',
    'provenance',
  ],
};

/** Where a file's word on a known facility goes: beside the register's own, under the name of its data set. */
export const facilitySourceTarget: DeliveryTarget = {
  table: 'facility_source',
  key: 'id',
  columns: [
    'facility_code',
    'name',
    'address',
    'point',
    'phone',
    'url',
    'disaster_role',
    'hours_note',
    'provenance',
  ],
};

/**
 * What a file says of a place, in the columns of the register; a cultural property is a place too. `blocks` are the
 * names of the town blocks that the register has.
 */
export function placeValues(
  record: ListedPlace | CulturalPropertyRecord,
  blocks: Iterable<string>,
): Record<string, unknown> {
  const { location, contact } = record;
  return {
    name: nameOf(record),
    aliases: (record.nameCommon ?? '').split(';').filter((alias) => alias !== ''),
    type: null,
    poi_code: poiOf(record),
    address: listedAddress(location, blocks),
    point: location.point ?? null,
    phone: contact.phone ?? null,
    url: record.url ?? null,
    status: 'OPEN',
    disaster_role: record.kind === 'evacuation-site' ? disasterRole(record) : null,
    hours: weeklyHours(record.hours),
    hours_note: hoursNote(record.hours),
    closed_days: record.hours.closings ?? [],
    sample_fields: record.sampleFields ?? [],
  };
}

/** Kinds of 子育て施設一覧 (種別), as far as an official code of a place says the same. */
const careCodes: readonly (readonly [RegExp, string])[] = [
  [/認定こども園/u, '1405'],
  [/幼稚園/u, '1501'],
  [/学童/u, '1404'],
  [/児童館/u, '1403'],
  [/保育所|保育園|認可外保育/u, '1402'],
];

function poiOf(record: ListedPlace | CulturalPropertyRecord): string | null {
  if (record.kind === 'facility') return record.poi ?? null;
  if (record.kind !== 'childcare') return null;
  return careCodes.find(([words]) => words.test(record.category ?? ''))?.[1] ?? null;
}

function nameOf({ name, nameKana, nameEn }: ListedPlace | CulturalPropertyRecord) {
  return {
    ja: name,
    ...(nameKana && { kana: nameKana }),
    ...(nameEn && { en: { text: nameEn, origin: 'HUMAN' } }),
  };
}

function disasterRole({ hazards }: EvacuationSiteRecord) {
  const safe = Object.entries(hazards).filter(([, answer]) => answer === 'YES');
  // As the register spells them: stormSurge is STORM_SURGE.
  const hazardCode = (hazard: string) =>
    hazard.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  return { kind: 'EVACUATION_SITE', hazards: safe.map(([hazard]) => hazardCode(hazard)) };
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Hours by weekday, 1 is Monday; nothing where the file leaves a day or an hour to words. */
function weeklyHours({ byDay, weekdays: days, opens, closes }: OpeningHours) {
  if (byDay)
    return byDay.map(({ weekday, opens: opensAt, closes: closesAt }) => ({
      weekday,
      opensAt,
      closesAt,
    }));
  if (!days || !opens || !closes || days.days.some(({ weeks, everyOther }) => weeks ?? everyOther))
    return null;
  return days.days.map(({ day }) => ({
    weekday: weekdays.indexOf(day) + 1,
    opensAt: opens,
    closesAt: closes,
  }));
}

function hoursNote({ note, closedDays }: OpeningHours): string | null {
  return [note, closedDays && `休館日：${closedDays}`].filter(Boolean).join('\n') || null;
}
