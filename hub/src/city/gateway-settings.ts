import {
  type GivenSharedSettings,
  sharedSettings,
} from '@manabi/gateway/configuration/gateway-settings';
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
