import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { gatewaySettings } from './gateway-settings.js';
import { processSettings } from './process-settings.js';
import { settingsPage, settingsTable } from './settings-page.js';

const page = fileURLToPath(new URL('../../../docs/configuration.md', import.meta.url));

test('the page on the configuration tells every key (`npx vitest run gateway/src/configuration -u` writes it)', async () => {
  await expect(settingsPage()).toMatchFileSnapshot(page);
});

test('every key says what it means', () => {
  const rows = settingsTable(processSettings).split('\n').slice(2);

  expect(rows.length).toBeGreaterThan(50);
  expect(rows.filter((row) => /\|\s*\|$/.test(row))).toEqual([]);
});

test('a gateway that is told nothing is closed to strangers', () => {
  expect(gatewaySettings.parse({})).toMatchObject({
    mode: 'production',
    contract: 'public',
    introspection: false,
    deadline: 10_000,
    proxies: { count: 0 },
  });
});
