import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readIdentity } from '@manabi/gateway/identity/configuration';
import type { IdentityOptions } from '@manabi/gateway/identity/identity';
import { Problem } from '@manabi/kit/problem';
import type { Logger } from 'pino';

import type { Home } from '../home/home.js';
import type { HubIssuer } from './issuer.js';

/** Where a city says whom it believes besides its own issuer, and which policies it decides. */
const identityFile = 'identity.json';

/**
 * Whose tokens the gateways of a city believe: those of the hub's own issuer, and of the providers in `identity.json`
 * of its home. Throws a Problem when that file is there and is wrong.
 */
export function believedIn(home: Home, issuer: HubIssuer, log: Logger): IdentityOptions {
  const said = saidIn(home, log);
  const { isRevoked } = said;
  return {
    ...said,
    issuers: [issuer.trusted, ...said.issuers],
    isRevoked: (token) => issuer.isRevoked(token) || (isRevoked?.(token) ?? false),
    onRefused: (reason, times) => log.info({ reason, times }, 'tokens were refused'),
  };
}

function saidIn(home: Home, log: Logger): IdentityOptions {
  const file = join(home.folder, identityFile);
  try {
    return readIdentity(JSON.parse(textOf(file)), (issuer, error) =>
      log.warn({ issuer, err: error }, 'a provider gave no keys'),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem('BAD_USER_INPUT', `${file} cannot be used. ${reason} Mend it, or remove it.`);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}';
    throw error;
  }
}
