import 'reflect-metadata';
import { Directive, Field, ObjectType } from 'type-graphql';

/** Where a page of a connection stands, after the Relay cursor connections specification. */
@ObjectType({ description: 'Where a page stands in its list (ページ情報).' })
@Directive('@shareable')
export class PageInfo {
  @Directive('@tag(name: "public")')
  @Field(() => Boolean, {
    description: 'True when there is more after this page (次頁の有無).',
    simple: true,
  })
  hasNextPage!: boolean;

  @Directive('@tag(name: "public")')
  @Field(() => Boolean, {
    description: 'True when there is something before it (前頁の有無).',
    simple: true,
  })
  hasPreviousPage!: boolean;

  @Directive('@tag(name: "public")')
  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first edge (先頭のカーソル).',
    simple: true,
  })
  startCursor?: string | null;

  @Directive('@tag(name: "public")')
  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last edge: give it as "after" (末尾のカーソル).',
    simple: true,
  })
  endCursor?: string | null;
}
