import { HttpRefused } from '../errors/http-refused.js';
import type { Generation } from '../supergraph/generation.js';
import type { KnownDepartments } from '../transport/known-departments.js';
import type { RequestScope } from '../transport/transport.js';
import { authorize } from './authorize.js';
import { documentOf, type DocumentRules } from './document.js';
import { execute } from './execute.js';
import { guard } from './guard.js';
import { plan } from './plan.js';
import { project, type GraphAnswer } from './project.js';
import type { GraphRequest } from './receive.js';

/** What holds for every request of one gateway. */
export type PipelineRules = DocumentRules;

/** One request on its way: what it asks, who asks and until when, and whether it may write. */
export interface AskedRequest {
  request: GraphRequest;
  scope: RequestScope;
  /** Refuses what a GET may not do. */
  isReadOnly: boolean;
  /** Told what the operation costs before it is planned; rejects when that is too much. */
  spend?: (cost: number) => Promise<void>;
}

/** The steps of a request after it was received and its sender identified; throws what ends it early. */
export async function answerTo(
  { request, scope, isReadOnly, spend }: AskedRequest,
  generation: Generation,
  { rules, departments }: { rules: PipelineRules; departments: KnownDepartments },
): Promise<GraphAnswer> {
  const document = documentOf(generation, { text: request.query, caller: scope.caller }, rules);
  const guarded = guard(generation, document, { request, limits: rules.limits });
  if (isReadOnly) refuseWriting(guarded.operation.definition.operation);
  await spend?.(guarded.cost);
  const permissions = authorize(generation, scope.caller);
  const compiled = await plan(generation, document, {
    request: guarded,
    permissions,
    signal: scope.signal,
  });
  const executed = await execute(compiled, guarded.variables, { scope, departments });
  return project(compiled, executed, (service) => departments.lastGoodAt(service));
}

function refuseWriting(operation: string): void {
  if (operation === 'query') return;
  throw new HttpRefused(405, 'A GET request can only read; send this operation by POST.', {
    allow: 'POST',
  });
}
