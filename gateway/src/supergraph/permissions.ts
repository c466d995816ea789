import type { FieldNode } from 'graphql';
import type { ErrorCode } from '../errors/codes.js';
import type { Caller } from '../identity/caller.js';
import { meetsPolicy } from '../identity/policies.js';
import type { Requirement } from './requirement-directives.js';
import type { Requirements } from './requirements.js';

/** What one caller may see of a supergraph. Callers with one `key` may see the same. */
export class Permissions {
  readonly key: string;
  /** True when the caller may see everything. */
  readonly isComplete: boolean;
  /** The code under which the caller learns that it may not see something. */
  readonly denial: ErrorCode;
  readonly #met: readonly boolean[];

  /** "withheld" is what anybody may see while nothing that is protected can be answered: it is UNAVAILABLE then. */
  constructor(
    readonly requirements: Requirements,
    caller: Caller | 'withheld',
  ) {
    this.denial = codeFor(caller);
    this.#met = requirements.all.map(
      (requirement) => caller !== 'withheld' && meets(caller, requirement),
    );
    this.isComplete = this.#met.every(Boolean);
    this.key = `${this.denial}${this.#met.map((met) => (met ? '1' : '0')).join('')}`;
  }

  /** Why the caller may not see any data of a type, or undefined when it may. */
  typeDenial(name: string): ErrorCode | undefined {
    return this.#denial(this.requirements.ofType(name));
  }

  /** Why the caller may not see a field of a type, or undefined when it may. */
  fieldDenial(typeName: string, fieldName: string): ErrorCode | undefined {
    return this.#denial(this.requirements.ofField(typeName, fieldName));
  }

  /** Why the caller may not ask for a field in this way: it may not see it, or not give an argument it gives. */
  selectionDenial(typeName: string, node: FieldNode): ErrorCode | undefined {
    const denial = this.fieldDenial(typeName, node.name.value);
    if (denial || !node.arguments?.length) return denial;
    const given = node.arguments.map(({ name }) => name.value);
    return this.#denial(this.requirements.ofArguments(typeName, node.name.value, given));
  }

  #denial(positions: readonly number[]): ErrorCode | undefined {
    return positions.every((position) => this.#met[position]) ? undefined : this.denial;
  }
}

function codeFor(caller: Caller | 'withheld'): ErrorCode {
  if (caller === 'withheld') return 'UNAVAILABLE';
  return caller.role === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
}

function meets(caller: Caller, { kind, anyOf }: Requirement): boolean {
  if (caller.role === 'anonymous') return false;
  if (kind === 'authenticated') return true;
  const { scopes } = caller;
  const holds =
    kind === 'scopes'
      ? (scope: string) => scopes.includes(scope)
      : (policy: string) => meetsPolicy(caller, policy);
  return anyOf.some((all) => all.every(holds));
}
