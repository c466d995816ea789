import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import type { Problem } from '@manabi/kit/problem';
import { refusedInput } from '@manabi/kit/refused-input';
import { Arg, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { Facility } from '../facility/facility.entity.js';
import { facilityByCode } from '../facility/facility.loader.js';
import { FacilityMatch, MatchVerdict } from '../value/facility-match.js';
import { spellingsOfFacility } from './facility-identity.loader.js';
import { venueResolver } from './facility-identity.repository.js';
import { FacilitySpelling } from './facility-spelling.entity.js';

/** Longest text that is read as a venue; longer ones are descriptions. */
const longestVenue = 300;

/** Tells which facility a text means. */
@Resolver(() => FacilityMatch)
export class FacilityMatchResolver {
  @Public()
  @FieldResolver(() => Facility, { nullable: true, description: 'The facility (施設).' })
  facility(
    @Root() { facilityCode }: FacilityMatch,
    @Ctx() { loaders }: Context,
  ): Promise<Facility | null> {
    return loaders.of(facilityByCode).load(facilityCode);
  }

  @Public()
  @Directive('@cost(weight: 5)')
  @Directive('@listSize(assumedSize: 5)')
  @Query(() => [FacilityMatch], {
    nullable: true,
    description:
      'The facilities that a venue as written may mean, best first; one that is CERTAIN stands alone, none means no place of the register (施設名の照合).',
  })
  async resolveFacility(
    @Arg('text', () => String, { description: 'The venue as written (会場、原文).' }) text: string,
    @Arg('address', () => String, {
      nullable: true,
      description: 'Its address as written, as evidence (住所、原文).',
    })
    address: string | undefined,
    @Ctx() { em }: Context,
  ): Promise<FacilityMatch[]> {
    if (text.length > longestVenue) throw tooLong(text);
    const resolve = await venueResolver(em);
    const { verdict, candidates } = resolve(text, address ?? null);
    const told = verdict === 'CERTAIN' ? MatchVerdict.CERTAIN : MatchVerdict.UNCERTAIN;
    return candidates.map((candidate) =>
      Object.assign(new FacilityMatch(), candidate, { verdict: told }),
    );
  }
}

/** Gives a facility the spellings that staff confirmed. */
@Resolver(() => Facility)
export class FacilitySpellingResolver {
  @Directive('@authenticated')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [FacilitySpelling], {
    nullable: true,
    description: 'Ways to write it that staff confirmed, for departments (確認済みの表記).',
  })
  spellings(@Root() { code }: Facility, @Ctx() { loaders }: Context): Promise<FacilitySpelling[]> {
    return loaders.of(spellingsOfFacility).load(code);
  }
}

function tooLong(text: string): Problem {
  return refusedInput(
    `The text has ${text.length} letters; a venue has at most ${longestVenue}. Send the venue alone.`,
    { argument: 'text', reason: 'LENGTH_OUT_OF_RANGE', most: longestVenue },
  );
}
