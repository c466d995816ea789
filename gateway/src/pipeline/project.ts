import { notePublic } from '../cache/outgoing.js';
import { Projection } from '../execute/projection.js';
import type { Executed } from './execute.js';
import type { GraphAnswer } from './graph-answer.js';
import type { CompiledOperation } from '../operation/compiled-operation.js';
import { WrittenAnswer } from './written-answer.js';

/** Brings what was learned into the shape the client asked for, and says honestly what is missing and why. */
export function project(
  compiled: CompiledOperation,
  executed: Executed,
  lastGoodAt: (service: string) => Date | undefined,
): GraphAnswer {
  const { run } = executed;
  if (run.errors.length === 0 && run.silent.size === 0) {
    const told = run.verbatim && compiled.verbatim?.writer.write(run.verbatim.root);
    const text = told ?? compiled.write(run.data);
    if (text !== undefined) return written(compiled, executed, text);
  }
  return projected(compiled, executed, lastGoodAt);
}

/** The same as objects, whether anything is missing or not. */
export function projected(
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

function written(
  compiled: CompiledOperation,
  { run, introspected }: Executed,
  text: string,
): GraphAnswer {
  const answer = new WrittenAnswer(text, {
    project: () => compiled.project(run.data, new Projection(compiled.variant, run, introspected)),
    letGo: () => run.letGo(),
  });
  if (run.isPublic) notePublic(answer);
  return answer;
}
