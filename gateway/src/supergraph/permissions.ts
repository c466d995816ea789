import type { ErrorCode } from '../errors/codes.js';
import type { Caller } from '../pipeline/identify.js';
import type { Requirement, Requirements } from './requirements.js';

/** What one caller may see of a supergraph. Callers with one `key` may see the same. */
export class Permissions {
  readonly key: string;
  readonly #code: ErrorCode;
  readonly #met: readonly boolean[];

  constructor(
    readonly requirements: Requirements,
    caller: Caller,
  ) {
    this.#code = caller.role === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    this.#met = requirements.all.map((requirement) => meets(caller, requirement));
    this.key = `${this.#code[0]}${this.#met.map((met) => (met ? '1' : '0')).join('')}`;
  }

  /** Why the caller may not see any data of a type, or undefined when it may. */
  typeDenial(name: string): ErrorCode | undefined {
    return this.#denial(this.requirements.ofType(name));
  }

  /** Why the caller may not see a field of a concrete type, or undefined when it may. */
  fieldDenial(typeName: string, fieldName: string): ErrorCode | undefined {
    return this.#denial(this.requirements.ofField(typeName, fieldName));
  }

  #denial(positions: readonly number[]): ErrorCode | undefined {
    return positions.every((position) => this.#met[position]) ? undefined : this.#code;
  }
}

function meets(caller: Caller, requirement: Requirement): boolean {
  if (caller.role === 'anonymous') return false;
  switch (requirement.kind) {
    case 'authenticated':
      return true;
    case 'scopes':
      return requirement.anyOf.some((all) => all.every((scope) => caller.scopes.includes(scope)));
    case 'policies':
      // Nobody decides policies yet, so none is met.
      return false;
  }
}
