import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Tri } from '@manabi/kit/value/tri';
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';

import { Facility } from '../facility/facility.stub.js';
import { AccessFact, FacilityAccess } from './access.entity.js';
import { accessOfFacility } from './access.loader.js';
import { accessFacts, venueVerdict } from './access.rules.js';
import { SupportProfile, inBody, neverKept } from './support-profile.input.js';
import { Verdict } from './verdict.entity.js';

/** Gives a facility its profile; one without a record is unknown in every item. */
@Resolver(() => Facility)
export class FacilityAccessResolver {
  @Public()
  @FieldResolver(() => FacilityAccess, {
    nullable: true,
    description:
      'How accessible it is; every item unknown where nothing was recorded (アクセシビリティ).',
  })
  async access(@Root() { code }: Facility, @Ctx() { loaders }: Context): Promise<FacilityAccess> {
    const recorded = await loaders.of(accessOfFacility).load(code);
    return recorded ?? Object.assign(new FacilityAccess(), { facilityCode: code, items: [] });
  }
}

/** Answers what a profile says. */
@Resolver(() => FacilityAccess)
export class AccessResolver {
  @Public()
  @Directive('@listSize(assumedSize: 18)')
  @FieldResolver(() => [AccessFact], {
    nullable: true,
    description: 'All items in the order of the standard (項目一覧).',
  })
  items(@Root() access: FacilityAccess): AccessFact[] {
    return accessFacts(access);
  }

  @Public()
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many items nobody has said anything of (不明の項目数).',
  })
  unknownCount(@Root() access: FacilityAccess): number {
    return accessFacts(access).filter(({ value }) => value === Tri.UNKNOWN).length;
  }

  @Public()
  @Directive(neverKept)
  @Directive(inBody)
  @FieldResolver(() => Verdict, {
    nullable: true,
    description: 'Whether somebody with these needs can come in (判定).',
  })
  verdict(
    @Root() access: FacilityAccess,
    @Arg('profile', () => SupportProfile, { description: 'The needs (必要な支援).' })
    profile: SupportProfile,
  ): Verdict {
    return venueVerdict(profile, access);
  }
}
