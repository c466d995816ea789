import type { Connection, Edge } from '@manabi/kit/connection/connection';
import { PageInfo } from '@manabi/kit/connection/page-info';
import { Field, ObjectType } from 'type-graphql';

import { Referral } from '../referral/referral.entity.js';

// Not the kit's connectionType: its pages are public, and residents have no part in this.

/** One consultation of a page. */
@ObjectType({ description: 'One of a page, with its place (引き継ぎの一件).' })
export class ReferralEdge implements Edge<Referral> {
  @Field(() => String, {
    nullable: true,
    description: 'Place in the list (カーソル).',
    simple: true,
  })
  cursor!: string;

  @Field(() => Referral, {
    nullable: true,
    description: 'The consultation (引き継ぎ).',
    simple: true,
  })
  node!: Referral;
}

/** A page of consultations that a desk was handed. */
@ObjectType({ description: 'A page of consultations (引き継がれた相談の一覧).' })
export class ReferralConnection implements Connection<Edge<Referral>> {
  @Field(() => [ReferralEdge], {
    nullable: true,
    description: 'What is on this page (一覧の項目).',
    simple: true,
  })
  edges!: readonly ReferralEdge[];

  @Field(() => PageInfo, {
    nullable: true,
    description: 'Where the page stands (ページ情報).',
    simple: true,
  })
  pageInfo!: PageInfo;
}
