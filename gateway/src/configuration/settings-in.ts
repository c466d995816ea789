import { gatewaySettings, type GatewaySettings, type GivenSettings } from './gateway-settings.js';
import { readSettings } from './read-settings.js';

/** Decides the settings that stand among other things; throws SettingsRefused. */
export function settingsIn(given: GivenSettings): GatewaySettings {
  const keys = new Set(Object.keys(gatewaySettings.shape));
  const settings = Object.entries(given).filter(([key]) => keys.has(key));
  return readSettings(gatewaySettings, Object.fromEntries(settings));
}
