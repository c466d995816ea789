import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClassType } from 'type-graphql';
import { z } from 'zod';

import type { Publisher } from '../feed/publisher.js';
import { Tri } from '../value/tri.js';
import type { SittingPlaceColumns } from './sitting-place.columns.js';

const fact = z.enum(Tri).nullish();

/** What a department's feed tells of one such place, and what a follower may rely on. Times of day are HH:MM in Japan. */
export const publishedSittingPlace = z.object({
  facilityCode: z.string(),
  name: z.object({ ja: z.string() }).loose(),
  location: z.string().nullish(),
  rules: z.array(z.string()),
  wifi: fact,
  power: fact,
  supervised: fact,
  quiet: fact,
  eating: fact,
  seats: z.int32().nullish(),
  ages: z.object({ minMonths: z.int().nullable(), maxMonths: z.int().nullable() }).nullish(),
  hours: z.array(z.object({ weekday: z.int(), opensAt: z.string(), closesAt: z.string() })),
  withdrawnAt: z.iso.datetime({ offset: true }).nullish(),
  provenance: z.object({ department: z.string(), sample: z.boolean() }).loose(),
});

export type PublishedSittingPlace = z.infer<typeof publishedSittingPlace>;

/** Tells the places of one table to followers; one that was given up is told as such. */
export const publishSittingPlaces =
  (type: ClassType<SittingPlaceColumns>): Publisher =>
  async (em, ids) =>
    new Map((await sittingPlacesByIds(em, type, ids)).map((place) => [place.id, told(place)]));

/** The places of one table with these ids, in no order; ids that nobody has are left out. */
export function sittingPlacesByIds<Place extends SittingPlaceColumns>(
  em: EntityManager,
  type: ClassType<Place>,
  ids: readonly string[],
): Promise<Place[]> {
  // The condition is on a column that every such table has.
  return em.find(type as ClassType<SittingPlaceColumns>, { id: { $in: [...ids] } }) as Promise<
    Place[]
  >;
}

function told(place: SittingPlaceColumns): PublishedSittingPlace {
  const { facilityCode, location, rules, wifi, power, supervised } = place;
  const { quiet, eating, seats, ages, hours, withdrawnAt } = place;
  const { ja, kana = null, plain = null, en = null } = place.name;
  const { department, dataset = null, asOf = null, sample } = place.provenance;
  return {
    facilityCode,
    location,
    rules,
    wifi,
    power,
    supervised,
    quiet,
    eating,
    seats,
    name: { ja, kana, plain, en },
    ages: ages && { minMonths: ages.minMonths ?? null, maxMonths: ages.maxMonths ?? null },
    hours: hours.map(({ weekday, opensAt, closesAt }) => ({ weekday, opensAt, closesAt })),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    provenance: { department, dataset, asOf, sample },
  };
}
