import { type DeliverySettings, deliverySettings } from '@manabi/kit/delivery/delivery-settings';
import { readSettings } from '@manabi/gateway/configuration/read-settings';

import type { Home } from '../home/home.js';
import { readSettingsFile } from '../home/settings-file.js';

/** Where a city says how it takes deliveries and which it expects. */
const deliveriesFile = 'deliveries.json';

/** How a city takes deliveries, by `deliveries.json` of its home. Throws a Problem when that file is there and is wrong. */
export function deliverySettingsOf(home: Home): DeliverySettings {
  return readSettingsFile(home, deliveriesFile, (said) => readSettings(deliverySettings, said));
}
