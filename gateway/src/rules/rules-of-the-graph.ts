import { readSubgraphs, type Subgraph } from '../composition/compose.js';
import { SubgraphIndex } from '../composition/subgraph-index.js';
import { boundedLists } from './bounded-lists.js';
import { deprecationNamesReplacement } from './deprecation-names-replacement.js';
import { described } from './described.js';
import type { Finding, Rule } from './finding.js';
import { noPersonalNumber } from './no-personal-number.js';
import { nullability } from './nullability.js';
import { publicByField } from './public-by-field.js';

const rules: readonly Rule[] = [
  nullability,
  publicByField,
  described,
  boundedLists,
  noPersonalNumber,
  deprecationNamesReplacement,
];

/** Looks at all subgraphs together and says everything that breaks a rule of the graph, by coordinate. */
export function rulesBroken(subgraphs: readonly Subgraph[]): Finding[] {
  const indexes = readSubgraphs(subgraphs).map((subgraph) => new SubgraphIndex(subgraph));
  return rules
    .flatMap((rule) => rule(indexes))
    .toSorted((one, other) => (one.coordinate < other.coordinate ? -1 : 1));
}
