import { LRUCache } from 'lru-cache';
import type { Planner, PlanStep } from './planner.js';

/** Undefined plans, of operations that no subgraph is asked for, are remembered too. */
interface Planned {
  readonly step: PlanStep | undefined;
}

/** Bytes, as estimated, that one character of a planned text stands for: the text itself and its plan. */
const bytesOfCharacter = 16;

/**
 * Plans the same text once, as long as it is remembered in so many bytes: who may see the same of a document shares
 * its plan with everybody who asked before, of whatever kind they are. What was refused is asked again.
 */
export function remembering(planner: Planner, bytes: number): Planner {
  const plans = new LRUCache<string, Planned>({
    maxSize: bytes,
    sizeCalculation: (_, text) => 1024 + text.length * bytesOfCharacter,
  });
  return {
    read: () => planner.read(),
    async plan(document, operationName) {
      // A name holds no space.
      const key = `${operationName ?? ''} ${document}`;
      const known = plans.get(key);
      if (known) return known.step;
      const step = await planner.plan(document, operationName);
      plans.set(key, { step });
      return step;
    },
    rest: () => planner.rest(),
    close: () => planner.close(),
  };
}
