import type { OpportunityKind } from '../city/opportunity.js';

/** How big a city is; what is left out follows from the number of opportunities. */
export interface CityScale {
  opportunities: number;
  facilities?: number;
  titles?: number;
  people?: number;
  groups?: number;
  /** Residents, told as counts only. */
  residents?: number;
}

/** What makes a generated city: the same three give the same rows. */
export interface CitySeed {
  seed: number;
  scale: CityScale;
  /** Day for which dates are made, YYYY-MM-DD. */
  today: string;
}

/** A seed with every number said. */
export interface CityPlan {
  seed: number;
  today: string;
  counts: Required<CityScale>;
}

/** Of twenty opportunities, how many are of each kind; houses are shared out alike. */
export const SHARES: readonly [OpportunityKind, number][] = [
  ['Course', 9],
  ['SportsClass', 4],
  ['CareProgram', 3],
  ['LibraryProgram', 3],
  ['ExternalOffering', 1],
];

/** Rooms of a generated facility. */
export const ROOMS_PER_FACILITY = 6;

const whole = (name: string, value: number): number => {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new Error(`"${name}" of a city is ${value}; a whole number from 0 is needed.`);
};

/** Promises a plan in which every number is said and whole. */
export const planOf = ({ seed, scale, today }: CitySeed): CityPlan => {
  const opportunities = whole('opportunities', scale.opportunities);
  const asked = {
    opportunities,
    facilities: Math.max(20, scale.facilities ?? Math.ceil(opportunities / 400)),
    titles: scale.titles ?? Math.ceil(opportunities / 2),
    people: Math.max(1, scale.people ?? Math.ceil(opportunities / 50)),
    groups: scale.groups ?? Math.ceil(opportunities / 100),
    residents: scale.residents ?? 200_000,
  };
  for (const [name, value] of Object.entries(asked)) whole(name, value);
  return { seed, today, counts: asked };
};
