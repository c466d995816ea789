import { AccessRecord } from '../access-record/access-record.js';
import {
  observationSettings,
  type GivenObservation,
} from '../configuration/observation-settings.js';
import type { Log } from '../log.js';
import { openOperatorServer } from './operator-server.js';
import { Telemetry } from './telemetry.js';
import { Tracing } from './tracing.js';

/** What a process notes of what happens in it, and where it can be looked at. */
export interface Observation {
  readonly telemetry: Telemetry;
  /** Where requests for protected fields are written down, if they are. */
  readonly accessRecord: AccessRecord | undefined;
  /** Address of `/metrics` without its path, if there is one. */
  readonly operatorUrl: string | undefined;
  /** Sends and writes what waits. */
  close(): Promise<void>;
}

/** Opens what the settings ask for. Rejects when a port or a folder cannot be used; what was opened is closed again. */
export async function openObservation(given: GivenObservation, log: Log): Promise<Observation> {
  const { operator, tracing, access } = observationSettings.parse(given);
  const { endpoint, ...traced } = tracing;
  const telemetry = new Telemetry(
    endpoint ? await Tracing.open({ endpoint, ...traced }) : undefined,
  );
  const closing = [() => telemetry.close()];
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).toReversed()) await step();
  };
  try {
    const { folder } = access;
    const record = folder === undefined ? undefined : await AccessRecord.open({ folder, log });
    if (record) closing.push(() => record.close());
    for (const metric of record?.metrics ?? []) telemetry.add(metric);
    const { host, port } = operator;
    const metrics = (): string => telemetry.metrics();
    const server =
      port === undefined ? undefined : await openOperatorServer({ host, port, metrics });
    if (server) closing.push(() => server.close());
    return { telemetry, accessRecord: record, operatorUrl: server?.url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
