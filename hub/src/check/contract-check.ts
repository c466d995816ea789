import { apiSchemaOf } from '@manabi/gateway/supergraph/api-schema';
import { parse } from 'graphql';

import { type Change, isBreaking } from './change.js';
import { directiveChanges } from './directive-changes.js';
import {
  type ComparedGraph,
  type KnownOperation,
  type OperationFinding,
  checkOperation,
} from './operation-check.js';
import { schemaChanges } from './schema-changes.js';

/** The two graphs of a city, as SDL of their supergraphs. */
export interface Contract {
  readonly public: string;
  readonly supergraph: string;
}

/** What a proposed contract would do. */
export interface CheckedContract {
  /** Documents that would break, with who asks them, and those that may be surprised. */
  readonly findings: readonly OperationFinding[];
  /** Changes of the full graph that no known document touches. */
  readonly unused: readonly Change[];
  /** Documents looked at. */
  readonly documents: number;
}

/** Finds what it would do to everybody known if one contract became another. */
export function checkContract(
  { before, after }: { readonly before: Contract; readonly after: Contract },
  operations: readonly KnownOperation[],
): CheckedContract {
  const graphs: Readonly<Record<string, ComparedGraph>> = {
    public: compared(before.public, after.public),
    full: compared(before.supergraph, after.supergraph),
  };
  const findings = operations.flatMap((operation) => {
    const graph = graphs[operation.contract];
    return (graph && checkOperation(operation, graph)) ?? [];
  });
  const felt = new Set(
    findings.flatMap(({ broken, dangerous }) => [...broken, ...dangerous]).map(keyOf),
  );
  const unused = (graphs['full']?.changes ?? []).filter((change) => !felt.has(keyOf(change)));
  return { findings, unused, documents: operations.length };
}

/** True when nobody would be broken. */
export function isHarmless({ findings }: CheckedContract): boolean {
  return findings.every(({ broken }) => broken.length === 0);
}

/** Changes that would break whoever used their place, if anybody did. */
export const breakingOf = (changes: readonly Change[]): Change[] => changes.filter(isBreaking);

const keyOf = (found: Change | string): string =>
  typeof found === 'string' ? found : `${found.kind} ${found.coordinate}`;

function compared(before: string, after: string): ComparedGraph {
  const [was, is] = [before, after].map((sdl) => apiSchemaOf(parse(sdl)));
  if (!was || !is) throw new Error('Two graphs were given.');
  return {
    before: was,
    after: is,
    changes: [...schemaChanges(was, is), ...directiveChanges(before, after)],
  };
}
