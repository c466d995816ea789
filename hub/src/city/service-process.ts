import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';

/** What a service's process is started with. */
export interface ServiceSurroundings {
  readonly databaseUrl: string;
  /** Its own key. */
  readonly key: string;
  /** Addresses of the services it follows: `library=http://…,kominkan=http://…`. */
  readonly feeds: string;
  /** The keys of those feeds: `library=…,kominkan=…`. */
  readonly feedKeys: string;
  /** Receives a failure for the log. */
  readonly onFailure: (error: unknown) => void;
}

const packages = createRequire(import.meta.url);

/** Built code of a service, also where this file runs from its source, as in tests. */
const builtMain = (name: string): string =>
  packages.resolve(`@manabi/${name}/main`).replace(/src([/\\])main\.ts$/, 'dist$1main.js');

/** Milliseconds before a process that ended by itself is started again. */
const restartAfter = 500;

/** Milliseconds that a process gets to end by itself; it gives up by itself before (see kit/run), unless it hangs. */
const stopPatience = 75_000;

/** A service that runs as a process of its own, and is started again at the same address when it dies. */
export class ServiceProcess {
  #child: ChildProcess | undefined;
  #url = '';
  #stopping = false;
  #restart: NodeJS.Timeout | undefined;

  private constructor(
    readonly name: string,
    private readonly surroundings: ServiceSurroundings,
  ) {}

  /** Starts it; settles when it answers. Throws when it ends before. */
  static async start(name: string, surroundings: ServiceSurroundings): Promise<ServiceProcess> {
    const started = new ServiceProcess(name, surroundings);
    await started.#run('0');
    return started;
  }

  get url(): string {
    return this.#url;
  }

  /** Number of the process that runs now; undefined while it is down. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Lets what is in flight finish, then ends it for good. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), stopPatience);
    await once(child, 'exit');
    clearTimeout(force);
  }

  async #run(port: string): Promise<void> {
    const child = fork(builtMain(this.name), [], {
      env: {
        ...process.env,
        DATABASE_URL: this.surroundings.databaseUrl,
        GATEWAY_KEY: this.surroundings.key,
        PORT: port,
        FEEDS: this.surroundings.feeds,
        FEED_KEYS: this.surroundings.feedKeys,
      },
      // Built code runs under Node as it is, whatever this process was started with.
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child = child;
    this.#url = await Promise.race([addressOf(child), endOf(child, this.name)]);
    child.once('exit', (code, signal) => this.#ended(code ?? signal));
  }

  #ended(reason: number | string | null): void {
    this.#child = undefined;
    if (this.#stopping) return;
    this.surroundings.onFailure(
      new Error(`The process of "${this.name}" ended (${String(reason)}) and is started again.`),
    );
    this.#restart = setTimeout(() => {
      this.#run(new URL(this.#url).port).catch((error: unknown) => {
        this.surroundings.onFailure(error);
        this.#ended('did not start');
      });
    }, restartAfter);
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  const [message] = await once(child, 'message');
  // The only message that a service sends is its address (see kit/run).
  return (message as { url: string }).url;
}

async function endOf(child: ChildProcess, name: string): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(
    `The service "${name}" ended with code ${String(code)} before it answered. Its reason stands above.`,
  );
}
