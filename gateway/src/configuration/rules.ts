import { limitsOf } from '../guard/limits.js';
import type { Caller } from '../identity/caller.js';
import type { PipelineRules } from '../pipeline/pipeline.js';
import { callerRoles, type GatewaySettings } from './gateway-settings.js';

/** What settings mean for the documents of a graph. */
export function rulesOf({ mode, contract, ...settings }: GatewaySettings): PipelineRules {
  const { introspection, documents, limits } = settings;
  const usual: readonly Caller['role'][] = contract === 'full' ? ['analyst'] : [];
  const adHoc = documents.adHoc ?? (mode === 'development' ? callerRoles : usual);
  return {
    introspection,
    limits: limitsOf(contract, limits),
    adHoc: new Set(adHoc),
    // A plan names what the public graph hides.
    isExplainedToAll: mode === 'development' && contract === 'full',
  };
}
