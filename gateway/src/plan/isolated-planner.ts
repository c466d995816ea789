import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { QueryPlanner, type QueryPlan } from '@graphql-hive/router-query-planner';

interface Job {
  document: string;
  operationName: string | undefined;
  resolve: (plan: QueryPlan) => void;
  reject: (fault: Error) => void;
}

interface Reply {
  isReady?: boolean;
  plan?: QueryPlan;
  fault?: string;
}

/** A document the planner did not survive or not finish in time. */
export class PlanningStopped extends Error {
  override readonly name = 'PlanningStopped';
}

/** The planner's process did not even start: no fault of a document. */
export class PlannerMissing extends Error {
  override readonly name = 'PlannerMissing';
}

/** Milliseconds planning one document may take before its process is ended. */
const budget = 3000;

// In development the sources run as they are, so the child is a .ts file beside this one.
const program = fileURLToPath(
  new URL(`./planner-process${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url),
);

/**
 * The Rust planner in a process of its own: planning takes no time of this one, and a document that
 * makes it hang or abort costs that document only. Documents are planned one at a time.
 */
export class IsolatedPlanner {
  readonly #supergraphSdl: string;
  readonly #waiting: Job[] = [];
  #current: Job | undefined;
  #timer: NodeJS.Timeout | undefined;
  #child: ChildProcess | undefined;
  #isReady = false;
  #isClosed = false;

  /** Throws when the planner cannot read the supergraph. */
  constructor(supergraphSdl: string) {
    this.#supergraphSdl = supergraphSdl;
    // Made to be refused here and now if need be; planning happens in the child.
    void new QueryPlanner(supergraphSdl).consumerSchema;
    this.#started();
  }

  plan(document: string, operationName: string | undefined): Promise<QueryPlan> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ document, operationName, resolve, reject });
      this.#next();
    });
  }

  /** Ends the process as soon as nothing waits for it. */
  close(): void {
    this.#isClosed = true;
    this.#next();
  }

  #next(): void {
    if (this.#current) return;
    this.#current = this.#waiting.shift();
    if (this.#current) {
      const { document, operationName } = this.#current;
      const child = this.#started();
      child.channel?.ref();
      this.#timer = setTimeout(() => child.kill('SIGKILL'), budget);
      child.send({ document, ...(operationName === undefined ? {} : { operationName }) });
      return;
    }
    this.#child?.channel?.unref();
    if (this.#isClosed) this.#child?.disconnect();
    if (this.#isClosed) this.#child = undefined;
  }

  #started(): ChildProcess {
    if (this.#child) return this.#child;
    const child = fork(program, {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#isReady = false;
    child.on('message', (reply: Reply) => {
      if (reply.isReady) this.#isReady = true;
      else this.#settle(reply);
    });
    child.once('exit', () => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.#settle({});
    });
    child.on('error', () => child.kill('SIGKILL'));
    child.unref();
    child.channel?.unref();
    child.send({ supergraphSdl: this.#supergraphSdl });
    this.#child = child;
    return child;
  }

  #settle({ plan, fault }: Reply): void {
    clearTimeout(this.#timer);
    const job = this.#current;
    this.#current = undefined;
    if (plan) job?.resolve(plan);
    else if (fault !== undefined) job?.reject(new Error(fault));
    else job?.reject(this.#loss());
    this.#next();
  }

  #loss(): Error {
    if (this.#isReady) return new PlanningStopped('the planner did not survive this document');
    return new PlannerMissing(
      `The planner's process ends before it is ready; it needs Node 24 and the planner for this platform.`,
    );
  }
}
