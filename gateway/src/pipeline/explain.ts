import type { CompiledOperation } from '../operation/compiled-operation.js';
import type { PlanStep } from '../plan/planner.js';
import type { FetchRecord, RequestRecord } from '../telemetry/request-record.js';
import type { Caller } from '../identity/caller.js';
import type { ExplainedFetch, ExplainedStep, Explanation, GraphAnswer } from './graph-answer.js';

/** The scope whose holders may have any answer explained. */
export const explainScope = 'graph.explain';

/**
 * Adds to an answer how it came about, or that this caller may not be told: the plan names what the contract
 * hides. The rest of the answer is the same either way.
 */
export function explained(
  answer: GraphAnswer,
  { caller, isForAll }: { caller: Caller; isForAll: boolean },
  explain: () => Explanation,
): GraphAnswer {
  if (isForAll || caller.scopes.includes(explainScope)) {
    return { ...answer, extensions: { ...answer.extensions, explain: explain() } };
  }
  const message = `The explanation asked for in \`extensions.explain\` is only for callers with the scope "${explainScope}"; the rest of this answer is complete.`;
  const refusal = { message, extensions: { code: 'FORBIDDEN' as const } };
  return { ...answer, errors: [...(answer.errors ?? []), refusal] };
}

/** Tells of one request how its answer came about. */
export function explanationOf(
  { plan }: CompiledOperation,
  record: RequestRecord,
  lastGoodAt: (service: string) => Date | undefined,
): Explanation {
  const names = new Set<string>();
  const steps = plan ? stepOf(plan, names) : null;
  return {
    plan: steps,
    departments: [...names].sort().map((name) => ({
      name,
      asOf: lastGoodAt(name)?.toISOString() ?? null,
    })),
    cost: record.cost ?? null,
    planning: {
      milliseconds: rounded(record.stages.plan ?? 0),
      wasKnown: record.isPlanKnown ?? false,
    },
    milliseconds: rounded(performance.now() - record.began),
    fetches: record.fetches.map((fetch) => fetchOf(fetch, record.began)),
    kept: [...record.kept].map(([department, { hits, misses }]) => ({ department, hits, misses })),
  };
}

function stepOf(step: PlanStep, names: Set<string>): ExplainedStep {
  switch (step.kind) {
    case 'root':
    case 'entities': {
      const { service, text } = step.operation;
      names.add(service);
      return {
        kind: 'fetch',
        department: service,
        document: text,
        entities: step.kind === 'entities',
      };
    }
    case 'sequence':
    case 'parallel':
      return { kind: step.kind, steps: step.steps.map((inner) => stepOf(inner, names)) };
    case 'condition':
      return {
        kind: step.kind,
        variable: step.variable,
        whenTrue: step.whenTrue ? stepOf(step.whenTrue, names) : null,
        whenFalse: step.whenFalse ? stepOf(step.whenFalse, names) : null,
      };
    case 'subscription':
      return { kind: 'sequence', steps: [] };
  }
}

function fetchOf(fetch: FetchRecord, began: number): ExplainedFetch {
  const { service, operation, bytes, source, outcome } = fetch;
  return {
    department: service,
    document: operation.text,
    startedAt: rounded(fetch.began - began),
    milliseconds: rounded(fetch.duration),
    bytes,
    source,
    outcome,
  };
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
