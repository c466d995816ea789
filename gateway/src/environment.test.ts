import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEnvironment } from './environment.js';

const key = 'k'.repeat(32);
const written = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'gateway-')), 'gateway.json');
  writeFileSync(path, text);
  return path;
};

test('a gateway needs a supergraph and a key, and is closed to strangers unless told', () => {
  const { settings } = readEnvironment({ GATEWAY_SUPERGRAPH: 'a.graphql', GATEWAY_KEY: key });

  expect(settings).toMatchObject({
    mode: 'production',
    contract: 'public',
    introspection: false,
    supergraph: { file: 'a.graphql', watch: true },
    listen: { host: '127.0.0.1', port: 4000 },
  });
});

test('everything that is missing or wrong is named at once', () => {
  expect(() =>
    readEnvironment({ GATEWAY_CONTRACT: 'all', GATEWAY_SUBGRAPHS: 'x', PORT: '99999' }),
  ).toThrow(/"contract": .*"supergraph": .*"subgraphs.x": .*"listen.port": .*GATEWAY_KEY/);
});

test('addresses of subgraphs may be given one by one', () => {
  const given = {
    GATEWAY_SUPERGRAPH: 'a',
    GATEWAY_KEY: key,
    GATEWAY_SUBGRAPHS: 'a=http://x/q?b=1,b=http://y',
  };

  expect(readEnvironment(given).settings.subgraphs).toEqual({ a: 'http://x/q?b=1', b: 'http://y' });
});

test('variables that other programs use for themselves change nothing', () => {
  const others = {
    MODE: 'test',
    CONTRACT: 'full',
    INTROSPECTION: 'on',
    SUPERGRAPH: 'b',
    SUBGRAPHS: 'x',
  };

  expect(readEnvironment({ ...others, GATEWAY_SUPERGRAPH: 'a', GATEWAY_KEY: key })).toEqual(
    readEnvironment({ GATEWAY_SUPERGRAPH: 'a', GATEWAY_KEY: key }),
  );
});

test('a file says everything, and a variable goes before it', () => {
  const said = { supergraph: { file: 'a', lastGood: 'b' }, listen: { port: 1 }, deadline: 5000 };
  const given = { GATEWAY_CONFIGURATION: written(JSON.stringify(said)), GATEWAY_KEY: key };

  expect(readEnvironment({ ...given, PORT: '2', GATEWAY_SUPERGRAPH: 'c' }).settings).toMatchObject({
    supergraph: { file: 'c', lastGood: 'b' },
    listen: { host: '127.0.0.1', port: 2 },
    deadline: 5000,
  });
});

test('an unknown setting is named beside the nearest right one', () => {
  const said = { supergraph: { fiel: 'a' }, load: { inWrok: 3 }, colour: 'red' };
  const given = { GATEWAY_CONFIGURATION: written(JSON.stringify(said)), GATEWAY_KEY: key };

  expect(() => readEnvironment(given)).toThrow(/"supergraph.fiel".*"supergraph.file"\?/);
  expect(() => readEnvironment(given)).toThrow(/"load.inWrok".*"load.inWork"\?/);
  expect(() => readEnvironment(given)).toThrow(
    /"colour" is no setting, the settings here are mode/,
  );
});

test('a file that is no JSON is named', () => {
  const path = written('mode: production');

  expect(() => readEnvironment({ GATEWAY_CONFIGURATION: path, GATEWAY_KEY: key })).toThrow(path);
});

test('a proxy that is no network is named before the gateway starts', () => {
  const begin = (addresses: readonly string[]): unknown =>
    readEnvironment({
      GATEWAY_CONFIGURATION: written(
        JSON.stringify({ supergraph: { file: 'a' }, proxies: { addresses } }),
      ),
      GATEWAY_KEY: key,
    });

  for (const wrong of [
    '10.0.0.0/33',
    '10.0.0/8',
    'proxy.example',
    '::1/129',
    '10.0.0.0/8/8',
    '1.2.3.4/',
  ]) {
    expect(() => begin([wrong])).toThrow(/"proxies.addresses.0": This is no network/);
  }
  expect(begin(['10.0.0.0/8', 'fd00::/8', '192.0.2.1', '::1'])).toBeDefined();
});
