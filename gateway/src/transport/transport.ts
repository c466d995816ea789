import type { Caller } from '../identity/caller.js';
import type { FetchRecord, RequestRecord } from '../telemetry/request-record.js';
import type { Deadline } from './deadline.js';

/** What every fetch of one client request has in common. */
export interface RequestScope extends Deadline {
  readonly requestId: string;
  readonly caller: Caller;
  /** Whether whole lists are read, so that their pages may be long. */
  readonly longPages?: boolean | undefined;
  /** Which state of the subgraph's data the asker has heard of; who heard of another must not share its answer. */
  readonly dataVersion?: number | string | undefined;
  /** What is noted of the request, where somebody looks. */
  readonly record?: RequestRecord | undefined;
  /** What is noted of this fetch of it. */
  readonly fetch?: FetchRecord | undefined;
}

/** What one subgraph is asked to do, the same for every request of one compiled operation. */
export class SubgraphOperation {
  #json: string | undefined;

  constructor(
    readonly text: string,
    /** Decides what may be asked twice: a mutation never, and entities read after one are a query. */
    readonly kind: 'query' | 'mutation' = 'query',
    /** Whether everything in it is public: then it is asked in nobody's name. */
    readonly isPublic: boolean = false,
  ) {}

  /** Reads its answers; undefined where they are parsed. */
  get reader(): TextReader | undefined {
    return undefined;
  }

  /** The text as JSON, written once. */
  get json(): string {
    this.#json ??= JSON.stringify(this.text);
    return this.#json;
  }
}

/** Reads answers to one operation from their text, without parsing them as JSON. */
export interface TextReader<Read = unknown> {
  /** What an answer tells; undefined where it has to be parsed. */
  read(text: string): Read | undefined;
}

/** The same, where an answer is passed on as text as long as there is nothing unusual about it. */
export class VerbatimOperation extends SubgraphOperation {
  readonly #reader: TextReader;

  constructor(text: string, isPublic: boolean, reader: TextReader) {
    super(text, 'query', isPublic);
    this.#reader = reader;
  }

  override get reader(): TextReader {
    return this.#reader;
  }
}

const textsOfCallers = new WeakMap<Caller, string>();

/** A caller as JSON, written once: nobody changes a caller. */
function textOf(caller: Caller): string {
  let text = textsOfCallers.get(caller);
  if (text === undefined) textsOfCallers.set(caller, (text = JSON.stringify(caller)));
  return text;
}

/** One operation for one subgraph; its variables are kept as JSON text, ready to be sent. */
export class SubgraphRequest {
  #body: string | undefined;

  constructor(
    readonly operation: SubgraphOperation,
    readonly variablesText: string,
    readonly scope: RequestScope,
  ) {}

  get query(): string {
    return this.operation.text;
  }

  /** The exact bytes an HTTP transport sends and signs; they say who asks, unless nobody does. */
  get body(): string {
    this.#body ??= this.#written();
    return this.#body;
  }

  #written(): string {
    const { caller, longPages } = this.scope;
    const told = [
      ...(caller.role === 'anonymous' ? [] : [`"caller":${textOf(caller)}`]),
      ...(longPages ? ['"longPages":true'] : []),
    ];
    const said = told.length === 0 ? '' : `,"extensions":{${told.join(',')}}`;
    return `{"query":${this.operation.json},"variables":${this.variablesText}${said}}`;
  }

  /** The variables as values, for a transport that needs no text. */
  get variables(): Record<string, unknown> {
    // The executor writes an object here and nothing else.
    return JSON.parse(this.variablesText) as Record<string, unknown>;
  }
}

/** An error as a subgraph may report it; nothing of it is trusted but its code and its path. */
export interface SubgraphError {
  message?: unknown;
  path?: unknown;
  extensions?: unknown;
}

/** A well-formed GraphQL answer; what `data` holds is checked where it is used. */
export interface SubgraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly SubgraphError[];
  /** What its header `Cache-Control` said, where it said anything. */
  cacheControl?: string | undefined;
}

/** A subscription asked of one subgraph. */
export interface SubgraphSubscription {
  readonly text: string;
  /** The variables as JSON, ready to be sent. */
  readonly variablesText: string;
  readonly caller: Caller;
  readonly requestId: string;
  /** The cursor of the last event that was taken in; nothing to begin with the next. */
  readonly after: string | undefined;
  /** Aborts when nobody waits for events any more. */
  readonly signal: AbortSignal;
}

/** What a subgraph tells who subscribed to it. */
export interface SubgraphEvent {
  /** How far it has told; the subscription can go on from here. */
  readonly cursor: string;
  /** The answer for one change, if there is one to tell. */
  readonly answer: SubgraphAnswer | undefined;
  /** True when what came after the cursor that was sent cannot be told any more. */
  readonly isGap: boolean;
  /** True when the operation was refused, as the answer says; nothing more will come. */
  readonly isRefused: boolean;
}

/** A way to one subgraph. A failure to get an answer is thrown as SubgraphSilent. */
export interface Transport {
  send(request: SubgraphRequest): Promise<SubgraphAnswer>;
  /**
   * Begins a subscription, where the subgraph has any. Ends when the subgraph ends it or its signal aborts;
   * throws SubgraphSilent when the subgraph cannot be reached, falls silent or sends what cannot be used.
   */
  subscribe?(asked: SubgraphSubscription): AsyncIterable<SubgraphEvent>;
  close?(): Promise<void>;
}
