import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What a gateway of its own is started with. */
export interface GatewaySurroundings {
  /** A folder of its own for its files. */
  readonly folder: string;
  readonly supergraphSdl: string;
  /** The documents it trusts, by name. */
  readonly documents: Readonly<Record<string, string>>;
  readonly subgraphs: Readonly<Record<string, string>>;
  readonly key: string;
}

const main = createRequire(import.meta.url)
  .resolve('@manabi/gateway/main')
  .replace(/src([/\\])main\.ts$/, 'dist$1main.js');

/** Lets a process collect its garbage when it is told to, which it does else when it needs room. */
const collecting = [
  '--expose-gc',
  '--import=data:text/javascript,process.on("SIGUSR2",()=>{gc();gc()})',
];

/** A gateway as an operator runs it: built code, a process of its own, its files in a folder. */
export class GatewayProcess {
  readonly #supergraph: string;
  readonly #child: ChildProcess;
  /** What it logged, one JSON object a line. */
  logged = '';
  url = '';

  private constructor({ folder, ...surroundings }: GatewaySurroundings) {
    this.#supergraph = join(folder, 'supergraph.graphql');
    this.serve(surroundings.supergraphSdl);
    const trusted = join(folder, 'documents');
    mkdirSync(trusted);
    for (const [name, text] of Object.entries(surroundings.documents))
      writeFileSync(join(trusted, `${name}.graphql`), text);
    const configuration = join(folder, 'gateway.json');
    writeFileSync(
      configuration,
      JSON.stringify({
        supergraph: { file: this.#supergraph, lastGood: join(folder, 'last-good.graphql') },
        trustedDocuments: [trusted],
        subgraphs: surroundings.subgraphs,
        listen: { port: 0 },
        // All clients of a load stand at one address.
        rates: { requestsPerSecond: 10_000, costPerMinute: 1e9 },
      }),
    );
    this.#child = spawn(process.execPath, [...collecting, main], {
      env: {
        // Nothing of what a test is started with: a variable of one name may mean another thing there.
        PATH: process.env['PATH'],
        GATEWAY_CONFIGURATION: configuration,
        GATEWAY_KEY: surroundings.key,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      this.logged += chunk.toString();
    });
  }

  /** Starts it; settles when it is ready. Throws when it ends before, or is not ready within a minute. */
  static async start(surroundings: GatewaySurroundings): Promise<GatewayProcess> {
    const started = new GatewayProcess(surroundings);
    const patience = AbortSignal.timeout(60_000);
    while (!(await started.#isReady())) {
      if (patience.aborted || started.#child.exitCode !== null)
        throw new Error(`The gateway does not answer:\n${started.logged}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return started;
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('The gateway did not start.');
    return this.#child.pid;
  }

  /** MiB of memory that it holds on to when it has nothing to do: what is garbage is collected first. */
  async memoryAtRest(): Promise<number> {
    process.kill(this.pid, 'SIGUSR2');
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    return this.memory();
  }

  /** Writes another supergraph where the gateway reads it, as one whole. */
  serve(supergraphSdl: string): void {
    writeFileSync(`${this.#supergraph}.new`, supergraphSdl);
    renameSync(`${this.#supergraph}.new`, this.#supergraph);
  }

  /** MiB of memory it has now, its planner included. */
  memory(): number {
    return [this.pid, ...childrenOf(this.pid)].reduce((sum, pid) => sum + residentOf(pid), 0);
  }

  /** Stops it as an operator does, and answers with its exit code. */
  async stop(): Promise<number | null> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const [code] = await gone;
    // An exit event names a code, or null after a signal.
    return code as number | null;
  }

  async #isReady(): Promise<boolean> {
    this.url ||= urlIn(this.logged);
    if (!this.url) return false;
    return fetch(`${this.url}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

/** Where the log says that it answers. */
function urlIn(logged: string): string {
  const port = /"port":(\d+)/.exec(logged)?.[1];
  return port ? `http://127.0.0.1:${port}` : '';
}

function childrenOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return text.split(' ').filter(Boolean).map(Number);
}

function residentOf(pid: number): number {
  try {
    const [, kilobytes = 0] =
      /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0; // It ended meanwhile.
  }
}
