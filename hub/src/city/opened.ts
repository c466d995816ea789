import type { HeadSource } from '@manabi/gateway/cache/data-versions';
import type { Transport } from '@manabi/gateway/transport/transport';

import type { OwnSubgraph } from '../own/own-subgraph.js';
import type { ServiceProcess } from './service-process.js';

/** The services of a city, reachable, however they run. */
export interface OpenedServices {
  /** The way to each subgraph by its name. */
  readonly transports: ReadonlyMap<string, Transport>;
  /** Tells of each service where its data stand. */
  readonly heads: ReadonlyMap<string, HeadSource>;
  /** The processes of services that run apart; none when they run in this one. */
  readonly processes: readonly ServiceProcess[];
  /** Tells those who follow a service that it changed. */
  nudge(source: string): void;
  /** Settles when every follower has read every feed to its end. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}

/** What every way of running the services needs. */
export interface Running {
  readonly urlOf: (service: string) => string;
  /** Of it the key of each service is made that runs as a process of its own. */
  readonly cityKey: string;
  /** Receives a failure for the log. */
  readonly onFailure: (service: string, error: unknown) => void;
  /** Departments' own subgraphs; those that tell their changes are followed where they are. */
  readonly own?: readonly OwnSubgraph[];
  /** Receives each SQL text that a service in this process sends, for counting. */
  readonly onQuery?: (service: string, sql: string) => void;
}
