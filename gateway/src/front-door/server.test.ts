import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { connectionSettings } from '../configuration/process-settings.js';
import { SettingsRefused } from '../configuration/read-settings.js';
import { closed, portOf } from '../testing/subgraph-server.js';
import { guardedServer, listenOn } from './server.js';

const listening = (host: string, port: number): Promise<void> =>
  listenOn(
    guardedServer(connectionSettings.parse({}), (_, response) => response.end()),
    { host, port },
  );

test('an address that cannot be listened on is named by its setting, with what to change', async () => {
  const other = createServer();
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => closed(other));
  const taken = listening('127.0.0.1', portOf(other));

  await expect(taken).rejects.toBeInstanceOf(SettingsRefused);
  await expect(taken).rejects.toThrow(/"listen.port" \d+ is taken .* set another port/);
  await expect(listening('192.0.2.1', 0)).rejects.toThrow(/"listen.host" 192.0.2.1 is no address/);
});
