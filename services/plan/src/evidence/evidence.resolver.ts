import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Department } from '../department/department.stub.js';
import { Measure } from '../measure/measure.entity.js';
import { EvidenceThing, MeasureEvidence } from './evidence.entity.js';
import { evidenceOfMeasure } from './evidence.loader.js';

/** Gives a measure what stands for it, whoever keeps it. */
@Resolver(() => Measure)
export class MeasureEvidenceResolver {
  @Public()
  @Directive('@cost(weight: 3)')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [MeasureEvidence], {
    nullable: true,
    description:
      'What stands for it anywhere in the city, by kind, opportunities first; empty where there is nothing (施策を示すもの).',
  })
  async evidence(
    @Root() { code }: Measure,
    @Ctx() { loaders, now }: Context,
  ): Promise<MeasureEvidence[]> {
    const rows = await loaders.of(evidenceOfMeasure).load({ of: code, at: now.toISOString() });
    return rows.map(({ kind, official, samples, first: { department, ...first } }) => ({
      kind,
      count: { value: official, isExact: true },
      sample: { value: samples, isExact: true },
      first: { ...first, departmentCode: department },
    }));
  }
}

/** Gives a thing its department. */
@Resolver(() => EvidenceThing)
export class EvidenceThingResolver {
  @Public()
  @FieldResolver(() => Department, { nullable: true, description: 'Who keeps it (担当部署).' })
  department(@Root() { departmentCode }: EvidenceThing): Department {
    return { code: departmentCode };
  }
}
