import 'reflect-metadata';
import { type ClassType, Directive, Field, ObjectType } from 'type-graphql';

import { Public } from '../column.js';
import type { Connection, Edge } from './connection.js';
import { PageInfo } from './page-info.js';
import { type PageArguments, pageSize } from './page-arguments.js';

/** What a field that answers with a page says of its size to whoever counts costs. */
export const paged =
  '@listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)';

/** Makes the graph's types for pages of a type: `<name>Connection` with its `<name>Edge`. */
export function connectionType<Node extends object>(
  name: string,
  node: ClassType<Node>,
  japanese: string,
): ClassType<Connection<Edge<Node>>> {
  @ObjectType(`${name}Edge`, { description: `One of a page, with its place (${japanese}の一件).` })
  class NodeEdge implements Edge<Node> {
    @Public()
    @Field(() => String, { description: 'Place in the list (カーソル).', simple: true })
    cursor!: string;

    @Public()
    @Field(() => node, { nullable: true, description: `The record (${japanese}).`, simple: true })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list (${japanese}の一覧).` })
  class NodeConnection implements Connection<Edge<Node>> {
    @Public()
    @Directive('@semanticNonNull')
    @Field(() => [NodeEdge], {
      nullable: true,
      description: 'What is on this page (一覧の項目).',
      simple: true,
    })
    edges!: readonly NodeEdge[];

    @Public()
    @Directive('@semanticNonNull')
    @Field(() => PageInfo, {
      nullable: true,
      description: 'Where the page stands (ページ情報).',
      simple: true,
    })
    pageInfo!: PageInfo;
  }
  return NodeConnection;
}

/** A page of one list among many, as the key of a loader: whose list, rows at most, and after which cursor. */
export interface PageOf {
  readonly of: string;
  readonly size: number;
  readonly after: string | null;
}

/** The page of a list that was asked for. Refuses a size that no page can have. */
export function pageOf(of: string, page: PageArguments): PageOf {
  return { of, size: pageSize(page), after: page.after ?? null };
}
