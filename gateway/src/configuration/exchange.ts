import { readFileSync } from 'node:fs';
import type { HttpTransportOptions } from '../transport/http.js';
import { fileRefused } from './read-settings.js';
import type { ExchangeSettings } from './way-settings.js';

/** How one subgraph is reached, as the settings say; reads the files they name, and throws SettingsRefused. */
export function exchangeWith(
  subgraph: string,
  settings: ExchangeSettings,
): Omit<HttpTransportOptions, 'url' | 'signingKey'> {
  const { connections, answerBytes, acceptEncoding, minVersion, servernames } = settings;
  const servername = servernames[subgraph];
  const tls = {
    ...textOf('ca', settings),
    ...textOf('cert', settings),
    ...textOf('key', settings),
    ...(servername === undefined ? {} : { servername }),
    minVersion,
  };
  return { connections, answerBytes, tls, ...(acceptEncoding && { acceptEncoding }) };
}

function textOf(name: 'ca' | 'cert' | 'key', settings: ExchangeSettings): Record<string, string> {
  const path = settings[name];
  if (path === undefined) return {};
  try {
    return { [name]: readFileSync(path, 'utf8') };
  } catch (cause) {
    throw fileRefused(`exchange.${name}`, cause);
  }
}
