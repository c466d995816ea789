import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { serviceKey } from '@manabi/kit/derived-key';
import { composeSupergraph } from '../composition/compose.js';
import { market } from './market.js';
import { startSubgraph, testKey, type RunningSubgraph } from './subgraph-server.js';

// The sources run through tsx, what is built runs as it is.
const isSource = import.meta.url.endsWith('.ts');
const main = fileURLToPath(new URL(isSource ? '../main.ts' : '../main.js', import.meta.url));
const flags = isSource ? ['--conditions=source', '--import', import.meta.resolve('tsx')] : [];

/** A gateway that runs on its own, as an operator starts it. */
export interface GatewayProcess {
  url: string;
  child: ChildProcess;
  /** What it logged, line by line. */
  log: Record<string, unknown>[];
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | string | null>;
}

/** A gateway on its own and the subgraphs before which it stands, with the file it serves. */
export interface ProcessMarket extends GatewayProcess {
  subgraphs: ReadonlyMap<string, RunningSubgraph>;
  folder: string;
  supergraphFile: string;
  lastGoodFile: string;
  /** The supergraph of the subgraphs, each SDL changed as one likes. */
  supergraph(changed?: (sdl: string, name: string) => string): string;
  close(): Promise<void>;
}

/** Starts a gateway as its operator would, with a configuration, and waits until it answers. */
export async function startGateway(configuration: object, folder: string): Promise<GatewayProcess> {
  const file = join(folder, 'gateway.json');
  writeFileSync(file, JSON.stringify(configuration));
  const child = spawn(process.execPath, [...flags, main], {
    env: { PATH: process.env['PATH'], GATEWAY_CONFIGURATION: file, GATEWAY_KEY: testKey },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const log: Record<string, unknown>[] = [];
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
  const url = await new Promise<string>((resolve, reject) => {
    void ended.then((code) =>
      reject(new Error(`The gateway ended with ${code} and never answered.`)),
    );
    createInterface({ input: child.stdout }).on('line', (line) => {
      const entry = JSON.parse(line);
      log.push(entry);
      if (entry.msg === 'The gateway answers.') {
        resolve(`http://127.0.0.1:${entry.address.port}/graphql`);
      }
    });
  });
  return { url, child, log, ended };
}

/** Starts subgraphs and a gateway on its own before them. */
export async function openProcessMarket(settings: object = {}): Promise<ProcessMarket> {
  const running = await Promise.all(
    market.map((each) => startSubgraph(each, serviceKey(testKey, each.name))),
  );
  const folder = mkdtempSync(join(tmpdir(), 'gateway-process-'));
  const supergraphFile = join(folder, 'supergraph.graphql');
  const lastGoodFile = join(folder, 'last-good.graphql');
  const supergraph: ProcessMarket['supergraph'] = (changed = (sdl) => sdl) =>
    composeSupergraph(
      running.map(({ name, sdl, url }) => ({ name, sdl: changed(sdl, name), url })),
    );
  writeFileSync(supergraphFile, supergraph());
  const gateway = await startGateway(
    {
      mode: 'development',
      // That the machine of the tests is busy is no fault of the gateway.
      load: { delay: 2000 },
      contract: 'full',
      supergraph: { file: supergraphFile, lastGood: lastGoodFile },
      listen: { port: 0 },
      ...settings,
    },
    folder,
  );
  return {
    ...gateway,
    subgraphs: new Map(running.map((each) => [each.name, each])),
    folder,
    supergraphFile,
    lastGoodFile,
    supergraph,
    async close() {
      gateway.child.kill('SIGKILL');
      await gateway.ended;
      await Promise.all(running.map((each) => each.close()));
    },
  };
}
