import type { Generation } from '../supergraph/generation.js';
import { Permissions } from '../supergraph/permissions.js';
import type { Caller } from './identify.js';

/**
 * Decides what a caller may see of the supergraph. What it may not see is left out of the plan, is null
 * in the answer, and is named in the errors, whether it is read or written.
 */
export function authorize(generation: Generation, caller: Caller): Permissions {
  return new Permissions(generation.requirements, caller);
}
