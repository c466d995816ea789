import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, pageOf, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { Department } from '../department/department.stub.js';
import { Facility } from '../facility/facility.stub.js';
import { LearningOpportunity } from '../opportunity/opportunity.stub.js';
import { Person } from '../person/person.stub.js';
import { Feedback, FeedbackAbout } from './feedback.entity.js';
import { feedbackById } from './feedback.loader.js';
import { feedbackCursor, unanswered } from './feedback.repository.js';

const FeedbackConnection = connectionType('Feedback', Feedback, '感想・評価');

/** Answers what is asked of what learners said. */
@Resolver(() => Feedback)
export class FeedbackResolver extends revisionField(Feedback) {
  @Directive('@requiresScopes(scopes: [["feedback.answer"]])')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was good, for those who answer (良かった点).',
  })
  liked(@Root() { liked }: Feedback): string | null {
    return liked ?? null;
  }

  @Directive('@requiresScopes(scopes: [["feedback.answer"]])')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What is to change, for those who answer (変えてほしい点).',
  })
  wished(@Root() { wished }: Feedback): string | null {
    return wished ?? null;
  }

  @Directive('@tag(name: "public")')
  @FieldResolver(() => LearningOpportunity, {
    nullable: true,
    description: 'Of what was offered, where it is about that (学習機会).',
  })
  opportunity(@Root() { about, aboutId }: Feedback): LearningOpportunity | null {
    return about === FeedbackAbout.OPPORTUNITY ? { id: aboutId } : null;
  }

  @Directive('@tag(name: "public")')
  @FieldResolver(() => Facility, {
    nullable: true,
    description: 'Of which facility, where it is about one (施設).',
  })
  facility(@Root() { about, aboutId }: Feedback): Facility | null {
    return about === FeedbackAbout.FACILITY ? { code: aboutId } : null;
  }

  @Directive('@tag(name: "public")')
  @FieldResolver(() => Person, {
    nullable: true,
    description: 'Of which instructor, where it is about one (講師・指導者).',
  })
  instructor(@Root() { about, aboutId }: Feedback): Person | null {
    return about === FeedbackAbout.INSTRUCTOR ? { id: aboutId } : null;
  }

  @Directive('@tag(name: "public")')
  @FieldResolver(() => Department, { nullable: true, description: 'Who answers it (担当部署).' })
  department(@Root() { departmentCode }: Feedback): Department | null {
    return departmentCode ? { code: departmentCode } : null;
  }

  @Directive('@requiresScopes(scopes: [["feedback.answer"]])')
  @Directive(paged)
  @Query(() => FeedbackConnection, {
    nullable: true,
    description: 'What a department has not answered yet, oldest first (未回答の感想・評価).',
  })
  async unansweredFeedback(
    @Arg('department', () => ID, { description: 'Code of the department (部署コード).' })
    department: string,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<Feedback>>> {
    const wanted = pageOf(department, page);
    const rows = await unanswered(em, department, wanted);
    return connection(rows, wanted, (node) => ({ cursor: feedbackCursor(node), node }));
  }
}

/** What a reference to feedback means. */
export const feedbackReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<Feedback | null> => loaders.of(feedbackById).load(id);
