/** A request for a token that is refused, in the words of RFC 6749 §5.2. */
export class TokenProblem extends Error {
  override readonly name = 'TokenProblem';

  constructor(
    readonly code:
      | 'invalid_request'
      | 'invalid_client'
      | 'unsupported_grant_type'
      | 'invalid_scope'
      | 'temporarily_unavailable',
    message: string,
    readonly answer: { readonly status?: number; readonly headers?: Record<string, string> } = {},
  ) {
    super(message);
  }
}
