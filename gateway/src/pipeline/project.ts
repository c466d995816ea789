import { notePublic } from '../cache/outgoing.js';
import type { ErrorCode } from '../errors/codes.js';
import type { ResponseError } from '../errors/gateway-error.js';
import { Projection } from '../execute/projection.js';
import type { Executed } from './execute.js';
import type { Explanation } from './explain.js';
import type { CompiledOperation } from '../operation/compiled-operation.js';

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

/** Brings what was learned into the shape the client asked for, and says honestly what is missing and why. */
export function project(
  compiled: CompiledOperation,
  { run, introspected }: Executed,
  lastGoodAt: (service: string) => Date | undefined,
): GraphAnswer {
  const projection = new Projection(compiled.variant, run, introspected);
  const data = compiled.project(run.data, projection);
  const errors = projection.finished();
  const departments = [...run.silent].map(([name, reason]) => ({
    name,
    reason,
    lastGoodAt: lastGoodAt(name)?.toISOString() ?? null,
  }));
  const answer: GraphAnswer = {
    ...(errors.length > 0 ? { errors } : {}),
    data,
    ...(departments.length > 0 ? { extensions: { departments } } : {}),
  };
  if (run.isPublic && !compiled.introspection) notePublic(answer);
  return answer;
}
