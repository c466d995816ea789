import type { Identified } from '../identity/identity.js';
import type { GraphRequest } from '../pipeline/receive.js';
import type { StopSignal } from '../transport/stop.js';
import type { AskedTable } from './asked-table.js';

/** A list that is wanted as a table. */
export interface TableRequest extends Identified {
  readonly request: GraphRequest;
  readonly asked: AskedTable;
  readonly requestId: string;
  /** Tells one client from another. */
  readonly client: string;
  readonly traceparent: string | undefined;
  /** Aborts when the client has gone. */
  readonly signal: StopSignal;
  readonly isReadOnly: boolean;
  readonly spend: (cost: number) => void | Promise<void>;
  /** Does one more piece of work for the same client, in the place of one more request; rejects with HttpRefused. */
  readonly again: <Result>(work: () => Promise<Result>) => Promise<Result>;
}
