import 'reflect-metadata';
import { type ClassType, Directive, Field, ObjectType } from 'type-graphql';

import type { Connection, Edge } from './connection.js';
import { PageInfo } from './page-info.js';

/** The words of a list in which residents have no part, without full stop. */
export interface GuardedList {
  /** What one of it is called, in Japanese. */
  readonly japanese: string;
  readonly page: string;
  readonly record: string;
  /** True where whoever reads any of it must have signed in; else the field that answers with it says who may. */
  readonly signedIn?: boolean;
}

/** Makes the graph's types for pages of a type as `connectionType` does, none of them public. */
export function guardedConnection<Node extends object>(
  name: string,
  node: ClassType<Node>,
  { japanese, page, record, signedIn = false }: GuardedList,
): ClassType<Connection<Edge<Node>>> {
  @ObjectType(`${name}Edge`, { description: `One of a page, with its place (${japanese}の一件).` })
  class NodeEdge implements Edge<Node> {
    @Field(() => String, {
      nullable: true,
      description: 'Place in the list (カーソル).',
      simple: true,
    })
    cursor!: string;

    @Field(() => node, { nullable: true, description: `${record} (${japanese}).`, simple: true })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `${page} (${japanese}の一覧).` })
  class NodeConnection implements Connection<Edge<Node>> {
    @Field(() => [NodeEdge], {
      nullable: true,
      description: 'What is on this page (一覧の項目).',
      simple: true,
    })
    edges!: readonly NodeEdge[];

    @Field(() => PageInfo, {
      nullable: true,
      description: 'Where the page stands (ページ情報).',
      simple: true,
    })
    pageInfo!: PageInfo;
  }
  if (signedIn) for (const type of [NodeEdge, NodeConnection]) Directive('@authenticated')(type);
  return NodeConnection;
}
