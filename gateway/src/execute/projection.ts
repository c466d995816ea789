import { sentenceOf, type ErrorCode } from '../errors/codes.js';
import type { ResponseError } from '../errors/gateway-error.js';
import { clientPlace } from '../operation/client-path.js';
import { toldInput } from '../operation/told-input.js';
import type { Variant } from '../operation/variant.js';
import { ErrorPlaces } from './error-places.js';
import type { Fields, Path } from './fields.js';
import type { LearnedError, Run } from './run.js';

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
    run: Pick<Run, 'errors' | 'data' | 'errorLimits' | 'variables'>,
    readonly introspected: Fields,
  ) {
    this.#limit = run.errorLimits.perAnswer;
    this.errors = distinct(run.errors.flatMap((error) => errorFor(variant, error, run) ?? []));
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

/** An error as the client reads it: at its own place, and telling what it sent that was not accepted. */
function errorFor(
  variant: Variant,
  { refused, ...error }: LearnedError,
  { data, variables }: Pick<Run, 'data' | 'variables'>,
): ResponseError | undefined {
  if (!error.path) return error;
  const place = clientPlace(variant, error.path, data);
  if (!place) return undefined;
  const { path, nodes } = place;
  const input = refused && toldInput(variant, { nodes, refused }, variables);
  return {
    ...error,
    path,
    ...(input && { ...input, extensions: { ...error.extensions, ...input.extensions } }),
  };
}

function distinct(errors: readonly ResponseError[]): ResponseError[] {
  const seen = new Set<string>();
  return errors.filter((error) => {
    const key = JSON.stringify([error.path, error.extensions.code]);
    return !seen.has(key) && seen.add(key);
  });
}
