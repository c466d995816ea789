import { AccessRecord } from '../access-record/access-record.js';
import {
  observationSettings,
  type GivenObservation,
} from '../configuration/observation-settings.js';
import type { Log } from '../log.js';
import { openOperatorServer, type OperatorPages } from './operator-server.js';
import { UsageRecord } from '../usage/usage-record.js';
import { Telemetry } from './telemetry.js';
import { Tracing } from './tracing.js';

/** What a process notes of what happens in it, and where it can be looked at. */
export interface Observation {
  readonly telemetry: Telemetry;
  /** Where requests for protected fields are written down, if they are. */
  readonly accessRecord: AccessRecord | undefined;
  /** Where it is counted which systems use which fields, if it is. */
  readonly usageRecord: UsageRecord | undefined;
  /** Address of `/metrics` without its path, if there is one. */
  readonly operatorUrl: string | undefined;
  /** Sends and writes what waits; all of it is tried, and what failed first is what it rejects with. */
  close(): Promise<void>;
}

/** Opens what the settings ask for. Rejects when a port or a folder cannot be used; what was opened is closed again. */
export async function openObservation(
  given: GivenObservation,
  log: Log,
  pagesOf: (usage: UsageRecord | undefined) => OperatorPages = () => new Map(),
): Promise<Observation> {
  const { operator, tracing, access, usage } = observationSettings.parse(given);
  const { endpoint, ...traced } = tracing;
  const telemetry = new Telemetry(
    endpoint ? await Tracing.open({ endpoint, ...traced }) : undefined,
  );
  const closing = [() => telemetry.close()];
  const close = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const step of closing.splice(0).toReversed()) {
      await step().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  };
  try {
    const { folder } = access;
    const record = folder === undefined ? undefined : await AccessRecord.open({ folder, log });
    if (record) closing.push(() => record.close());
    for (const metric of record?.metrics ?? []) telemetry.add(metric);
    const usageRecord =
      usage.folder === undefined ? undefined : UsageRecord.open({ folder: usage.folder, log });
    if (usageRecord) closing.push(() => usageRecord.write());
    const { host, port } = operator;
    const pages: OperatorPages = new Map([
      ['/metrics', { type: 'text/plain; version=0.0.4', body: () => telemetry.metrics() }],
      ...pagesOf(usageRecord),
    ]);
    const server = port === undefined ? undefined : await openOperatorServer({ host, port, pages });
    if (server) closing.push(() => server.close());
    return { telemetry, accessRecord: record, usageRecord, operatorUrl: server?.url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
