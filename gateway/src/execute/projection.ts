import { sentenceOf, type ErrorCode } from '../errors/codes.js';
import type { ResponseError } from '../errors/gateway-error.js';
import { clientPath } from '../operation/client-path.js';
import type { Variant } from '../operation/variant.js';
import { ErrorPlaces } from './error-places.js';
import type { Fields, Path } from './fields.js';
import type { Run } from './run.js';

/** Stands for a value that may not be null and is: the null belongs to whoever holds it. */
export const bubbled: unique symbol = Symbol('bubbled');

/** The state of one projection: where it stands and what it found wrong. */
export class Projection {
  /** The place of the value at hand, in the client's response keys. */
  readonly path: Path = [];
  readonly errors: ResponseError[];
  readonly #places = new ErrorPlaces();
  readonly #limit: number;
  #unsaid = 0;

  constructor(
    variant: Variant,
    { errors, data, errorLimits }: Pick<Run, 'errors' | 'data' | 'errorLimits'>,
    readonly introspected: Fields,
  ) {
    this.#limit = errorLimits.perAnswer;
    this.errors = distinct(
      errors.flatMap((error) => {
        if (!error.path) return [error];
        const path = clientPath(variant, error.path, data);
        return path ? [Object.assign({}, error, { path })] : [];
      }),
    );
    for (const { path } of this.errors) if (path) this.#places.add(path);
  }

  /** Reports an error at the place at hand. */
  report(code: ErrorCode, message: string = sentenceOf(code)): void {
    if (this.errors.length < this.#limit) {
      this.errors.push({ message, path: [...this.path], extensions: { code } });
      this.#places.add(this.path);
    } else {
      this.#unsaid++;
    }
  }

  /** Reports a null where none may be, unless an error already explains it. */
  reportNull(): void {
    this.reportUnsaid(
      'SUBGRAPH_ANSWER_MALFORMED',
      'The department gave no value for a field that always has one.',
    );
  }

  /** Reports an error at the place at hand, unless another already explains what is missing there. */
  reportUnsaid(code: ErrorCode, message: string): void {
    if (!this.#places.explain(this.path)) this.report(code, message);
  }

  /** Every error, the last of them saying how many were left out. */
  finished(): readonly ResponseError[] {
    const last = this.errors.at(-1);
    if (last && this.#unsaid > 0) last.extensions['moreErrors'] = this.#unsaid;
    return this.errors;
  }
}

function distinct(errors: readonly ResponseError[]): ResponseError[] {
  const seen = new Set<string>();
  return errors.filter((error) => {
    const key = JSON.stringify([error.path, error.extensions.code]);
    return !seen.has(key) && seen.add(key);
  });
}
