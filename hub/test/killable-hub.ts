import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { passwordOf, prepareFolder } from '@manabi/kit/postgres/cluster-folder';
import { readPostmasterFile } from '@manabi/kit/postgres/postmaster-file';
import { isGone } from '@manabi/kit/postgres/stop';
import { Client } from 'pg';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** A city as a person runs it: built code, a process of its own, a home of its own. */
export class KillableHub {
  #child: ChildProcess | undefined;
  /** Address of the front door while it is up. */
  url = '';
  /** What the last start printed. */
  printed = '';

  constructor(readonly home: string) {}

  /** Starts it; settles when it says where it answers, with the milliseconds that this took. Throws when it ends. */
  async start(): Promise<number> {
    const began = performance.now();
    const child = this.spawn(['start', '--port', '0']);
    this.#child = child;
    this.printed = '';
    const answers = new Promise<void>((resolve) => {
      child.stdout?.on('data', (chunk: Buffer) => {
        this.printed += chunk.toString();
        const told = /Public graph\s+(http:\/\/\S+)\/graphql/.exec(this.printed);
        if (!told?.[1]) return;
        this.url = told[1];
        resolve();
      });
    });
    await Promise.race([
      answers,
      once(child, 'exit').then(([code]) => {
        throw new Error(`The hub ended with ${String(code)}:\n${this.printed}`);
      }),
    ]);
    return performance.now() - began;
  }

  /** Runs another command of the hub in this home, e.g. an import. */
  spawn(words: readonly string[]): ChildProcess {
    const child = spawn(process.execPath, [main, ...words], {
      env: { ...process.env, HUB_HOME: this.home, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      this.printed += chunk.toString();
    });
    return child;
  }

  /** Runs another command to its end; throws unless it succeeds. Answers what it printed. */
  async run(words: readonly string[]): Promise<string> {
    const child = this.spawn(words);
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
    const [code] = await once(child, 'close');
    if (code === 0) return printed;
    throw new Error(
      `hub ${words.join(' ')} ended with ${String(code)}:\n${printed}${this.printed}`,
    );
  }

  /** Kills the hub, these others, the database server and all of its processes, with SIGKILL. */
  async killEverything(...others: readonly ChildProcess[]): Promise<void> {
    const server = readPostmasterFile(join(this.home, 'postgres', 'data'))?.pid;
    const processes = [this.#child, ...others].flatMap((child) =>
      child?.pid !== undefined && child.exitCode === null ? [child.pid] : [],
    );
    const servers = server === undefined ? [] : [server, ...childrenOf(server)];
    for (const pid of [...processes, ...servers]) kill(pid);
    for (const pid of [...processes, ...servers]) await isGone(pid, 10_000);
  }

  /** Stops it as Ctrl-C does. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }

  /** A connection to a service's database, as any other program may have one. */
  async connect(service: string): Promise<Client> {
    const folder = prepareFolder(join(this.home, 'postgres'));
    const port = readPostmasterFile(folder.data)?.port;
    const client = new Client({
      connectionString: `postgresql://${service}:${passwordOf(folder, service)}@127.0.0.1:${port}/${service}`,
    });
    // A server that is killed ends its connections; whoever waits for an answer reads of it.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** Rows of a service's database. */
  async sql<Row extends object>(service: string, text: string, values?: unknown[]): Promise<Row[]> {
    const client = await this.connect(service);
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}

/** Processes whose parent is this one (proc(5), field 4 of stat, behind the name in parentheses). */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === parent)
    .map(Number);
}

function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
