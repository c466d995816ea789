import type { SubgraphIndex } from '../composition/subgraph-index.js';

/** One place in the subgraphs that breaks a rule of the graph. */
export interface Finding {
  rule: string;
  /** Where: `Type`, `Type.field`, `Type.field(argument:)` or `Enum.VALUE`. */
  coordinate: string;
  subgraph: string;
  /** What is wrong and what to do. */
  message: string;
}

/** A rule of the graph: looks at all subgraphs together and says what breaks it. */
export type Rule = (subgraphs: readonly SubgraphIndex[]) => Finding[];
