import { Field, ID, InputType } from 'type-graphql';

import { FacilityStatus } from './facility.entity.js';

/** Which facilities are wanted; what is left out does not restrict. */
@InputType({
  description: 'Which facilities are wanted; what is left out does not restrict (施設の絞り込み).',
})
export class FacilityFilter {
  @Field(() => String, { nullable: true, description: 'Kind of house, e.g. KOMINKAN (種類).' })
  type?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code of a town block (町字ID).' })
  areaCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code of a school district (学区コード).' })
  schoolDistrictCode?: string | null;

  @Field(() => FacilityStatus, { nullable: true, description: 'Whether it is in use (状態).' })
  status?: FacilityStatus | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Also those that were withdrawn; otherwise they are left out (廃止を含む).',
  })
  withWithdrawn?: boolean | null;
}
