import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type {
  ChildcareFacilityRecord,
  CulturalPropertyRecord,
  EvacuationSiteRecord,
  FacilityRecord,
  OpeningHours,
} from '@manabi/kit/import/dataset/record';

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
    'area_code',
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

/** What a file says of a place, in the columns of the register; a cultural property is a place too. */
export function placeValues(record: ListedPlace | CulturalPropertyRecord): Record<string, unknown> {
  const { location, contact } = record;
  return {
    name: nameOf(record),
    aliases: record.nameCommon ? [record.nameCommon] : [],
    type: null,
    poi_code: record.kind === 'facility' ? (record.poi ?? null) : null,
    address: {
      block: location.town ?? null,
      number: location.town ? null : (location.address ?? null),
      building: location.building ?? null,
      floor: null,
    },
    point: location.point ?? null,
    phone: contact.phone ?? null,
    url: record.url ?? null,
    status: 'OPEN',
    disaster_role: record.kind === 'evacuation-site' ? disasterRole(record) : null,
    hours: weeklyHours(record.hours),
    hours_note: hoursNote(record.hours),
  };
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
function weeklyHours({ weekdays: days, opens, closes }: OpeningHours) {
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
