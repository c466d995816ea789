import type { ErrorCode } from '../errors/codes.js';
import type { TraceContext } from './trace-context.js';

/** The stages of a request that are timed. */
export const stages = ['document', 'plan', 'execute', 'project'] as const;
export type Stage = (typeof stages)[number];

/** How an answer of a subgraph was come by. */
export type FetchSource = 'asked' | 'shared';

/** One fetch as it was seen; who carries it out fills it in. */
export class FetchRecord {
  /** Milliseconds since the process began. */
  readonly began = performance.now();
  /** Milliseconds until the answer was there or was given up. */
  duration = 0;
  /** Bytes of the answer's body; 0 in process. */
  bytes = 0;
  source: FetchSource = 'asked';
  outcome: ErrorCode | 'ANSWERED' = 'ANSWERED';

  constructor(
    readonly service: string,
    /** What it asks; it may hold values that stood in the client's document, so it is for explaining only. */
    readonly operation: { readonly text: string },
    readonly trace: TraceContext | undefined,
  ) {}

  /** Notes that the fetch has ended now. */
  ended(outcome: FetchRecord['outcome']): void {
    this.outcome = outcome;
    this.duration = performance.now() - this.began;
  }
}

/** What is noted of an operation. */
interface Understood {
  readonly definition: {
    readonly operation: 'query' | 'mutation' | 'subscription';
    readonly name?: { readonly value: string } | undefined;
  };
}

/** One request as it was seen; holds nothing of variables, of answers or of who asks. */
export class RequestRecord {
  /** Milliseconds since the process began. */
  readonly began = performance.now();
  readonly fetches: FetchRecord[] = [];
  /** For each subgraph what was found among kept answers and what was not; only where the request is explained. */
  readonly kept = new Map<string, { hits: number; misses: number }>();
  /** Milliseconds of each stage that was reached. */
  readonly stages: Partial<Record<Stage, number>> = {};
  kind: 'query' | 'mutation' | 'subscription' | 'unknown' = 'unknown';
  /** The operation's name where the document is trusted: other names may hold anything. */
  name = 'ad hoc';
  cost: number | undefined;
  isPlanKnown: boolean | undefined;
  /** What ended it: answered whole, answered with errors, or why it was refused. */
  code: ErrorCode | 'ANSWERED' | 'ANSWERED_IN_PART' | 'ABANDONED' = 'ANSWERED';
  /** Milliseconds from beginning to end. */
  duration = 0;
  #mark = this.began;

  constructor(
    readonly contract: string,
    readonly requestId: string,
    readonly told: { trace?: TraceContext | undefined; isExplained?: boolean } = {},
  ) {}

  get trace(): TraceContext | undefined {
    return this.told.trace;
  }

  /** Whether the answer is to explain how it came about. */
  get isExplained(): boolean {
    return this.told.isExplained ?? false;
  }

  /** Notes that an answer was looked for among those kept. */
  looked(service: string, isFound: boolean): void {
    const counts = this.kept.get(service) ?? { hits: 0, misses: 0 };
    counts[isFound ? 'hits' : 'misses'] += 1;
    this.kept.set(service, counts);
  }

  /** Notes what is asked, once it is known and allowed. */
  understood(
    { isTrusted }: { isTrusted: boolean },
    { operation, cost }: { operation: Understood; cost: number },
  ): void {
    this.kind = operation.definition.operation;
    if (isTrusted) this.name = operation.definition.name?.value ?? 'unnamed';
    this.cost = cost;
    this.ended('document');
  }

  /** Notes that a stage has ended now. */
  ended(stage: Stage): void {
    const now = performance.now();
    this.stages[stage] = now - this.#mark;
    this.#mark = now;
  }

  /** Begins a fetch. */
  fetch(service: string, operation: { readonly text: string }): FetchRecord {
    const fetch = new FetchRecord(service, operation, this.trace?.child());
    this.fetches.push(fetch);
    return fetch;
  }
}
