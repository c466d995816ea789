import type { Connection, Edge } from '@manabi/kit/connection/connection';
import { paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { opaqueId } from '@manabi/kit/opaque-id';
import { addRecord, changeRecord } from '@manabi/kit/write/record.write';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

import { groupById } from '../group/group.loader.js';
import { personById } from '../person/person.loader.js';
import { Subject } from '../subject/subject.entity.js';
import { subjectByKey, subjectsOf } from '../subject/subject.loader.js';
import { DecideRegistrationAnswer, RegisterAnswer } from '../value/registration-answer.js';
import { RegistrationKind, RegistrationStatus } from '../value/registration-kind.js';
import { registerPage } from '../value/page-after.js';
import { RegistrationConnection } from '../value/registration-page.js';
import { Registration } from './registration.entity.js';
import {
  notAResident,
  registeredAlready,
  registrationDecidedAlready,
  subjectUnknown,
} from './registration.errors.js';
import {
  DecideRegistrationInput,
  RegisterGroupInput,
  RegisterPersonInput,
} from './registration.input.js';
import { registrationById } from './registration.loader.js';
import { hasRegistered, registrationsAfter } from './registration.repository.js';
import { accountOf, groupOf, personOf } from './registration.rules.js';

/** Takes what residents ask to be entered, and what departments decide on it. */
@Resolver(() => Registration)
export class RegistrationResolver extends revisionField(Registration) {
  @Directive('@requiresScopes(scopes: [["registration.decide"]])')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Name as it is to be shown; told until it is decided (申請された名前).',
  })
  name(@Root() { details }: Registration): string | null {
    return details?.name ?? null;
  }

  @Directive('@requiresScopes(scopes: [["registration.decide"]])')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What is offered or done; told until it is decided (申請された内容).',
  })
  summary(@Root() { details }: Registration): string | null {
    return details?.summary ?? null;
  }

  @Directive('@requiresScopes(scopes: [["registration.decide"]])')
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [Subject], {
    nullable: 'itemsAndList',
    description: 'What it is about; told until it is decided (申請された分野).',
  })
  subjects(
    @Root() { details }: Registration,
    @Ctx() { loaders }: Context,
  ): Promise<(Subject | null)[]> {
    return subjectsOf(loaders, details?.subjects ?? []);
  }

  @Directive('@requiresScopes(scopes: [["registration.decide"]])')
  @Directive(paged)
  @Query(() => RegistrationConnection, {
    nullable: true,
    description: 'Registrations that stand so, in a stable order (登録申請の一覧).',
  })
  registrations(
    @Arg('status', () => RegistrationStatus, {
      defaultValue: RegistrationStatus.WAITING,
      description: 'Where they stand (状態).',
    })
    status: RegistrationStatus,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<Registration>>> {
    return registerPage(page, 'id', (wanted) => registrationsAfter(em, status, wanted));
  }

  @Directive('@authenticated')
  @Mutation(() => RegisterAnswer, {
    nullable: true,
    description: 'Asks to be entered in the talent bank; a department decides (人材登録の申請).',
  })
  registerPerson(
    @Arg('input', () => RegisterPersonInput, { description: 'Who it is (申請の内容).' })
    input: RegisterPersonInput,
    @Ctx() context: Context,
  ): Promise<RegisterAnswer> {
    return register(context, RegistrationKind.PERSON, input);
  }

  @Directive('@authenticated')
  @Mutation(() => RegisterAnswer, {
    nullable: true,
    description: 'Asks for a circle to be entered; a department decides (団体登録の申請).',
  })
  registerGroup(
    @Arg('input', () => RegisterGroupInput, { description: 'Which it is (申請の内容).' })
    input: RegisterGroupInput,
    @Ctx() context: Context,
  ): Promise<RegisterAnswer> {
    return register(context, RegistrationKind.GROUP, input);
  }

  @Directive('@requiresScopes(scopes: [["registration.decide"]])')
  @Mutation(() => DecideRegistrationAnswer, {
    nullable: true,
    description:
      'Decides on a registration: when it is approved the entry is made at once; what was sent is kept no longer (登録の審査).',
  })
  async decideRegistration(
    @Arg('input', () => DecideRegistrationInput, { description: 'The decision (審査の結果).' })
    input: DecideRegistrationInput,
    @Ctx() context: Context,
  ): Promise<DecideRegistrationAnswer> {
    const answer = await writeOnce(context, { verb: 'decideRegistration', input }, (em) =>
      decide(em, input, context),
    );
    if (!(answer instanceof Written)) return answer;
    const { loaders } = context;
    const registration = await loaders.of(registrationById).load(answer.id);
    const entry = registration?.entryId ?? null;
    const isPerson = registration?.kind === RegistrationKind.PERSON;
    return {
      __typename: 'RegistrationDecided',
      registration,
      person: entry && isPerson ? await loaders.of(personById).load(entry) : null,
      group: entry && !isPerson ? await loaders.of(groupById).load(entry) : null,
    };
  }
}

/** What a reference to a registration means. */
export const registrationReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<Registration | null> => loaders.of(registrationById).load(id);

async function register(
  context: Context,
  kind: RegistrationKind,
  input: RegisterPersonInput | RegisterGroupInput,
): Promise<RegisterAnswer> {
  const { caller, loaders, now } = context;
  const account = accountOf(caller);
  if (!account) return notAResident();
  for (const { scheme, code } of input.subjects) {
    const known = await loaders.of(subjectByKey).load({ scheme, code });
    if (!known) return subjectUnknown(`${scheme}:${code}`);
  }
  const verb = kind === RegistrationKind.PERSON ? 'registerPerson' : 'registerGroup';
  const answer = await writeOnce(context, { verb, input }, async (em) => {
    if (await hasRegistered(em, account, kind)) return registeredAlready();
    const { idempotencyKey, ...details } = Object.assign({}, input);
    const row = Object.assign(new Registration(), {
      id: opaqueId('registration', account, idempotencyKey),
      kind,
      status: RegistrationStatus.WAITING,
      receivedAt: now,
      account,
      details,
    });
    return addRecord(em, row, { verb, caller });
  });
  if (!(answer instanceof Written)) return answer;
  const registration = await loaders.of(registrationById).load(answer.id);
  return { __typename: 'RegistrationReceived', registration };
}

type Em = Context['em'];

function decide(em: Em, input: DecideRegistrationInput, { caller, now }: Context) {
  const { id, revision, reason, approve } = input;
  const act = { verb: 'decideRegistration', reason, caller, unsaid: ['details'] };
  return changeRecord(
    em,
    { type: Registration, id, revision },
    {
      act,
      decide: async (registration) => {
        const { details, account, kind } = registration;
        if (registration.status !== RegistrationStatus.WAITING || !details)
          return registrationDecidedAlready();
        const decided = { decidedAt: now, details: null };
        if (!approve) return { ...decided, status: RegistrationStatus.DECLINED };
        const entering = { id: opaqueId('entry', id), account, at: now };
        const isPerson = kind === RegistrationKind.PERSON;
        const entry = isPerson ? personOf(details, entering) : groupOf(details, entering);
        await addRecord(em, entry, { verb: 'decideRegistration', reason, caller });
        return { ...decided, status: RegistrationStatus.APPROVED, entryId: entering.id };
      },
    },
  );
}
