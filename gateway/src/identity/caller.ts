/** Roles that a token may name; who shows no token is anonymous. */
export const roles = ['resident', 'department', 'analyst'] as const;

export type Role = (typeof roles)[number];

/**
 * Legal bases on which data may be asked for: the purpose it is held for (個人情報保護法 Art. 61), or one of the
 * grounds of Art. 69: law, consent of the person, duties of one's own body, duties of another public body,
 * statistics or research, the clear benefit of the person, another special reason.
 */
export const legalBases = [
  'purpose-of-holding',
  'statute',
  'consent',
  'duty',
  'public-body',
  'statistics',
  'benefit',
  'special-reason',
] as const;

export type LegalBasis = (typeof legalBases)[number];

/** Who asks, as far as the gateway knows, and what for. It travels to the subgraphs in the signed body. */
export interface Caller {
  readonly role: 'anonymous' | Role;
  /** A stable name of the caller without meaning outside the city's identity provider. */
  readonly subject?: string;
  readonly scopes: readonly string[];
  /** The system that asks, where its token names one. */
  readonly client?: string;
  /** What this request is for, as stated; one that the caller's token allows. */
  readonly purpose?: string;
  readonly basis?: LegalBasis;
  /** The policies of the gateway's decision table that this request meets. */
  readonly policies?: readonly string[];
}

/** Who shows no token. */
export const anonymous: Caller = Object.freeze({ role: 'anonymous', scopes: Object.freeze([]) });
