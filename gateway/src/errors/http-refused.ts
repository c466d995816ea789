/** A request that is refused before it is a GraphQL request, with the status and headers to say so. */
export class HttpRefused extends Error {
  override readonly name = 'HttpRefused';
  /** What a program may want to know of it, in the answer's `extensions`. */
  details: Readonly<Record<string, unknown>> = {};

  constructor(
    readonly status: number,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}
