import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, pageOf, paged } from '@manabi/kit/connection/connection-type';
import type { Context } from '@manabi/kit/context';
import type { Count } from '@manabi/kit/value/count';
import { Arg, Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Department } from '../department/department.stub.js';
import { LearningOpportunity } from '../opportunity/opportunity.stub.js';
import { DepartmentCoverage, MeasureCoverage } from './coverage.entity.js';
import { opportunityCursor } from './coverage.repository.js';
import { Measure } from './measure.entity.js';
import { MeasureOpportunitiesArguments, MeasurePeriod } from './measure.input.js';
import {
  coverageOfMeasure,
  measuresOfOpportunity,
  opportunitiesOfMeasure,
} from './measure.loader.js';

const MeasureOpportunityConnection = connectionType(
  'MeasureOpportunity',
  LearningOpportunity,
  '施策の学習機会',
);

/** Gives a measure what carries it out. */
@Resolver(() => Measure)
export class MeasureCoverageResolver {
  @Public()
  @Directive(paged)
  @FieldResolver(() => MeasureOpportunityConnection, {
    nullable: true,
    description:
      'What carries it out, or anything under it, earliest first; samples too, as each says of itself (学習機会).',
  })
  async opportunities(
    @Root() { code }: Measure,
    @Args(() => MeasureOpportunitiesArguments) { period, ...page }: MeasureOpportunitiesArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Edge<LearningOpportunity>>> {
    const wanted = { ...pageOf(code, page), ...between(period) };
    const listed = await loaders.of(opportunitiesOfMeasure).load(wanted);
    return connection(listed, wanted, (row) => ({
      cursor: opportunityCursor(row),
      node: { id: row.id },
    }));
  }

  @Public()
  @Directive('@cost(weight: 3)')
  @FieldResolver(() => MeasureCoverage, {
    nullable: true,
    description: 'What is done for it, in numbers (実施状況).',
  })
  async coverage(
    @Root() { code }: Measure,
    @Arg('period', () => MeasurePeriod, {
      nullable: true,
      description: 'Any time when absent (期間).',
    })
    period: MeasurePeriod | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<MeasureCoverage> {
    const rows = await loaders.of(coverageOfMeasure).load({ of: code, ...between(period) });
    return {
      opportunities: sum(rows.map(({ official }) => official)),
      sample: sum(rows.map(({ samples }) => samples)),
      departments: rows.map(({ department, official, samples }) => ({
        code: department,
        opportunities: sum([official]),
        sample: sum([samples]),
      })),
    };
  }
}

/** Gives a line of a coverage its department. */
@Resolver(() => DepartmentCoverage)
export class DepartmentCoverageResolver {
  @Public()
  @FieldResolver(() => Department, { nullable: true, description: 'The department (担当部署).' })
  department(@Root() { code }: DepartmentCoverage): Department {
    return { code };
  }
}

/** Gives an opportunity of any department the measures that it carries out. */
@Resolver(() => LearningOpportunity)
export class OpportunityMeasureResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Measure], {
    nullable: true,
    description: 'Measures of the plan that it carries out (関連施策).',
  })
  async measures(
    @Root() { id }: LearningOpportunity,
    @Ctx() { loaders }: Context,
  ): Promise<Measure[]> {
    return (await loaders.of(measuresOfOpportunity).load(id)).map(({ measure }) => measure);
  }
}

const sum = (numbers: readonly number[]): Count => ({
  value: numbers.reduce((total, each) => total + each, 0),
  isExact: true,
});

const between = (period: MeasurePeriod | null | undefined) => ({
  from: period?.from?.toISOString() ?? null,
  to: period?.to?.toISOString() ?? null,
});

/** What a reference to an opportunity means: the opportunity itself, to which measures are added. */
export const opportunityReference = ({ id }: { id: string }): LearningOpportunity => ({ id });
