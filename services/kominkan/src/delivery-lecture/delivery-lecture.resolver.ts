import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import { PageArguments, pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';

import { Department } from '../department/department.stub.js';
import { Subject } from '../subject/subject.stub.js';
import { DeliveryLecture } from './delivery-lecture.entity.js';
import { DeliveryLectureFilter, LectureTimeArguments } from './delivery-lecture.input.js';
import { lectureById } from './delivery-lecture.loader.js';
import { lecturesThatFit } from './delivery-lecture.repository.js';
import { LectureTime } from './lecture-time.entity.js';

const DeliveryLectureConnection = connectionType('DeliveryLecture', DeliveryLecture, '出前講座');

/** Answers what is asked of delivery lectures. */
@Resolver(() => DeliveryLecture)
export class DeliveryLectureResolver {
  @Public()
  @FieldResolver(() => Department, {
    nullable: true,
    description: 'The office that speaks (担当部署).',
  })
  office(@Root() { departmentCode }: DeliveryLecture): Department {
    return { code: departmentCode };
  }

  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [Subject], { nullable: 'itemsAndList', description: 'Its subjects (分類).' })
  subjects(@Root() { subjectKeys }: DeliveryLecture): SubjectKey[] {
    return subjectKeys.map(({ scheme, code }) => ({ scheme, code }));
  }

  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [LectureTime], {
    nullable: true,
    description: 'When it can be had, earliest first (実施できる日時).',
  })
  times(
    @Root() { times, minimumAudience }: DeliveryLecture,
    @Args(() => LectureTimeArguments) { in: span }: LectureTimeArguments,
    @Ctx() { now }: Context,
  ): LectureTime[] {
    return times
      .map(({ startsAt, endsAt }) => ({
        startsAt: new Date(startsAt),
        endsAt: new Date(endsAt),
        minimumAudience: minimumAudience ?? null,
      }))
      .filter(({ startsAt }) => startsAt >= (span?.from ?? now) && (!span || startsAt < span.to))
      .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  }

  @Public()
  @Query(() => DeliveryLecture, { nullable: true, description: 'A lecture by its id (出前講座).' })
  deliveryLecture(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<DeliveryLecture | null> {
    return loaders.of(lectureById).load(id);
  }

  @Public()
  @Directive(paged)
  @Query(() => DeliveryLectureConnection, {
    nullable: true,
    description: 'Lectures that offices give where people are (出前講座の検索).',
  })
  async deliveryLectures(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
    @Arg('filter', () => DeliveryLectureFilter, {
      nullable: true,
      description: 'Which ones; all when absent (絞り込み).',
    })
    filter?: DeliveryLectureFilter | null,
  ): Promise<Connection<Edge<DeliveryLecture>>> {
    const size = pageSize(page);
    const [after] = page.after ? readCursor(page.after, z.tuple([z.string().max(200)])) : [null];
    const rows = await lecturesThatFit(em, filter ?? {}, { after, limit: size + 1 });
    return connection(rows, { size, after: page.after }, (node) => ({
      cursor: writeCursor([node.id]),
      node,
    }));
  }
}

/** What a reference to a delivery lecture means. */
export const deliveryLectureReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<DeliveryLecture | null> => loaders.of(lectureById).load(id);
