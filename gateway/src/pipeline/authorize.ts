import type { Caller } from '../identity/caller.js';
import type { Generation } from '../supergraph/generation.js';
import { Permissions } from '../supergraph/permissions.js';
import type { Requirements } from '../supergraph/requirements.js';

/** What callers may see, for as long as the caller is known: one token stands for one object. */
const known = new WeakMap<Requirements, WeakMap<Caller, Permissions>>();

/**
 * Decides what a caller may see of the supergraph. What it may not see is left out of the plan, is null
 * in the answer, and is named in the errors, whether it is read or written.
 */
export function authorize({ requirements, askers }: Generation, caller: Caller): Permissions {
  let ofCallers = known.get(requirements);
  if (!ofCallers) {
    ofCallers = new WeakMap();
    known.set(requirements, ofCallers);
  }
  let permissions = ofCallers.get(caller);
  if (!permissions) {
    permissions = new Permissions(requirements, caller);
    ofCallers.set(caller, permissions);
    askers.meet(caller);
  }
  return permissions;
}
