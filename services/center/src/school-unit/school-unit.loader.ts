import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { SchoolUnit } from './school-unit.entity.js';
import {
  type Guest,
  type Visit,
  guestsOfUnits,
  schoolUnitsByIds,
  visitsOfUnits,
} from './school-unit.repository.js';

export const schoolUnitById: LoaderOf<string, SchoolUnit | null> = (em) =>
  one(
    (ids) => schoolUnitsByIds(em, ids),
    ({ id }) => id,
  );

/** A unit, with the hour (ISO 8601) and the district for which guests are wanted; null does not restrict. */
export interface GuestsFor {
  readonly id: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly districtCode: string | null;
}

export const guestsOfUnit: LoaderOf<GuestsFor, (Guest & { readonly wish: GuestsFor })[]> = (em) =>
  many(
    async (keys) => {
      const found: (Guest & { wish: GuestsFor })[] = [];
      // Fields of one list ask the same of each unit, so there is one wish for each field that asks.
      for (const asked of Map.groupBy(keys, wishOf).values()) {
        const [{ startsAt, endsAt, districtCode } = keys[0]!] = asked;
        const freeIn =
          startsAt && endsAt ? { startsAt: new Date(startsAt), endsAt: new Date(endsAt) } : null;
        const ids = asked.map(({ id }) => id);
        const guests = await guestsOfUnits(em, ids, { freeIn, districtCode });
        for (const guest of guests)
          found.push({ ...guest, wish: { id: guest.unitId, startsAt, endsAt, districtCode } });
      }
      return found;
    },
    ({ wish }) => wish,
  );

const wishOf = ({ startsAt, endsAt, districtCode }: GuestsFor): string =>
  JSON.stringify([startsAt, endsAt, districtCode]);

/** A unit, and the day (`YYYY-MM-DD`) on which a place is to be visited; null does not restrict. */
export interface VisitsOn {
  readonly id: string;
  readonly day: string | null;
}

export const visitsOfUnit: LoaderOf<VisitsOn, (Visit & { readonly day: string | null })[]> = (em) =>
  many(
    async (keys) => {
      const found: (Visit & { day: string | null })[] = [];
      for (const [day, asked] of Map.groupBy(keys, (key) => key.day)) {
        const ids = asked.map(({ id }) => id);
        for (const visit of await visitsOfUnits(em, ids, day)) found.push({ ...visit, day });
      }
      return found;
    },
    ({ unitId, day }) => ({ id: unitId, day }),
  );
