import { AgeRange } from '@manabi/kit/value/age-range';
import { Period } from '@manabi/kit/value/period';
import { Provenance } from '@manabi/kit/value/provenance';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { Seats } from '@manabi/kit/vocabulary/seats';
import { Selection } from '@manabi/kit/vocabulary/selection';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { Facility } from '../facility/facility.stub.js';

/** What an opportunity of another department tells when support is judged; its department answers for all of it. */
@ObjectType()
export abstract class SupportedOpportunity {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'Opaque and stable (識別子).', simple: true })
  id!: string;

  @Directive('@external')
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'First start (開始日時).',
    simple: true,
  })
  startsAt?: string | null;

  @Directive('@external')
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Last end (終了日時).',
    simple: true,
  })
  endsAt?: string | null;

  @Directive('@external')
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was cancelled (中止日時).',
    simple: true,
  })
  cancelledAt?: string | null;

  @Directive('@external')
  @Field(() => [Audience], {
    nullable: true,
    description: 'For whom it is meant (対象者).',
    simple: true,
  })
  audiences?: Audience[] | null;

  @Directive('@external')
  @Field(() => AgeRange, {
    nullable: true,
    description: 'Ages it is for (対象年齢).',
    simple: true,
  })
  ages?: AgeRange | null;

  @Directive('@external')
  @Field(() => Period, {
    nullable: true,
    description: 'When one can apply (申込期間).',
    simple: true,
  })
  applyPeriod?: { opensAt?: string | null; closesAt?: string | null } | null;

  @Directive('@external')
  @Field(() => Selection, {
    nullable: true,
    description: 'How places are given (選定).',
    simple: true,
  })
  selection?: Selection | null;

  @Directive('@external')
  @Field(() => Seats, {
    nullable: true,
    description: 'Places and applicants, in numbers (定員).',
    simple: true,
  })
  seats?: Seats | null;

  @Directive('@external')
  @Field(() => Provenance, {
    nullable: true,
    description: 'Where it comes from (出典).',
    simple: true,
  })
  provenance?: { department: string; asOf?: string | null } | null;

  @Directive('@external')
  @Field(() => Facility, {
    nullable: true,
    description: 'Where it takes place (会場).',
    simple: true,
  })
  venue?: Facility | null;
}

/** The fields of any such opportunity on which its support rests. */
export const supportRests = `startsAt endsAt cancelledAt audiences ages { minMonths maxMonths }
  applyPeriod { opensAt closesAt } selection { method } seats { capacity left }
  provenance { department asOf } venue { code }`.replaceAll(/\s+/g, ' ');
