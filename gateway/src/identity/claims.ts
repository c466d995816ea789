import type { JWTPayload } from 'jose';
import { roles, type Role } from './caller.js';
import { TokenRefused } from './refusals.js';

/** The claims of one issuer's tokens that say who a caller is. A dot leads into a claim: `realm_access.roles`. */
export interface ClaimNames {
  /** The role, or a list that holds exactly one of ours. */
  readonly role: string;
  /** Scopes: a list, or words with spaces between (RFC 8693 §4.2). */
  readonly scopes: string;
  /** The system that asks. */
  readonly client: string;
  /** The purposes for which the caller may ask: a list, or words with spaces between. */
  readonly purposes: string;
  /** The purpose of everything asked with this token, where no header states another. */
  readonly purpose: string;
  /** What tells a token from others, so that it can be revoked. */
  readonly id: string;
}

/** The names our own issuer uses, and RFC 9068 where it has one. */
export const ownClaimNames: ClaimNames = {
  role: 'role',
  scopes: 'scope',
  client: 'client_id',
  purposes: 'purposes',
  purpose: 'purpose',
  id: 'jti',
};

/** What a token says of its bearer. */
export interface Bearer {
  readonly role: Role;
  readonly subject: string;
  readonly client?: string;
  readonly scopes: readonly string[];
  readonly purposes: readonly string[];
  readonly purpose?: string;
  /** What tells the token from others. */
  readonly id?: string;
}

const wordsAtMost = 200;
const word = /^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/;
const isRole = (name: string): name is Role => roles.some((role) => role === name);

/** Reads the claims of a verified token; throws TokenRefused when they name no role or no subject of ours. */
export function bearerOf(
  payload: JWTPayload,
  names: ClaimNames,
  roleOf: Readonly<Record<string, Role>> | undefined,
): Bearer {
  const client = claim(payload, names.client);
  const purpose = claim(payload, names.purpose);
  const id = claim(payload, names.id);
  return {
    role: theRole(wordsIn(claim(payload, names.role)), roleOf),
    subject: subjectOf(payload),
    scopes: wordsIn(claim(payload, names.scopes)),
    purposes: wordsIn(claim(payload, names.purposes)),
    ...(typeof client === 'string' && word.test(client) ? { client } : {}),
    ...(typeof purpose === 'string' ? { purpose } : {}),
    ...(typeof id === 'string' ? { id } : {}),
  };
}

function subjectOf({ sub }: JWTPayload): string {
  if (typeof sub === 'string' && sub !== '' && sub.length <= 255) return sub;
  throw new TokenRefused('no subject, or one of more than 255 characters');
}

function theRole(
  named: readonly string[],
  roleOf: Readonly<Record<string, Role>> | undefined,
): Role {
  const known = new Set<Role>();
  for (const name of named) {
    if (!roleOf) {
      if (isRole(name)) known.add(name);
      continue;
    }
    const role = Object.hasOwn(roleOf, name) ? roleOf[name] : undefined;
    if (role) known.add(role);
  }
  const [role, ...others] = known;
  if (role && others.length === 0) return role;
  throw new TokenRefused(role ? 'several roles' : 'no role that is known here');
}

/** The words of a claim; one that is neither text nor a list of words refuses the token. */
function wordsIn(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  const words: readonly unknown[] | undefined =
    typeof value === 'string' ? value.split(' ').filter(Boolean) : listIn(value);
  if (!words || words.length > wordsAtMost)
    throw new TokenRefused('a claim is not a list of words');
  return words.map((each) => {
    if (typeof each === 'string' && word.test(each)) return each;
    throw new TokenRefused('a claim holds something that is not a word');
  });
}

function listIn(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function claim(payload: JWTPayload, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name];
  let value: unknown = payload;
  for (const part of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part))
      return undefined;
    // An object that has the property.
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}
