import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { openHome } from '../home/home.js';
import { gatewayFile, gatewaySettingsOf } from './gateway-settings.js';

function homeWith(text?: string): ReturnType<typeof openHome> {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-settings-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  if (text !== undefined) writeFileSync(join(folder, gatewayFile), text);
  return openHome({ HUB_HOME: folder });
}

test('a city without a file on its gateways has the usual settings, one with a file its own', () => {
  expect(gatewaySettingsOf(homeWith())).toEqual({});
  expect(gatewaySettingsOf(homeWith('{ "deadline": 5000 }'))).toEqual({ deadline: 5000 });
});

test('a file that sets what the city decides itself, or is no JSON, is refused by its name', () => {
  const mode = homeWith('{ "mode": "development" }');
  const broken = homeWith('{ "deadline": ');
  const misspelt = homeWith('{ "load": { "dely": 5 } }');

  expect(() => gatewaySettingsOf(mode)).toThrow(
    /gateway\.json cannot be used.*"mode" is no setting/,
  );
  expect(() => gatewaySettingsOf(broken)).toThrow(/gateway\.json cannot be used/);
  expect(() => gatewaySettingsOf(misspelt)).toThrow(/did you mean "load\.delay"\?/);
});
