import { limitsOf } from '../guard/limits.js';
import type { Caller } from '../identity/caller.js';
import type { DocumentRules } from '../pipeline/document.js';
import { callerRoles, type GatewaySettings } from './gateway-settings.js';

/** What settings mean for the documents of a graph. */
export function rulesOf({ mode, contract, ...settings }: GatewaySettings): DocumentRules {
  const { introspection, documents, limits } = settings;
  const usual: readonly Caller['role'][] = contract === 'full' ? ['analyst'] : [];
  const adHoc = documents.adHoc ?? (mode === 'development' ? callerRoles : usual);
  return { introspection, limits: limitsOf(contract, limits), adHoc: new Set(adHoc) };
}
