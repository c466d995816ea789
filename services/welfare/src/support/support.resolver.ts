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
import { SupportProfile, inBody, neverKept } from '../access/support-profile.input.js';
import { Assistants } from '../assistants/assistants.entity.js';
import { assistantsOfOpportunity } from '../assistants/assistants.loader.js';
import { CareProgram } from '../care-program/care-program.entity.js';
import { ChildcareSession } from '../childcare/childcare.entity.js';
import { childcareOfOpportunity } from '../childcare/childcare.loader.js';
import { Course, courseSupportRests } from '../course/course.stub.js';
import { ExternalOffering } from '../external-offering/external-offering.stub.js';
import { LibraryProgram } from '../library-program/library-program.stub.js';
import { SportsClass } from '../sports-class/sports-class.stub.js';
import { Support } from './support.entity.js';
import { type Supported, offerFacts, venueCodeOf } from './supported.rules.js';
import { supportFor } from './support.rules.js';
import { timedSupportRests } from './timed.stub.js';

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

const supportSaid =
  'Whether somebody with these needs can take part, and why. What was asked is kept nowhere (参加の支援).';

const childcareSaid =
  'Childcare that goes with it, earliest first; cancelled ones say so. Empty where none is recorded (保育付きの予定).';

async function supportOf(
  opportunity: Supported,
  { profile, at }: SupportArguments,
  { loaders, now }: Context,
): Promise<Support> {
  const code = venueCodeOf(opportunity);
  const [venue, childcare, assistants] = await Promise.all([
    code ? loaders.of(accessOfFacility).load(code) : null,
    loaders.of(childcareOfOpportunity).load(opportunity.id),
    loaders.of(assistantsOfOpportunity).load(opportunity.id),
  ]);
  const facts = { offer: offerFacts(opportunity), venue, childcare, assistants };
  return supportFor(profile, facts, at ?? now);
}

/** Gives a type of opportunity its childcare, its assistants and its support, which rests on these fields of it; on its own ones where it is ours. */
function supportField(type: ClassType<Supported>, rests?: string): ClassType {
  const required = rests ? Directive(`@requires(fields: "${rests}")`) : () => {};
  @Resolver(() => type)
  class SupportResolver {
    @Public()
    @Directive(neverKept)
    @Directive(inBody)
    @required
    @FieldResolver(() => Support, {
      nullable: true,
      description: supportSaid,
    })
    support(
      @Root() opportunity: Supported,
      @Args(() => SupportArguments) asked: SupportArguments,
      @Ctx() context: Context,
    ): Promise<Support> {
      return supportOf(opportunity, asked, context);
    }

    @Public()
    @Directive('@listSize(assumedSize: 5)')
    @FieldResolver(() => [ChildcareSession], {
      nullable: true,
      description: childcareSaid,
    })
    childcare(@Root() { id }: Supported, @Ctx() { loaders }: Context): Promise<ChildcareSession[]> {
      return loaders.of(childcareOfOpportunity).load(id);
    }

    @Public()
    @Directive('@listSize(assumedSize: 2)')
    @FieldResolver(() => [Assistants], {
      nullable: true,
      description: 'Who assists those who take part, in numbers, kind by kind (介助・通訳の人数).',
    })
    assistants(@Root() { id }: Supported, @Ctx() { loaders }: Context): Promise<Assistants[]> {
      return loaders.of(assistantsOfOpportunity).load(id);
    }
  }
  return SupportResolver;
}

export const CourseSupportResolver = supportField(Course, courseSupportRests);
export const SportsClassSupportResolver = supportField(SportsClass, timedSupportRests);
export const LibraryProgramSupportResolver = supportField(LibraryProgram, timedSupportRests);
export const ExternalOfferingSupportResolver = supportField(ExternalOffering, timedSupportRests);
export const CareProgramSupportResolver = supportField(CareProgram);

/** What a reference to an opportunity of another department means: itself with what was required, to which support is added. */
export const supportedReference = (opportunity: Supported): Supported => opportunity;
