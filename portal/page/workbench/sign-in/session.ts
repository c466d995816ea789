import { useSyncExternalStore } from 'react';

/** Who asks: a registered system, for as long as its token is good. */
export interface Session {
  readonly name: string;
  readonly token: string;
  readonly scopes: readonly string[];
  readonly purpose: string;
  readonly basis: string;
  /** Milliseconds since 1970 at which the token ends. */
  readonly endsAt: number;
}

/** What is asked for a token. */
export interface Credentials {
  readonly name: string;
  readonly secret: string;
  readonly purpose: string;
  readonly basis: string;
}

/** Why there is no token: the name or secret is wrong, one tried too often, or nobody answers. */
export type SignInFault = 'WRONG' | 'TOO_OFTEN' | 'UNREACHABLE';

const place = 'manabi-workbench-session';
const heard = new Set<() => void>();
let session = restored();
// The secret is in this one variable and nowhere else: it goes with the page.
let credentials: Credentials | undefined;

/** Asks the hub's issuer for a token (RFC 6749 §4.4) and keeps it for this tab; says why where there is none. */
export async function signIn(given: Credentials): Promise<SignInFault | undefined> {
  const answer = await fetch('/oauth/token', {
    method: 'POST',
    // Otherwise the browser asks for a password of its own where this one is wrong.
    credentials: 'omit',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: given.name,
      client_secret: given.secret,
    }),
  }).catch(() => undefined);
  if (!answer) return 'UNREACHABLE';
  if (answer.status === 429 || answer.status === 503) return 'TOO_OFTEN';
  if (!answer.ok) return 'WRONG';
  // RFC 6749 §5.1 says what a token comes in.
  const told = (await answer.json()) as {
    access_token: string;
    expires_in: number;
    scope?: string;
  };
  credentials = given;
  keep({
    name: given.name,
    token: told.access_token,
    scopes: (told.scope ?? '').split(' ').filter(Boolean),
    purpose: given.purpose,
    basis: given.basis,
    endsAt: Date.now() + told.expires_in * 1000,
  });
  return undefined;
}

/** Forgets the token and the secret. */
export function signOut(): void {
  credentials = undefined;
  keep(undefined);
}

/** The session, its token renewed where it is about to end and the secret is still known; nothing where it ended. */
export async function liveSession(): Promise<Session | undefined> {
  if (!session) return undefined;
  if (session.endsAt - Date.now() > 15_000) return session;
  if (credentials && (await signIn(credentials)) === undefined) return session;
  if (session.endsAt <= Date.now()) signOut();
  return session;
}

/** Who is signed in, again each time that changes. */
export function useSession(): Session | undefined {
  return useSyncExternalStore(
    (listener) => {
      heard.add(listener);
      return () => heard.delete(listener);
    },
    () => session,
  );
}

function keep(next: Session | undefined): void {
  session = next;
  if (next) sessionStorage.setItem(place, JSON.stringify(next));
  else sessionStorage.removeItem(place);
  for (const listener of heard) listener();
}

function restored(): Session | undefined {
  const kept = sessionStorage.getItem(place);
  if (!kept) return undefined;
  // Only this file writes there.
  const found = JSON.parse(kept) as Session;
  return found.endsAt > Date.now() ? found : undefined;
}
