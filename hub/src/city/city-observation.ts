import { join } from 'node:path';

import { type Observation, openObservation } from '@manabi/gateway/telemetry/observation';
import { Problem } from '@manabi/kit/problem';
import type { Logger } from 'pino';

import type { Home } from '../home/home.js';
import { usagePages } from '../usage/usage-pages.js';

/** Where an operator looks at a city. */
export interface CityObservation {
  /** Port of `/metrics`, at this machine only; 0 takes a free one, and without it there are no metrics. */
  readonly operatorPort?: number | undefined;
  /** Address of a collector's OTLP over HTTP; without it nothing is traced. */
  readonly traces?: string | undefined;
}

/** Folder of the record of who asked the city for protected fields. */
export const accessFolder = (home: Home): string => join(home.folder, 'access-record');

/** Folder of the record of which systems use which fields of the city's graph. */
export const usageFolder = (home: Home): string => join(home.folder, 'usage');

/** Opens what a city notes of itself; its record of access is kept in every city. Rejects when a port or the record cannot be used. */
export function openCityObservation(
  { operatorPort, traces }: CityObservation,
  place: { home: Home; log: Logger },
): Promise<Observation> {
  const settings = {
    operator: operatorPort === undefined ? {} : { port: operatorPort },
    tracing: traces === undefined ? {} : { endpoint: traces },
    access: { folder: accessFolder(place.home) },
    usage: { folder: usageFolder(place.home) },
  };
  return openObservation(settings, place.log, usagePages).catch((error: unknown) => {
    throw refusalOf(error, operatorPort) ?? error;
  });
}

function refusalOf(error: unknown, port: number | undefined): Problem | undefined {
  if (!(error instanceof Error)) return undefined;
  if (!('code' in error)) return new Problem('CONFLICT', error.message);
  if (error.code !== 'EADDRINUSE') return undefined;
  return new Problem(
    'CONFLICT',
    `Port ${port} is taken by another program. Give the operator's page another: --operator-port 0 takes a free one.`,
  );
}
