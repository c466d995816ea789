/** Who asks, as far as the gateway knows. */
export interface Caller {
  readonly role: 'anonymous' | 'resident' | 'department' | 'analyst';
  /** A stable name of the caller without meaning outside the city's identity provider. */
  readonly subject?: string;
  readonly scopes: readonly string[];
}

/** Nobody in particular. */
export const anonymous: Caller = { role: 'anonymous', scopes: [] };

/** Tells who sent a request. No way to sign in exists yet, so every caller is anonymous. */
export function identify(): Caller {
  return anonymous;
}
