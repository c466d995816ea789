import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';

import { Department } from '../department/department.stub.js';
import { Measure } from '../measure/measure.entity.js';
import { BudgetLine } from './budget-line.entity.js';
import { budgetOfMeasure } from './budget-line.loader.js';

/** Gives a measure what is paid for it. */
@Resolver(() => Measure)
export class MeasureBudgetResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [BudgetLine], {
    nullable: true,
    description: 'What the city pays for it, latest year first (予算).',
  })
  async budget(
    @Root() { code }: Measure,
    @Arg('fiscalYear', () => Int, {
      nullable: true,
      description: 'Only of this fiscal year, from April (年度).',
    })
    fiscalYear: number | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<BudgetLine[]> {
    const wanted = { of: code, fiscalYear: fiscalYear ?? null };
    return (await loaders.of(budgetOfMeasure).load(wanted)).map(({ line }) => line);
  }
}

/** Gives a budget line its department. */
@Resolver(() => BudgetLine)
export class BudgetLineResolver {
  @Public()
  @FieldResolver(() => Department, { nullable: true, description: 'Who spends it (担当部署).' })
  department(@Root() { departmentCode }: BudgetLine): Department | null {
    return departmentCode ? { code: departmentCode } : null;
  }
}
