import type { SubgraphSilent } from '../errors/gateway-error.js';
import type { Departments } from '../execute/run.js';
import type { Log } from '../log.js';
import type { Transport } from './transport.js';

/** The subgraphs of one gateway: the way to each, and when it last gave a usable answer. */
export class KnownDepartments implements Departments {
  readonly #lastGoodAt = new Map<string, Date>();

  constructor(
    readonly transports: ReadonlyMap<string, Transport>,
    private readonly log: Log,
  ) {}

  transport(service: string): Transport | undefined {
    return this.transports.get(service);
  }

  answered(service: string): void {
    this.#lastGoodAt.set(service, new Date());
  }

  silent(service: string, { code, message, cause }: SubgraphSilent, requestId: string): void {
    const reason = cause instanceof Error ? `${message}: ${cause.message}` : message;
    this.log.warn({ service, code, reason, requestId }, 'A subgraph gave no usable answer.');
  }

  /** When a subgraph last gave a usable answer, if it ever did. */
  lastGoodAt(service: string): Date | undefined {
    return this.#lastGoodAt.get(service);
  }

  /** Closes the ways to all subgraphs. */
  async close(): Promise<void> {
    for (const transport of this.transports.values()) await transport.close?.();
  }
}
