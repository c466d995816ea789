import type { Connection, Edge } from '@manabi/kit/connection/connection';
import { PageInfo } from '@manabi/kit/connection/page-info';
import { Field, ObjectType } from 'type-graphql';

import { VenueMatch } from '../venue-match/venue-match.entity.js';

// Not the kit's connectionType: its pages are public, and residents have no part in this.

/** One waiting venue of a page. */
@ObjectType({ description: 'One of a page, with its place (照合待ちの一件).' })
export class VenueMatchEdge implements Edge<VenueMatch> {
  @Field(() => String, {
    nullable: true,
    description: 'Place in the list (カーソル).',
    simple: true,
  })
  cursor!: string;

  @Field(() => VenueMatch, { nullable: true, description: 'The venue (照合待ち).', simple: true })
  node!: VenueMatch;
}

/** A page of waiting venues. */
@ObjectType({ description: 'A page of the queue (照合待ちの一覧).' })
export class VenueMatchConnection implements Connection<Edge<VenueMatch>> {
  @Field(() => [VenueMatchEdge], {
    nullable: true,
    description: 'What is on this page (一覧の項目).',
    simple: true,
  })
  edges!: readonly VenueMatchEdge[];

  @Field(() => PageInfo, {
    nullable: true,
    description: 'Where the page stands (ページ情報).',
    simple: true,
  })
  pageInfo!: PageInfo;
}
