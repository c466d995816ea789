import { readIdentity } from '@manabi/gateway/identity/configuration';
import type { IdentityOptions } from '@manabi/gateway/identity/identity';
import type { Logger } from 'pino';

import type { Home } from '../home/home.js';
import { readSettingsFile } from '../home/settings-file.js';
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
  return readSettingsFile(home, identityFile, (said) =>
    readIdentity(said, (issuer, error) =>
      log.warn({ issuer, err: error }, 'a provider gave no keys'),
    ),
  );
}
