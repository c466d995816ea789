import { executeSync, type ExecutionResult } from 'graphql';
import { everyPlace } from '../execute/error-limits.js';
import type { Fields } from '../execute/fields.js';
import { Run, type Departments } from '../execute/run.js';
import { VerbatimRun } from '../execute/verbatim/verbatim-run.js';
import type { RequestScope } from '../transport/transport.js';
import type { CompiledOperation } from '../operation/compiled-operation.js';

/** What an execution left behind. */
export interface Executed {
  run: Run;
  /** What the schema answered about itself. */
  introspected: Fields;
}

/** Runs a compiled operation; failures of subgraphs are noted in the run and never thrown. */
export async function execute(
  compiled: CompiledOperation,
  variables: Readonly<Record<string, unknown>>,
  serving: { scope: RequestScope; departments: Departments; asData?: boolean },
): Promise<Executed> {
  const run = new Run(variables, serving.scope, serving.departments);
  if (compiled.verbatim && !serving.asData) run.verbatim = new VerbatimRun();
  await compiled.program?.(run);
  return { run, introspected: introspect(compiled, variables) };
}

/** Runs a compiled operation for who works with its data and not with its text, and has to know of every failure. */
export async function executeForData(
  compiled: CompiledOperation,
  variables: Readonly<Record<string, unknown>>,
  serving: { scope: RequestScope; departments: Departments },
): Promise<Executed> {
  const run = new Run(variables, serving.scope, serving.departments);
  run.errorLimits = everyPlace;
  await compiled.program?.(run);
  return { run, introspected: introspect(compiled, variables) };
}

function introspect(
  { introspection, variant }: CompiledOperation,
  variables: Readonly<Record<string, unknown>>,
): Fields {
  if (!introspection) return {};
  const result: ExecutionResult = executeSync({
    schema: variant.apiSchema,
    document: introspection,
    variableValues: variables,
  });
  return result.data ?? {};
}
