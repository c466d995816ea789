import { notePublic } from '../cache/outgoing.js';
import type { ErrorCode } from '../errors/codes.js';
import type { ResponseError } from '../errors/gateway-error.js';
import { Projection } from '../execute/projection.js';
import type { Executed } from './execute.js';
import type { Explanation } from './explain.js';
import type { CompiledOperation } from '../operation/compiled-operation.js';
import { WrittenAnswer } from './written-answer.js';

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
  executed: Executed,
  lastGoodAt: (service: string) => Date | undefined,
): GraphAnswer {
  const { run, introspected } = executed;
  if (run.errors.length === 0 && run.silent.size === 0) {
    const text = compiled.write(run.data);
    if (text !== undefined) return written(compiled, executed, text);
  }
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

function written(
  compiled: CompiledOperation,
  { run, introspected }: Executed,
  text: string,
): GraphAnswer {
  const answer = new WrittenAnswer(text, () =>
    compiled.project(run.data, new Projection(compiled.variant, run, introspected)),
  );
  if (run.isPublic) notePublic(answer);
  return answer;
}
