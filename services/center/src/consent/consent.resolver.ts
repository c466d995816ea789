import type { Context } from '@manabi/kit/context';
import { Tri } from '@manabi/kit/value/tri';
import { changeRecord } from '@manabi/kit/write/record.write';
import { recordUnknown } from '@manabi/kit/write/refusal.words';
import { revisionOf } from '@manabi/kit/write/revision.repository';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { Person } from '../person/person.entity.js';
import { personById } from '../person/person.loader.js';
import { notAResident } from '../registration/registration.errors.js';
import { accountOf } from '../registration/registration.rules.js';
import { ConsentAnswer } from '../value/consent-answer.js';
import { ConsentInput } from './consent.input.js';

/** Lets the people of the talent bank say whether departments may make contact; what they withdraw counts at once. */
@Resolver()
export class ConsentResolver {
  @Directive('@authenticated')
  @Mutation(() => ConsentAnswer, {
    nullable: true,
    description: 'Consents to be contacted by departments that introduce people (連絡の同意).',
  })
  giveContactConsent(
    @Arg('input', () => ConsentInput, { description: 'Who says so (本人).' }) input: ConsentInput,
    @Ctx() context: Context,
  ): Promise<ConsentAnswer> {
    return say(context, { verb: 'giveContactConsent', input }, Tri.YES);
  }

  @Directive('@authenticated')
  @Mutation(() => ConsentAnswer, {
    nullable: true,
    description: 'Withdraws the consent to be contacted (連絡の同意の撤回).',
  })
  withdrawContactConsent(
    @Arg('input', () => ConsentInput, { description: 'Who says so (本人).' }) input: ConsentInput,
    @Ctx() context: Context,
  ): Promise<ConsentAnswer> {
    return say(context, { verb: 'withdrawContactConsent', input }, Tri.NO);
  }
}

async function say(
  context: Context,
  request: { readonly verb: string; readonly input: ConsentInput },
  contactConsent: Tri,
): Promise<ConsentAnswer> {
  const { caller, loaders } = context;
  const account = accountOf(caller);
  if (!account) return notAResident();
  const answer = await writeOnce(context, request, async (em) => {
    const person = await em.findOne(Person, { account, withdrawnAt: null });
    if (!person) return recordUnknown();
    // Whoever speaks of the own entry need not have read it: the revision is the one that stands.
    const revision = await revisionOf(em, Person.name, person.id);
    const changed = await changeRecord(
      em,
      { type: Person, id: person.id, revision },
      { act: { verb: request.verb, caller }, decide: () => ({ contactConsent }) },
    );
    return changed instanceof Written ? changed : recordUnknown();
  });
  if (!(answer instanceof Written)) return answer;
  const person = await loaders.of(personById).load(answer.id);
  return { __typename: 'ConsentRecorded', person, mayContact: contactConsent === Tri.YES };
}
