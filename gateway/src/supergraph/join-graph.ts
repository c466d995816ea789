import { Kind, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { argument, text } from './links.js';

/** A subgraph as `join__Graph` of a supergraph has it. */
export interface JoinGraph {
  readonly name: string;
  /** Where it answers. */
  readonly url: string;
  /** Name of its value in `join__Graph`, by which directives name it. */
  readonly graph: string;
}

/** The subgraphs a supergraph was composed of, in its order. */
export function joinGraphs({ definitions }: DocumentNode): readonly JoinGraph[] {
  return definitions.flatMap((node) => {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') return [];
    return (node.values ?? []).flatMap(({ name: { value: graph }, directives }) => {
      const use = directives?.find((directive) => directive.name.value === 'join__graph');
      const name = use && text(argument(use, 'name'));
      if (!use || name === undefined) return [];
      return [{ name, url: text(argument(use, 'url')) ?? '', graph }];
    });
  });
}

/** The value of `join__Graph` that a directive names; empty where it names none. */
export function graphOf(directive: ConstDirectiveNode): string {
  const graph = argument(directive, 'graph');
  return graph?.kind === Kind.ENUM ? graph.value : '';
}
