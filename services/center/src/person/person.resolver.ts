import { Public } from '@manabi/kit/column';
import type { Connection, Edge } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { Tri } from '@manabi/kit/value/tri';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { SchoolDistrict } from '../school-district/school-district.entity.js';
import { schoolDistrictByCode } from '../school-district/school-district.loader.js';
import { isConfirmationDue } from '../value/confirmation.js';
import { Contact } from '../value/contact.js';
import { registerPage } from '../value/page-after.js';
import { Person } from './person.entity.js';
import { PersonFilter } from './person.input.js';
import { personById } from './person.loader.js';
import { peopleAfter } from './person.search.js';

const PersonConnection = connectionType('Person', Person, '人材');

/** Answers what is asked of people of the talent bank. */
@Resolver(() => Person)
export class PersonResolver extends revisionField(Person) {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [SchoolDistrict], {
    nullable: 'itemsAndList',
    description:
      'School districts in which the person works; an empty list means all of the city (活動できる小学校区).',
  })
  districts(
    @Root() { districtCodes }: Person,
    @Ctx() { loaders }: Context,
  ): Promise<(SchoolDistrict | null)[]> {
    const loader = loaders.of(schoolDistrictByCode);
    return Promise.all((districtCodes ?? []).map((code) => loader.load(code)));
  }

  @Public()
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'True when nobody confirmed the entry for a year, or ever (要確認).',
  })
  confirmationDue(
    @Root() { confirmedAt }: Person,
    @Ctx() { now }: Context,
    @Arg('at', () => GraphQLDateTime, {
      nullable: true,
      description: 'The moment; now when absent (時点).',
    })
    at?: Date,
  ): boolean {
    return isConfirmationDue(confirmedAt, at ?? now);
  }

  @Directive('@requiresScopes(scopes: [["talent.contact"]])')
  @Directive('@policy(policies: [["purpose.talent-introduction"]])')
  @FieldResolver(() => Contact, {
    nullable: true,
    description:
      'How to reach the person, for those with the scope who introduce talents (人材の紹介) and say so; null without consent and after the registration (連絡先).',
  })
  contact(@Root() { contactConsent, withdrawnAt, email, phone }: Person): Contact | null {
    if (contactConsent !== Tri.YES || withdrawnAt) return null;
    return { email: email ?? null, phone: phone ?? null };
  }

  @Public()
  @Query(() => Person, { nullable: true, description: 'A person by id (人材バンクの登録者).' })
  person(
    @Arg('id', () => ID, { description: 'The id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Person | null> {
    return loaders.of(personById).load(id);
  }

  @Public()
  @Directive(paged)
  @Query(() => PersonConnection, {
    nullable: true,
    description: 'People of the talent bank, in a stable order (人材検索).',
  })
  people(
    @Arg('filter', () => PersonFilter, { nullable: true, description: 'Which ones (絞り込み).' })
    filter: PersonFilter | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<Person>>> {
    return registerPage(page, 'id', (wanted) => peopleAfter(em, filter ?? {}, wanted));
  }
}

/** What a reference to a person means. */
export const personReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<Person | null> => loaders.of(personById).load(id);
