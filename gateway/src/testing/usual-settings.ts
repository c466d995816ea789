import { gatewaySettings, type GatewaySettings } from '../configuration/gateway-settings.js';

/** Which proxies are believed when nobody says. */
export const proxiesUsual: GatewaySettings['proxies'] = gatewaySettings.parse({}).proxies;
