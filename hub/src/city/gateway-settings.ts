import type { IncomingMessage } from 'node:http';

import {
  type GivenSharedSettings,
  sharedSettings,
} from '@manabi/gateway/configuration/gateway-settings';
import { Clients } from '@manabi/gateway/front-door/client';
import { readSettings } from '@manabi/gateway/configuration/read-settings';

import type { Home } from '../home/home.js';
import { readSettingsFile } from '../home/settings-file.js';

/** Where a city says how its gateways differ from the usual. */
export const gatewayFile = 'gateway.json';

/**
 * The settings that both gateways of a city have from `gateway.json` of its home, without the usual ones. Throws a
 * Problem when that file is there and is wrong.
 */
export function gatewaySettingsOf(home: Home): GivenSharedSettings {
  return readSettingsFile(home, gatewayFile, (said) => {
    readSettings(sharedSettings, said);
    // It was just found to be what it should be.
    return said as GivenSharedSettings;
  });
}

/** Tells where requests come from as the gateways of a city see it, behind the proxies that its settings name. */
export function placesOf(home: Home): (request: IncomingMessage) => string {
  const clients = new Clients(sharedSettings.parse(gatewaySettingsOf(home)).proxies);
  return (request) => clients.placeOf(request);
}
