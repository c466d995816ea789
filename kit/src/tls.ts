import { readFileSync } from 'node:fs';

import { EnvironmentRefused } from './environment.js';

/** How a service shows who it is over TLS; all as PEM. */
export interface ServiceTls {
  readonly cert: string;
  readonly key: string;
  /** The authority whose certificates callers must show, and that is believed where this service asks others. */
  readonly ca?: string;
}

/** Files named in the environment of a service. */
export interface TlsFiles {
  readonly TLS_CERT?: string | undefined;
  readonly TLS_KEY?: string | undefined;
  readonly TLS_CA?: string | undefined;
}

/** Reads the files; undefined when none is named. Throws EnvironmentRefused, which names the one that cannot be read. */
export function readTls(files: TlsFiles): ServiceTls | undefined {
  const { TLS_CERT, TLS_KEY, TLS_CA } = files;
  if (TLS_CERT === undefined || TLS_KEY === undefined) return undefined;
  return {
    cert: textOf('TLS_CERT', TLS_CERT),
    key: textOf('TLS_KEY', TLS_KEY),
    ...(TLS_CA !== undefined && { ca: textOf('TLS_CA', TLS_CA) }),
  };
}

function textOf(name: keyof TlsFiles, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EnvironmentRefused(
      `The service cannot start. ${name} names a file that cannot be read: ${reason}.`,
      { cause },
    );
  }
}
