import type { Caller } from '../pipeline/identify.js';
import type { Deadline } from './deadline.js';

/** What every fetch of one client request has in common. */
export interface RequestScope extends Deadline {
  readonly requestId: string;
  readonly caller: Caller;
}

/** One operation for one subgraph; its variables are kept as JSON text, ready to be sent. */
export class SubgraphRequest {
  constructor(
    readonly query: string,
    readonly variablesText: string,
    readonly scope: RequestScope,
  ) {}

  /** The exact bytes an HTTP transport sends and signs; they say who asks, unless nobody does. */
  get body(): string {
    const { caller } = this.scope;
    const said = caller.role === 'anonymous' ? '' : `,"extensions":${JSON.stringify({ caller })}`;
    return `{"query":${JSON.stringify(this.query)},"variables":${this.variablesText}${said}}`;
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
}

/** A way to one subgraph. A failure to get an answer is thrown as SubgraphSilent. */
export interface Transport {
  send(request: SubgraphRequest): Promise<SubgraphAnswer>;
  close?(): Promise<void>;
}
