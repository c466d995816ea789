/** What came back over HTTP. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  /** How it was packed. */
  readonly packing: string;
  readonly text: string;
  /** The text read as JSON; undefined when it is not. */
  readonly json: unknown;
  /** Milliseconds until all of it was there. */
  readonly took: number;
}

/** An error of a GraphQL answer, as far as it is looked at. */
export interface AnsweredError {
  readonly message?: unknown;
  readonly path?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A reply read as a GraphQL answer. */
export interface Answer extends Reply {
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly AnsweredError[];
}

/** Reads a reply as a GraphQL answer, whatever of one there is in it. */
export function answerIn(reply: Reply): Answer {
  const body = isObject(reply.json) ? reply.json : {};
  const { data, errors } = body;
  return {
    ...reply,
    data: isObject(data) ? data : data === null ? null : undefined,
    errors: Array.isArray(errors) ? errors.filter(isObject) : [],
  };
}

/** True for an object that is not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands in a reply, short enough for a sentence. */
export function shortly({ status, text }: Reply): string {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  return `status ${status} with ${words === '' ? 'nothing in it' : `"${words.slice(0, 160)}${words.length > 160 ? ' …' : ''}"`}`;
}
