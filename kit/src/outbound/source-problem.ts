/** Why a source gave nothing that can be used; for machines. */
export type SourceProblemCode =
  | 'UNREACHABLE'
  | 'TOO_SLOW'
  | 'TOO_LARGE'
  | 'REDIRECTED'
  | 'REFUSED'
  | 'NOT_JSON'
  | 'NOT_AS_DECLARED'
  | 'MOVED';

/** What the answer of a source said beside its fault. */
export interface SourceAnswer {
  /** The HTTP status, where one came. */
  readonly status?: number;
  /** Milliseconds for which it asked to be left alone (Retry-After). */
  readonly retryAfter?: number;
}

/** A source that gave nothing that can be used. The message names the place without its query, which may hold a secret. */
export class SourceProblem extends Error {
  override readonly name = 'SourceProblem';

  constructor(
    readonly code: SourceProblemCode,
    message: string,
    readonly answer: SourceAnswer = {},
  ) {
    super(message);
  }
}

/** An address as it may be shown and logged. */
export const shownAddress = (url: URL): string => `${url.origin}${url.pathname}`;
