import type { ErrorCode } from './codes.js';
import { codeOfFault, type Fault } from './fault.js';

/** Where in the document an error stands, counted from one. */
export interface Location {
  line: number;
  column: number;
}

/** One entry of `errors` in an answer, as the GraphQL specification writes it. */
export interface ResponseError {
  message: string;
  path?: (string | number)[];
  locations?: readonly Location[];
  extensions: { code: ErrorCode; [detail: string]: unknown };
}

/** What graphql-js found wrong with a request, with where it stands and under one code. */
export function responseErrors(
  code: ErrorCode,
  errors: readonly { message: string; locations?: readonly Location[] | undefined }[],
): ResponseError[] {
  return errors.map(({ message, locations }) =>
    locations ? { message, locations, extensions: { code } } : { message, extensions: { code } },
  );
}

/** A refusal of a whole request: nothing was executed, and the answer has no data. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly code: ErrorCode;
  readonly errors: readonly ResponseError[];

  constructor(code: ErrorCode, refused: string | readonly ResponseError[]) {
    const errors =
      typeof refused === 'string' ? [{ message: refused, extensions: { code } }] : refused;
    super(errors[0]?.message ?? code);
    this.code = code;
    this.errors = errors;
  }
}

/** A subgraph that gave no usable answer to one fetch; what it says is for the log and never for the client. */
export class SubgraphSilent extends Error {
  override readonly name = 'SubgraphSilent';
  readonly code: ErrorCode;

  constructor(
    readonly fault: Fault,
    reason: string,
    options: ErrorOptions & { code?: ErrorCode } = {},
  ) {
    super(reason, options);
    this.code = options.code ?? codeOfFault(fault);
  }
}
