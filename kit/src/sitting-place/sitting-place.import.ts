import type { DeliveryTarget } from '../delivery/delivery.target.js';
import type { ListedAs } from '../import/list/lists.js';

/** Where lists of places to sit go in the table of one department. */
export const sittingPlaceTarget = (table: string): DeliveryTarget => ({
  table,
  key: 'id',
  columns: [
    'name',
    'rules',
    'wifi',
    'power',
    'supervised',
    'quiet',
    'eating',
    'seats',
    'ages',
    'hours',
    'location',
    'facility_code',
    'provenance',
  ],
});

/** What a row says of a place to sit, in the columns of such a table; the house it is in is said by the register. */
export function sittingPlaceValues(record: ListedAs<'sitting-place'>): Record<string, unknown> {
  const { ageFrom, ageTo, wifi, power, supervised, quiet, eating } = record;
  const isForSome = ageFrom !== undefined || ageTo !== undefined;
  return {
    name: { ja: record.name, kana: record.nameKana },
    rules: record.rules,
    wifi: wifi ?? null,
    power: power ?? null,
    supervised: supervised ?? null,
    quiet: quiet ?? null,
    eating: eating ?? null,
    seats: record.seats ?? null,
    ages: isForSome
      ? {
          minMonths: ageFrom === undefined ? null : ageFrom * 12,
          maxMonths: ageTo === undefined ? null : ageTo * 12 + 11,
        }
      : null,
    hours: record.hours.map(({ weekday, startsAt, endsAt }) => ({
      weekday,
      opensAt: startsAt,
      closesAt: endsAt,
    })),
    location: record.location ?? null,
  };
}
