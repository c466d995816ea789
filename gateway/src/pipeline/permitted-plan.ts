import type { CompiledOperation } from '../operation/compiled-operation.js';
import type { Generation, KnownDocument } from '../supergraph/generation.js';
import { Permissions } from '../supergraph/permissions.js';
import type { RequestScope } from '../transport/transport.js';
import { authorize } from './authorize.js';
import type { GuardedRequest } from './guard.js';
import { plan } from './plan.js';
import { recordAccess, type AccessRecording } from './record-access.js';

/**
 * Decides what the caller may see of an operation, plans that, and writes down what protected fields were asked
 * for. Where that cannot be written down, what is planned holds nothing protected.
 */
export function permittedPlan(
  generation: Generation,
  document: KnownDocument,
  asked: { guarded: GuardedRequest; scope: RequestScope; recording: AccessRecording | undefined },
): CompiledOperation | Promise<CompiledOperation> {
  const { guarded, scope, recording } = asked;
  const planned = (permissions: Permissions): CompiledOperation | Promise<CompiledOperation> =>
    plan(generation, document, {
      request: guarded,
      permissions,
      signal: scope.signal,
      record: scope.record,
    });
  const recorded = async (compiled: CompiledOperation): Promise<CompiledOperation> => {
    const { decisions } = compiled;
    if (!decisions || !recording) return compiled;
    if (await recordAccess(recording, document, { scope, decisions })) return compiled;
    return planned(new Permissions(generation.requirements, 'withheld'));
  };
  const compiled = planned(authorize(generation, scope.caller));
  if (compiled instanceof Promise) return compiled.then(recorded);
  return compiled.decisions && recording ? recorded(compiled) : compiled;
}
