import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { GraphQLDateTime } from 'graphql-scalars';
import {
  Args,
  ArgsType,
  type ClassType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  Resolver,
  Root,
} from 'type-graphql';

import { accessOfFacility } from '../access/access.loader.js';
import { accessFacts } from '../access/access.rules.js';
import { SupportProfile } from '../access/support-profile.input.js';
import { childcareOfOpportunity } from '../childcare/childcare.loader.js';
import { Course } from '../course/course.stub.js';
import { SportsClass } from '../sports-class/sports-class.stub.js';
import { Support } from './support.entity.js';
import { supportFor } from './support.rules.js';

/** What support rests on, as its department sent it: times are ISO 8601. */
type Supported = Pick<Course, 'id' | 'startsAt' | 'endsAt' | 'venue'>;

/** For whom support is asked, and when. */
@ArgsType()
class SupportArguments {
  @Field(() => SupportProfile, { description: 'The needs (必要な支援).' })
  profile!: SupportProfile;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The moment; now when absent (時点).',
  })
  at?: Date | null;
}

/** Gives a type of opportunity its support. */
function supportField(type: ClassType<Supported>): ClassType {
  @Resolver(() => type)
  class SupportResolver {
    @Public()
    @Directive('@requires(fields: "startsAt endsAt venue { code }")')
    @FieldResolver(() => Support, {
      nullable: true,
      description: 'Whether somebody with these needs can take part, and why (参加の支援).',
    })
    async support(
      @Root() opportunity: Supported,
      @Args(() => SupportArguments) { profile, at }: SupportArguments,
      @Ctx() { loaders, now }: Context,
    ): Promise<Support> {
      const { id, startsAt, endsAt, venue } = opportunity;
      const [access, childcare] = await Promise.all([
        venue ? loaders.of(accessOfFacility).load(venue.code) : null,
        loaders.of(childcareOfOpportunity).load(id),
      ]);
      const times = { startsAt: moment(startsAt), endsAt: moment(endsAt) };
      return supportFor(profile, { times, access: accessFacts(access), childcare }, at ?? now);
    }
  }
  return SupportResolver;
}

const moment = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);

export const CourseSupportResolver = supportField(Course);
export const SportsClassSupportResolver = supportField(SportsClass);

/** What a reference to a course or class means: itself with what was required, to which support is added. */
export const supportedReference = (opportunity: Supported): Supported => opportunity;
