import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { Department } from '../department/department.stub.js';
import { Measure } from './measure.entity.js';
import { MeasuresArguments } from './measure.input.js';
import { headingsOfMeasure, measureByCode } from './measure.loader.js';
import { measureCursor, measuresThatFit } from './measure.repository.js';

const MeasureConnection = connectionType('Measure', Measure, '施策');

/** Answers what is asked of measures. */
@Resolver(() => Measure)
export class MeasureResolver {
  @Public()
  @FieldResolver(() => Measure, {
    nullable: true,
    description: 'The heading right above it (上位の項目).',
  })
  parent(
    @Root() { parentCode }: Measure,
    @Ctx() { loaders }: Context,
  ): Promise<Measure | null> | null {
    return parentCode ? loaders.of(measureByCode).load(parentCode) : null;
  }

  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Measure], {
    nullable: true,
    description: 'The headings above it, from the chapter down (章・節・柱).',
  })
  async chapterPath(@Root() { code }: Measure, @Ctx() { loaders }: Context): Promise<Measure[]> {
    return (await loaders.of(headingsOfMeasure).load(code)).map(({ measure }) => measure);
  }

  @Public()
  @Directive('@listSize(assumedSize: 4)')
  @FieldResolver(() => [Department], {
    nullable: 'itemsAndList',
    description: 'Departments that answer for it, the first leads (担当部署).',
  })
  departments(@Root() { departmentCodes }: Measure): Department[] {
    return departmentCodes.map((code) => ({ code }));
  }

  @Public()
  @Query(() => Measure, { nullable: true, description: 'A measure by its number (施策).' })
  measure(
    @Arg('code', () => ID, { description: 'Its number in the plan, e.g. 1-1-1-2 (施策番号).' })
    code: string,
    @Ctx() { loaders }: Context,
  ): Promise<Measure | null> {
    return loaders.of(measureByCode).load(code);
  }

  @Public()
  @Directive('@cost(weight: 10)')
  @Directive(paged)
  @Query(() => MeasureConnection, {
    nullable: true,
    description: 'Measures and headings in the order of the plan (施策一覧).',
  })
  async measures(
    @Args(() => MeasuresArguments) wanted: MeasuresArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<Measure>>> {
    const { size, after } = { size: pageSize(wanted), after: wanted.after ?? null };
    const rows = await measuresThatFit(em, wanted.filter ?? {}, { limit: size + 1, after });
    return connection(rows, { size, after }, (node) => ({ cursor: measureCursor(node), node }));
  }
}

/** What a reference to a measure means. */
export const measureReference = (
  { code }: { code: string },
  { loaders }: Context,
): Promise<Measure | null> => loaders.of(measureByCode).load(code);
