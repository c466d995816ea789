/** One operation that the portal asks: the text of a trusted document, and its variables. */
export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
  /** Whether a page is asked that is longer than others may ask. */
  readonly longPages?: boolean;
}

/** A department that gave no usable answer, and when it last gave one (ISO 8601; null: not since the gateway started). */
export interface SilentDepartment {
  readonly name: string;
  readonly lastGoodAt: string | null;
}

/** The answer to one operation, as the GraphQL specification writes it. */
export interface Answered {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: unknown };
  }[];
  readonly extensions?: { readonly departments?: readonly SilentDepartment[] };
}

/**
 * The public graph as the pages of the portal's own server ask it: by trusted documents, as anybody may, and on an
 * allowance of the portal's own instead of the resident's who waits. A refusal is an answer without data.
 */
export interface PublicGraph {
  ask(asked: Asked): Promise<Answered>;
}
