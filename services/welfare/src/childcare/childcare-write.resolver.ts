import type { Context } from '@manabi/kit/context';
import { changeRecord } from '@manabi/kit/write/record.write';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { noLongerHeld } from '../care-program/care-program.errors.js';
import { ChildcarePlacesAnswer } from '../value/childcare-places-answer.js';
import { ChildcareSession } from './childcare.entity.js';
import { moreThanThereAre } from './childcare.errors.js';
import { StateChildcarePlacesInput } from './childcare.input.js';
import { childcareById } from './childcare.loader.js';

/** Writes down how many places are left with those who mind children. Numbers only. */
@Resolver(() => ChildcareSession)
export class ChildcareWriteResolver extends revisionField(ChildcareSession) {
  @Directive('@requiresScopes(scopes: [["care.write"]])')
  @Mutation(() => ChildcarePlacesAnswer, {
    nullable: true,
    description: 'States how many places are left at a session of childcare (残り枠の登録).',
  })
  async stateChildcarePlaces(
    @Arg('input', () => StateChildcarePlacesInput, { description: 'How many (残り枠).' })
    input: StateChildcarePlacesInput,
    @Ctx() context: Context,
  ): Promise<ChildcarePlacesAnswer> {
    const { id, revision, reason, placesLeft } = input;
    const act = { verb: 'stateChildcarePlaces', reason, caller: context.caller };
    const decide = (session: ChildcareSession) => {
      if (session.cancelledAt || session.endsAt <= context.now) return noLongerHeld();
      if (session.places != null && placesLeft > session.places) {
        return moreThanThereAre(session.places);
      }
      const provenance = Object.assign({}, session.provenance, { asOf: context.now });
      return { placesLeft, provenance };
    };
    const answer = await writeOnce(context, { verb: act.verb, input }, (em) =>
      changeRecord(em, { type: ChildcareSession, id, revision }, { act, decide }),
    );
    if (!(answer instanceof Written)) return answer;
    const childcareSession = await context.loaders.of(childcareById).load(answer.id);
    return { __typename: 'ChildcarePlacesStated', childcareSession };
  }
}
