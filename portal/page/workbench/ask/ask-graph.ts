import { type Session, liveSession } from '../sign-in/session.js';

/** Where a question is asked: what everybody may read, or what the departments keep. */
export type Graph = 'public' | 'department';

/** Where each graph answers. */
export const graphPaths = { public: '/graphql', department: '/department/graphql' } as const;

/** What is asked. */
export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly graph: Graph;
  /** Whether the answer is to say how it came about. */
  readonly withPlan?: boolean;
}

/** Something that could not be answered. */
export interface Refusal {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

/** A department that was silent. */
interface SilentDepartment {
  readonly name: string;
  readonly lastGoodAt?: string | null;
}

/** An answer of the graph, with what the gateway says beside it. */
export interface Answer<Data> {
  readonly data: Data | null;
  readonly errors: readonly Refusal[];
  readonly silent: readonly SilentDepartment[];
  readonly explain: unknown;
  /** When it came. */
  readonly at: Date;
}

/** Asks the graph, as whoever is signed in where it is the departments'. Throws where the gateway itself is silent. */
export async function askGraph<Data>(
  { query, variables, graph, withPlan = false }: Question,
  signal: AbortSignal,
): Promise<Answer<Data>> {
  const session = graph === 'department' ? await liveSession() : undefined;
  const response = await fetch(graphPaths[graph], {
    method: 'POST',
    headers: headersFor(session),
    body: JSON.stringify({ query, variables, ...(withPlan && { extensions: { explain: true } }) }),
    signal,
  });
  // The gateway answers in this shape, also where it refuses.
  const told = (await response.json()) as {
    data?: Data | null;
    errors?: readonly Refusal[];
    extensions?: { departments?: readonly SilentDepartment[]; explain?: unknown };
  };
  return {
    data: told.data ?? null,
    errors: told.errors ?? [],
    silent: told.extensions?.departments ?? [],
    explain: told.extensions?.explain,
    at: new Date(),
  };
}

/** What a request says beside its question: who asks, for what purpose and on which basis. */
export function headersFor(session: Session | undefined): Record<string, string> {
  return {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    ...(session && { authorization: `Bearer ${session.token}` }),
    ...(session?.purpose && { 'hub-purpose': session.purpose }),
    ...(session?.basis && { 'hub-legal-basis': session.basis }),
  };
}
