import { areas } from '../city/areas.js';
import type { FacilityRow } from '../city/facilities.js';
import type { GroupRow } from '../city/groups.js';
import type { HoldingRow } from '../city/holdings.js';
import { measures } from '../city/measures.js';
import type { OpportunityKind, OpportunityRow } from '../city/opportunity.js';
import type { PersonRow } from '../city/people.js';
import { population, type PopulationRow } from '../city/population.js';
import { subjects } from '../city/subjects.js';
import type { TitleRow } from '../city/titles.js';
import { generateFacility, kindOfFacility } from './generate-facility.js';
import { generateOpportunity, type Surroundings } from './generate-opportunity.js';
import { generateGroup, generatePerson } from './generate-people.js';
import { generateHoldings, generateTitle } from './generate-titles.js';
import { type CityPlan, type CityScale, type CitySeed, planOf, SHARES } from './scale.js';

/** A city that is made while it is read: every call starts again from the first row. */
export interface GeneratedCity {
  counts: Required<CityScale>;
  facilities(): Generator<FacilityRow>;
  /** All kinds interleaved, or one kind in the same order. */
  opportunities(kind?: OpportunityKind): Generator<OpportunityRow>;
  titles(): Generator<TitleRow>;
  holdings(): Generator<HoldingRow>;
  people(): Generator<PersonRow>;
  groups(): Generator<GroupRow>;
  /** The sample population, scaled to the residents asked for. */
  population(): Generator<PopulationRow>;
}

const housesOf = (kind: OpportunityKind, count: number): number[] =>
  Array.from({ length: count }, (_, at) => at).filter((at) => kindOfFacility(at) === kind);

const surroundingsOf = (plan: CityPlan): Surroundings => {
  const houses = (kind: OpportunityKind) => housesOf(kind, plan.counts.facilities);
  return {
    housesOf: {
      Course: houses('Course'),
      SportsClass: houses('SportsClass'),
      CareProgram: houses('CareProgram'),
      LibraryProgram: houses('LibraryProgram'),
      ExternalOffering: houses('ExternalOffering'),
    },
    measureCodes: measures()
      .filter((measure) => measure.level === 'MEASURE')
      .map((measure) => measure.code),
    mextOf: new Map(
      subjects().flatMap(({ code, mext }) => (mext === null ? [] : [[code, mext.code] as const])),
    ),
  };
};

function* opportunitiesOf(plan: CityPlan, only?: OpportunityKind): Generator<OpportunityRow> {
  const around = surroundingsOf(plan);
  // Twenty turns in the order of the shares: the kind of an opportunity follows from its number alone.
  const turns = SHARES.flatMap(([kind, share]) =>
    Array.from({ length: share }, (_, place) => ({ kind, share, place })),
  );
  for (let at = 0; at < plan.counts.opportunities; at += 1) {
    const turn = turns[at % turns.length];
    if (turn === undefined || (only !== undefined && turn.kind !== only)) continue;
    const nth = Math.floor(at / turns.length) * turn.share + turn.place;
    yield generateOpportunity(plan, around, { kind: turn.kind, nth });
  }
}

function* counted<Row>(count: number, make: (at: number) => Row): Generator<Row> {
  for (let at = 0; at < count; at += 1) yield make(at);
}

function* holdingsOf(plan: CityPlan): Generator<HoldingRow> {
  const libraries = housesOf('LibraryProgram', plan.counts.facilities);
  for (let at = 0; at < plan.counts.titles; at += 1) {
    const { id, format } = generateTitle(plan, at);
    if (format !== 'EBOOK') yield* generateHoldings(plan, libraries, { id, at });
  }
}

function* populationOf(residents: number): Generator<PopulationRow> {
  const rows = population();
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  let asked = 0;
  let given = 0;
  for (const row of rows) {
    // Rounding the running total keeps the sum exact.
    asked += row.count;
    const count = Math.round((asked * residents) / total) - given;
    given += count;
    yield { ...row, count };
  }
}

/** Promises a city of any size from a seed, row by row in flat memory; the same seed, scale and day give the same rows. */
export const generateCity = (asked: CitySeed): GeneratedCity => {
  const plan = planOf(asked);
  const { counts } = plan;
  const blocks = areas();
  return {
    counts,
    facilities: () => counted(counts.facilities, (at) => generateFacility(plan, blocks, at)),
    opportunities: (kind) => opportunitiesOf(plan, kind),
    titles: () => counted(counts.titles, (at) => generateTitle(plan, at)),
    holdings: () => holdingsOf(plan),
    people: () => counted(counts.people, (at) => generatePerson(plan, blocks, at)),
    groups: () => counted(counts.groups, (at) => generateGroup(plan, at)),
    population: () => populationOf(counts.residents),
  };
};
