import { coordinatesOf } from './coordinates.js';
import type { Finding, Rule } from './finding.js';

/** Every type, field, argument, input field and enum value is described by a subgraph that defines it. */
export const described: Rule = (subgraphs) => {
  const known = new Set<string>();
  const missing = new Map<string, Finding>();
  for (const index of subgraphs) {
    for (const { path, description, isRepeated } of coordinatesOf(index)) {
      if (description) known.add(path);
      else if (!isRepeated && !missing.has(path)) missing.set(path, finding(path, index.name));
    }
  }
  return [...missing.values()].filter(({ coordinate }) => !known.has(coordinate));
};

function finding(coordinate: string, subgraph: string): Finding {
  return {
    rule: 'described',
    coordinate,
    subgraph,
    message: `${coordinate} has no description; say in English what it is, with the Japanese term.`,
  };
}
