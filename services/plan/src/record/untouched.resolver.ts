import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { pageOf, paged } from '@manabi/kit/connection/connection-type';
import type { Context } from '@manabi/kit/context';
import { refusedInput } from '@manabi/kit/refused-input';
import { Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { Department } from '../department/department.stub.js';
import {
  UntouchedArguments,
  UntouchedRecord,
  UntouchedRecordConnection,
} from './untouched.entity.js';
import { untouchedCursor, untouchedRecords } from './untouched.repository.js';

const day = 24 * 60 * 60 * 1000;

/** Days that one may ask for at most. */
const mostDays = 3_650;

/** Answers which records nobody touched for long, whichever department keeps them. */
@Resolver(() => UntouchedRecord)
export class UntouchedRecordResolver {
  @Directive('@authenticated')
  @Directive('@cost(weight: 10)')
  @Directive(paged)
  @Query(() => UntouchedRecordConnection, {
    nullable: true,
    description:
      'Records of all departments that nobody confirmed for so many days, never confirmed ones first, then the oldest (長く更新のない記録の一覧).',
  })
  async untouchedRecords(
    @Args(() => UntouchedArguments)
    { days, department, countSamples, ...page }: UntouchedArguments,
    @Ctx() { em, now }: Context,
  ): Promise<Connection<Edge<UntouchedRecord>>> {
    if (days < 1 || days > mostDays) {
      throw refusedInput(
        `"days" was ${days}; it may be 1 to ${mostDays}. Send a number between them.`,
        { argument: 'days', reason: 'VALUE_OUT_OF_RANGE', least: 1, most: mostDays },
      );
    }
    const wanted = pageOf('', page);
    const before = new Date(now.getTime() - days * day);
    const rows = await untouchedRecords(
      em,
      { before, department: department ?? null, samples: countSamples },
      wanted,
    );
    return connection(rows, wanted, (node) => ({ cursor: untouchedCursor(node), node }));
  }

  @FieldResolver(() => Department, { nullable: true, description: 'Who keeps it (担当部署).' })
  department(@Root() { departmentCode }: UntouchedRecord): Department {
    return { code: departmentCode };
  }
}
