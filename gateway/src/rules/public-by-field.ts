import { publicTag } from '../composition/public-fields.js';
import type { SubgraphIndex } from '../composition/subgraph-index.js';
import type { Finding, Rule } from './finding.js';

/**
 * Types are never tagged public, only fields: a type's tag would publish what another subgraph adds to
 * the type later.
 */
export const publicByField: Rule = (subgraphs) => subgraphs.flatMap(findingsIn);

function findingsIn(index: SubgraphIndex): Finding[] {
  return index.subgraph.document.definitions.flatMap((node) => {
    if (!('name' in node) || !node.name || !('directives' in node)) return [];
    if (!/Type(?:Definition|Extension)$/.test(node.kind)) return [];
    // Definitions of types hold constant directives only.
    const tagged = node as Parameters<SubgraphIndex['tags']>[0];
    if (!index.tags(tagged).includes(publicTag)) return [];
    const coordinate = node.name.value;
    return [
      {
        rule: 'public-by-field',
        coordinate,
        subgraph: index.name,
        message: `${coordinate} is tagged public as a type; tag its public fields one by one.`,
      },
    ];
  });
}
