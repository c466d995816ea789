import type { Caller, LegalBasis, Role } from './caller.js';

/** What a request has to be to meet a policy: all that is said here, and one of each list. */
export interface PolicyRule {
  readonly roles?: readonly Role[];
  /** All of them are needed. */
  readonly scopes?: readonly string[];
  readonly purposes?: readonly string[];
  readonly bases?: readonly LegalBasis[];
  readonly clients?: readonly string[];
}

/** The decision table: each policy is met by whatever meets one of its rules; one that is not in it is never met. */
export type PolicyTable = Readonly<Record<string, readonly PolicyRule[]>>;

const purposePrefix = 'purpose.';
const basisPrefix = 'basis.';

/** True for names that the stated purpose and basis decide, and no table may. */
export function isStated(policy: string): boolean {
  return policy.startsWith(purposePrefix) || policy.startsWith(basisPrefix);
}

/**
 * True when a caller meets a policy: `purpose.x` by having stated the purpose x, `basis.y` the legal basis
 * y, any other by the decision table that was asked when the caller was identified.
 */
export function meetsPolicy(caller: Caller, policy: string): boolean {
  if (policy.startsWith(purposePrefix)) {
    return caller.purpose === policy.slice(purposePrefix.length);
  }
  if (policy.startsWith(basisPrefix)) return caller.basis === policy.slice(basisPrefix.length);
  return caller.policies?.includes(policy) ?? false;
}

/** The policies of a table that a caller meets. */
export function policiesMet(table: PolicyTable, caller: Caller): readonly string[] {
  return Object.entries(table)
    .filter(([, rules]) => rules.some((rule) => fits(rule, caller)))
    .map(([policy]) => policy);
}

function fits({ roles, scopes, purposes, bases, clients }: PolicyRule, caller: Caller): boolean {
  if (!(roles ?? scopes ?? purposes ?? bases ?? clients)) return false;
  return (
    isOneOf(roles, caller.role) &&
    (scopes ?? []).every((scope) => caller.scopes.includes(scope)) &&
    isOneOf(purposes, caller.purpose) &&
    isOneOf(bases, caller.basis) &&
    isOneOf(clients, caller.client)
  );
}

function isOneOf(list: readonly string[] | undefined, value: string | undefined): boolean {
  return list === undefined || (value !== undefined && list.includes(value));
}
