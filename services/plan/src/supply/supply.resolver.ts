import type { Context } from '@manabi/kit/context';
import { guarded } from '@manabi/kit/value/guarded-count';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { populationOfDistrict } from '../population/population.loader.js';
import { ageBands, bandCounts } from '../population/population.rules.js';
import { SchoolDistrict } from '../school-district/school-district.stub.js';
import { countedScope } from '../statistic/statistic.input.js';
import { type DistrictSupply, SupplyOfDistrict } from './supply.entity.js';
import { SupplyArguments } from './supply.input.js';
import { supplyOfDistrict } from './supply.loader.js';
import type { SupplyRow } from './supply.repository.js';

/** Gives a school district what is offered there per 1,000 people of an age. */
@Resolver(() => SchoolDistrict)
export class SupplyResolver {
  @Directive('@requiresScopes(scopes: [["plan.statistics"]])')
  @Directive('@cost(weight: 5)')
  @FieldResolver(() => SupplyOfDistrict, {
    nullable: true,
    description:
      'What is offered there to people of an age, by category and per 1,000 of them; fewer than ten people are held back (千人当たりの供給).',
  })
  async supply(
    @Root() { code }: SchoolDistrict,
    @Args(() => SupplyArguments) { ageBand, scheme, scope }: SupplyArguments,
    @Ctx() { loaders }: Context,
  ): Promise<SupplyOfDistrict> {
    const bands = ageBands([ageBand]);
    const [{ min, max } = { min: 0, max: null }] = bands;
    const counted = countedScope(scope);
    const [rows, people] = await Promise.all([
      loaders.of(supplyOfDistrict).load({ of: code, min, max, scheme, ...counted }),
      loaders.of(populationOfDistrict).load(code),
    ]);
    const population = bandCounts(people, bands)[0]?.count?.value ?? null;
    return told(rows, { ageBand, population });
  }
}

function told(
  rows: readonly SupplyRow[],
  { ageBand, population }: { ageBand: string; population: number | null },
): SupplyOfDistrict {
  const people = guarded(population);
  return {
    ageBand,
    population: people,
    unknownAudience: {
      value: rows.find(({ code }) => code === null)?.opportunities ?? 0,
      isExact: true,
    },
    categories: rows.flatMap((row) => lineOf(row, people.value)),
  };
}

function lineOf(
  { code, opportunities, seats }: SupplyRow,
  people: number | null,
): DistrictSupply[] {
  if (code === null) return [];
  const perThousand = (many: number | null) =>
    many === null || !people ? null : Math.round((many * 100_000) / people) / 100;
  return [
    {
      code,
      opportunities: { value: opportunities, isExact: true },
      seats,
      perThousand: perThousand(opportunities),
      seatsPerThousand: perThousand(seats),
    },
  ];
}
