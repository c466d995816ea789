import type { ErrorCode } from '../errors/codes.js';
import type { ResponseError } from '../errors/gateway-error.js';
import type { FetchRecord } from '../telemetry/request-record.js';

/** A department that gave no usable answer, why, and when it last gave one (ISO 8601, or null: not since the gateway started). */
export interface SilentDepartment {
  name: string;
  reason: ErrorCode;
  lastGoodAt: string | null;
}

/** The answer to one operation, as the GraphQL specification writes it. */
export interface GraphAnswer {
  errors?: readonly ResponseError[];
  data?: Record<string, unknown> | null;
  extensions?: {
    departments?: readonly SilentDepartment[];
    explain?: Explanation;
    /** Of an event: the id to go on from, for clients that cannot read the id of the event itself. */
    cursor?: string;
  };
}

/** One step of a plan, for people. */
export type ExplainedStep =
  | { kind: 'fetch'; department: string; document: string; entities: boolean }
  | { kind: 'sequence' | 'parallel'; steps: readonly ExplainedStep[] }
  | {
      kind: 'condition';
      variable: string;
      whenTrue: ExplainedStep | null;
      whenFalse: ExplainedStep | null;
    };

/** How an answer came about. Durations are milliseconds, moments ISO 8601. */
export interface Explanation {
  /** Null when no department had to be asked. */
  plan: ExplainedStep | null;
  /** The departments the plan asks, and when each last gave a usable answer. */
  departments: readonly { name: string; asOf: string | null }[];
  /** As estimated before planning, by `@cost` and `@listSize`. */
  cost: number | null;
  planning: { milliseconds: number; wasKnown: boolean };
  /** From the request to the end of the last fetch and of bringing the answer into form. */
  milliseconds: number;
  fetches: readonly ExplainedFetch[];
  /** Answers found among those kept, and not found, for each department that has any. */
  kept: readonly { department: string; hits: number; misses: number }[];
}

/** One fetch that was made or shared. */
export interface ExplainedFetch {
  department: string;
  document: string;
  /** Milliseconds since the request began. */
  startedAt: number;
  milliseconds: number;
  bytes: number;
  source: FetchRecord['source'];
  outcome: FetchRecord['outcome'];
}
