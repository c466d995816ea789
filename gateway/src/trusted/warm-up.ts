import type { GuardedRequest } from '../pipeline/guard.js';
import { documentOf, type DocumentRules } from '../pipeline/document.js';
import { anonymous } from '../identity/caller.js';
import { authorize } from '../pipeline/authorize.js';
import { plan } from '../pipeline/plan.js';
import type { Conditions } from '../operation/client-operation.js';
import { RequestRefused } from '../errors/gateway-error.js';
import type { Generation } from '../supergraph/generation.js';
import { digestOf } from './trusted-documents.js';

/** A trusted document that does not fit the supergraph. */
export interface Misfit {
  /** The digest the document is known by. */
  digest: string;
  reason: string;
}

/** Conditions of one operation of which every combination is planned ahead. */
const namesVaried = 3;

/**
 * Reads and plans every trusted document, for whoever signed in to nothing and for every kind of asker there was
 * before, so that the first who asks one does not wait. Answers which do not
 * fit the supergraph; those that time did not suffice for are planned when they are asked.
 */
export async function warmUp(
  generation: Generation,
  rules: DocumentRules,
  signal: AbortSignal,
): Promise<readonly Misfit[]> {
  const misfits: Misfit[] = [];
  for (const text of generation.trusted.texts) {
    if (signal.aborted) break;
    try {
      await warm(generation, { text, rules, signal });
    } catch (error) {
      if (!signal.aborted) misfits.push({ digest: digestOf(text), reason: reasonOf(error) });
    }
  }
  // What is asked in production is planned now, and the planner's memory is better used by the answers.
  if (generation.trusted.size > 0) generation.planner.rest();
  return misfits;
}

async function warm(
  generation: Generation,
  { text, rules, signal }: { text: string; rules: DocumentRules; signal: AbortSignal },
): Promise<void> {
  const document = documentOf(generation, { text, caller: anonymous }, rules);
  const askers = [anonymous, ...generation.askers.all];
  for (const operation of document.operations.values()) {
    for (const conditions of conditionsOf(operation.conditionVariables)) {
      const request: GuardedRequest = { operation, variables: {}, conditions, cost: 0 };
      for (const asker of askers) {
        if (signal.aborted) return;
        const permissions = authorize(generation, asker);
        await plan(generation, document, { request, permissions, signal });
      }
    }
  }
}

/** The ways in which the variables that decide about `@skip` and `@include` may come, the first few of them varied. */
function conditionsOf(names: readonly string[]): readonly Conditions[] {
  let ways: Conditions[] = [Object.fromEntries(names.map((name) => [name, false]))];
  for (const name of names.slice(0, namesVaried)) {
    ways = ways.flatMap((way) => [way, { ...way, [name]: true }]);
  }
  return ways;
}

function reasonOf(error: unknown): string {
  if (error instanceof RequestRefused) return error.errors.map(({ message }) => message).join(' ');
  return error instanceof Error ? error.message : String(error);
}
