import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type OwnSubgraph, askOwnSubgraph } from '../src/own/own-subgraph.js';

const main = fileURLToPath(new URL('vendor/main.mjs', import.meta.url));

/** The vendor's library system, running as a process of its own. */
export interface Vendor {
  readonly url: string;
  /** The file that holds the token for whoever pulls. */
  readonly tokenFile: string;
  /** A folder of this run. */
  readonly folder: string;
  /** Its subgraph, as a city takes it in. */
  subgraph(): Promise<OwnSubgraph>;
  /** Its whole catalogue as a file that was delivered. */
  delivered(): Promise<string>;
  /** Makes it silent for a while. */
  hang(milliseconds: number): Promise<void>;
  /** Takes a book out of its feed. */
  withdraw(bibId: string): Promise<void>;
  /** How often it was asked what is on the shelf. */
  askedLive(): Promise<number>;
  stop(): Promise<void>;
}

const key = 'the key of the library, for one run of a test';
const token = 'token-of-a-test';

/** Starts the vendor's system on a free port. */
export async function startVendor(): Promise<Vendor> {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-vendor-'));
  const tokenFile = join(folder, 'library.token');
  writeFileSync(tokenFile, `${token}\n`);
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], PORT: '0', GATEWAY_KEY: key, TOKEN: token },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const url = line.toString().trim();
  const tell = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) });
    return response.json();
  };
  return {
    url,
    tokenFile,
    folder,
    subgraph: () => askOwnSubgraph({ name: 'library', url: new URL(`${url}/graphql`), key }),
    delivered: async () => {
      const headers = { authorization: `Bearer ${token}` };
      const response = await fetch(`${url}/files/books.csv`, { headers });
      const file = join(folder, 'books.csv');
      writeFileSync(file, Buffer.from(await response.arrayBuffer()));
      return file;
    },
    hang: async (milliseconds) => void (await tell('/hang', { milliseconds })),
    withdraw: async (bibId) => void (await tell('/withdraw', { bibId })),
    // The vendor answers its own count.
    askedLive: async () => ((await tell('/asked', {})) as { live: number }).live,
    stop: () => stop(child, folder),
  };
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  child.kill('SIGTERM');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  rmSync(folder, { recursive: true, force: true });
}
