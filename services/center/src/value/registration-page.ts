import type { Connection, Edge } from '@manabi/kit/connection/connection';
import { PageInfo } from '@manabi/kit/connection/page-info';
import { Field, ObjectType } from 'type-graphql';

import { Registration } from '../registration/registration.entity.js';

// Not the kit's connectionType: its pages are public, and residents have no part in this.

/** One registration of a page. */
@ObjectType({ description: 'One of a page, with its place (登録申請の一件).' })
export class RegistrationEdge implements Edge<Registration> {
  @Field(() => String, {
    nullable: true,
    description: 'Place in the list (カーソル).',
    simple: true,
  })
  cursor!: string;

  @Field(() => Registration, {
    nullable: true,
    description: 'The registration (登録申請).',
    simple: true,
  })
  node!: Registration;
}

/** A page of registrations. */
@ObjectType({ description: 'A page of registrations (登録申請の一覧).' })
export class RegistrationConnection implements Connection<Edge<Registration>> {
  @Field(() => [RegistrationEdge], {
    nullable: true,
    description: 'What is on this page (一覧の項目).',
    simple: true,
  })
  edges!: readonly RegistrationEdge[];

  @Field(() => PageInfo, {
    nullable: true,
    description: 'Where the page stands (ページ情報).',
    simple: true,
  })
  pageInfo!: PageInfo;
}
