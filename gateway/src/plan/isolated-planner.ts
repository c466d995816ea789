import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { QueryPlan } from '@graphql-hive/router-query-planner';
import { LRUCache } from 'lru-cache';

interface Job {
  document: string;
  operationName: string | undefined;
  /** Processes that ended while they planned this. */
  losses: number;
  resolve: (plan: QueryPlan) => void;
  reject: (fault: Error) => void;
}

interface Reply {
  isReady?: boolean;
  /** Why it cannot read the supergraph. */
  unreadable?: string;
  plan?: QueryPlan;
  fault?: string;
}

/** A document the planner did not survive or not finish in time. */
export class PlanningStopped extends Error {
  override readonly name = 'PlanningStopped';
}

/** A document that would take longer to plan than one may take. */
export class PlanningTooLong extends Error {
  override readonly name = 'PlanningTooLong';

  constructor(readonly milliseconds: number) {
    super(`planning took more than ${milliseconds} ms`);
  }
}

/** A supergraph that the planner cannot read, or does not survive. */
export class SupergraphUnreadable extends Error {
  override readonly name = 'SupergraphUnreadable';
}

/** The planner's process did not even start: no fault of a document. */
export class PlannerMissing extends Error {
  override readonly name = 'PlannerMissing';
}

/** More documents wait for the planner than it will get to in time: no fault of a document. */
export class PlannerBusy extends Error {
  override readonly name = 'PlannerBusy';
}

/** Milliseconds planning one document may take before its process is ended. */
const budget = 3000;

/** Milliseconds a process may take to be ready. */
const startBudget = 10_000;

/** Documents that may wait at once. */
const queueLength = 200;

/** Milliseconds a process gets to end by itself. */
const grace = 1000;

/**
 * Milliseconds without a document to plan after which the process ends, to give back its memory (about
 * 43 MiB): a gateway that starts under load has planned what it is asked by then. The first operation after it
 * waits for the start of a process, a tenth of a second or two.
 */
const rest = 5_000;

// In development the sources run as they are, so the child is a .ts file beside this one.
const program = fileURLToPath(
  new URL(`./planner-process${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url),
);

/**
 * The Rust planner in a process of its own: planning takes no time of this one, and a document that
 * makes it hang or abort costs that document only. Documents are planned one at a time. A process that
 * is killed from outside is replaced, and what it was planning is planned again, once. A process that
 * nobody needs ends, and the next document starts another.
 */
export class IsolatedPlanner {
  readonly #supergraphSdl: string;
  readonly #waiting: Job[] = [];
  /** Documents that were seen to end their process; another try would cost another process. */
  readonly #deadly = new LRUCache<string, Error>({ max: 1000, ttl: 10 * 60_000 });
  readonly #running = new Set<ChildProcess>();
  #current: Job | undefined;
  #timer: NodeJS.Timeout | undefined;
  #idle: NodeJS.Timeout | undefined;
  #child: ChildProcess | undefined;
  #isReady = false;
  #isOverBudget = false;
  #isClosed = false;
  readonly #read = Promise.withResolvers<void>();
  /** Processes that ended before they had read the supergraph. */
  #losses = 0;

  /** The process ends after `idleMilliseconds` without a document. */
  constructor(
    supergraphSdl: string,
    private readonly idleMilliseconds: number = rest,
  ) {
    this.#supergraphSdl = supergraphSdl;
    // Not everybody asks.
    this.#read.promise.catch(() => undefined);
    this.#started();
    this.#next();
  }

  /** Settles once the planner has read the supergraph; rejects with SupergraphUnreadable when it cannot, or dies of it. */
  read(): Promise<void> {
    const late = unreadable(`it takes more than ${startBudget} ms`);
    const timer = setTimeout(() => this.#read.reject(late), startBudget).unref();
    return this.#read.promise.finally(() => clearTimeout(timer));
  }

  /** Plans a document; rejects with PlanningStopped, PlanningTooLong, PlannerMissing, PlannerBusy or what the planner found wrong. */
  plan(document: string, operationName: string | undefined): Promise<QueryPlan> {
    const known = this.#deadly.get(document);
    if (known) return Promise.reject(known);
    if (this.#waiting.length >= queueLength) {
      return Promise.reject(new PlannerBusy(`${queueLength} documents wait to be planned`));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ document, operationName, losses: 0, resolve, reject });
      this.#next();
    });
  }

  /** Ends the process now, if nothing waits for it; the next document starts another. */
  rest(): void {
    if (this.#current) return;
    clearTimeout(this.#idle);
    this.#end();
  }

  /** Ends the process as soon as nothing waits for it; resolves when no process is left. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#next();
    for (const child of this.#running) {
      child.ref();
      await once(child, 'exit');
    }
  }

  #next(): void {
    if (this.#current) return;
    clearTimeout(this.#idle);
    this.#current = this.#waiting.shift();
    if (this.#current) {
      const { document, operationName } = this.#current;
      const child = this.#started();
      child.channel?.ref();
      this.#allow(child, this.#isReady ? budget : startBudget);
      // What goes wrong in sending is seen by the end of the process.
      child.send({ document, ...(operationName === undefined ? {} : { operationName }) }, ignored);
      return;
    }
    this.#child?.channel?.unref();
    if (this.#isClosed) return this.#end();
    // A document that comes while the process ends is planned by the next one.
    this.#idle = setTimeout(() => this.#end(), this.idleMilliseconds).unref();
  }

  #allow(child: ChildProcess, milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#isOverBudget = false;
    this.#timer = setTimeout(() => {
      this.#isOverBudget = true;
      child.kill('SIGKILL');
    }, milliseconds);
  }

  #end(): void {
    const child = this.#child;
    if (!child) return;
    this.#child = undefined;
    if (child.connected) child.disconnect();
    const timer = setTimeout(() => child.kill('SIGKILL'), grace);
    child.once('exit', () => clearTimeout(timer));
  }

  #started(): ChildProcess {
    if (this.#child?.connected) return this.#child;
    const child = fork(program, {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#isReady = false;
    this.#child = child;
    this.#running.add(child);
    child.on('message', (reply: Reply) => {
      if (reply.isReady) this.#read.resolve();
      if (reply.unreadable !== undefined) return this.#read.reject(unreadable(reply.unreadable));
      if (child !== this.#child) return;
      if (!reply.isReady) return this.#settle(reply);
      this.#isReady = true;
      if (this.#current) this.#allow(child, budget);
    });
    child.once('exit', () => {
      const isUnread = !this.#isReady && child === this.#child;
      this.#ended(child);
      if (isUnread) this.#readAgain();
    });
    child.on('error', () => child.kill('SIGKILL'));
    child.unref();
    child.channel?.unref();
    child.send({ supergraphSdl: this.#supergraphSdl }, ignored);
    return child;
  }

  /** A process that ended while it read may have been killed from outside, once. */
  #readAgain(): void {
    this.#losses += 1;
    if (this.#losses > 1) this.#read.reject(unreadable('it does not survive it'));
    else if (!this.#isClosed) this.#started();
  }

  #ended(child: ChildProcess): void {
    this.#running.delete(child);
    if (this.#child !== child) return;
    this.#child = undefined;
    const job = this.#current;
    if (!job || this.#isOverBudget || ++job.losses > 1) return this.#settle({});
    clearTimeout(this.#timer);
    this.#current = undefined;
    this.#waiting.unshift(job);
    this.#next();
  }

  #settle({ plan, fault }: Reply): void {
    clearTimeout(this.#timer);
    const job = this.#current;
    this.#current = undefined;
    if (plan) job?.resolve(plan);
    else if (fault !== undefined) job?.reject(new Error(fault));
    else if (job) job.reject(this.#loss(job));
    this.#next();
  }

  #loss({ document }: Job): Error {
    if (this.#isReady) {
      const loss = this.#isOverBudget ? new PlanningTooLong(budget) : notSurvived();
      this.#deadly.set(document, loss);
      return loss;
    }
    return new PlannerMissing(
      `The planner's process ends before it is ready; it needs Node 24 and the planner for this platform.`,
    );
  }
}

function unreadable(reason: string): SupergraphUnreadable {
  return new SupergraphUnreadable(`The planner cannot read this supergraph: ${reason}.`);
}

function notSurvived(): PlanningStopped {
  return new PlanningStopped('the planner did not survive this document');
}

function ignored(): void {
  return undefined;
}
