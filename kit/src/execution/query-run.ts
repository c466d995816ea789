import type { GraphQLResolveInfo } from 'graphql';

/** What every field of one run is told but its path, of which nobody of ours asks. */
export type ToldInfo = Omit<GraphQLResolveInfo, 'path'>;

/** Thrown where a query is not one that is worked out ahead; graphql-js executes it instead. */
export class Unsuited extends Error {
  override readonly name = 'Unsuited';
}

/** One execution of a query: who asks what, and what is still waited for. */
export class QueryRun {
  #waiting = 0;
  readonly #finished = Promise.withResolvers<void>();
  readonly #infos = new Map<object, GraphQLResolveInfo>();

  constructor(
    readonly variables: Readonly<Record<string, unknown>>,
    readonly context: unknown,
  ) {
    // Who gives the run up before its end waits for nothing.
    this.#finished.promise.catch(() => undefined);
  }

  /** Puts what a promise gives where it belongs; the run ends when all is put, and fails when something fails. */
  later(value: PromiseLike<unknown>, put: (got: unknown) => void): void {
    this.#waiting += 1;
    value.then(
      (got) => {
        try {
          put(got);
        } catch (error) {
          this.#finished.reject(error);
        }
        this.#waiting -= 1;
        if (this.#waiting === 0) this.#finished.resolve();
      },
      (error: unknown) => this.#finished.reject(error),
    );
  }

  /** Settles when nothing is waited for any more. */
  end(): Promise<void> {
    if (this.#waiting === 0) this.#finished.resolve();
    return this.#finished.promise;
  }

  /** What the resolver of a field is told besides its arguments; the same object for every row. */
  info(of: object, make: () => ToldInfo): GraphQLResolveInfo {
    const known = this.#infos.get(of);
    if (known) return known;
    const made = make();
    // With its path, which is there for who dares to ask.
    const info = Object.defineProperty(made, 'path', { get: tellNoPath }) as GraphQLResolveInfo;
    this.#infos.set(of, info);
    return info;
  }
}

function tellNoPath(): never {
  throw new Unsuited('A resolver asks for its path.');
}
