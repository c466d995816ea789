import type { AnswerCache, Shelf } from '../cache/answer-cache.js';
import { allowedBy } from '../cache/cache-control.js';
import type { RefusedInput } from '@manabi/kit/refused-input';
import { sentenceOf, type ErrorCode } from '../errors/codes.js';
import { SubgraphSilent, type ResponseError } from '../errors/gateway-error.js';
import { anonymous } from '../identity/caller.js';
import { watchedShelf } from '../telemetry/watched-shelf.js';
import { abortLate } from '../transport/deadline.js';
import { Stop } from '../transport/stop.js';
import {
  type SubgraphOperation,
  SubgraphRequest,
  type RequestScope,
  type SubgraphAnswer,
  type Transport,
} from '../transport/transport.js';
import { usualErrorLimits, type ErrorLimits } from './error-limits.js';
import type { Fields, Path } from './fields.js';
import type { VerbatimRun } from './verbatim/verbatim-run.js';

/** What a run may use: the ways to the subgraphs and somebody to tell about their failures. */
export interface Departments {
  transport(service: string): Transport | undefined;
  answered(service: string): void;
  silent(service: string, failure: SubgraphSilent, requestId: string): void;
  /** What was answered before and is the same for everybody, where anything is kept. */
  readonly kept?: AnswerCache | undefined;
}

/** What went wrong, at a place of the plan's data. */
export interface LearnedError extends ResponseError {
  /** Arguments that the department did not accept; what of it the client may read is decided where its fields are known. */
  readonly refused?: readonly RefusedInput[];
}

/** The state of one execution: what has been learned, what went wrong, who did not answer. */
export class Run {
  /** What was learned as text, as long as everything was. */
  verbatim: VerbatimRun | undefined;
  #data: Fields = {};
  readonly errors: LearnedError[] = [];
  readonly silent = new Map<string, ErrorCode>();
  /** How many errors are told at most. */
  errorLimits: ErrorLimits = usualErrorLimits;
  /** True while everything that was learned is public, and no subgraph has forbidden to keep it. */
  isPublic = true;
  #readsAnew = false;

  constructor(
    readonly variables: Readonly<Record<string, unknown>>,
    readonly scope: RequestScope,
    readonly departments: Departments,
  ) {}

  /** What was learned, as objects. What was learned as text before is parsed, and nothing is learned so any more. */
  get data(): Fields {
    const { verbatim } = this;
    this.verbatim = undefined;
    verbatim?.parse();
    return this.#data;
  }

  /** Forgets what was learned; of use to who holds the run for longer than it is needed. */
  letGo(): void {
    this.verbatim?.letGo();
    this.verbatim = undefined;
    this.#data = {};
  }

  /** Asks a subgraph; the code of what went wrong when it gave no usable answer, which is then noted as its silence. */
  ask(
    service: string,
    operation: SubgraphOperation,
    variablesText: string,
  ): Promise<SubgraphAnswer | ErrorCode> {
    if (operation.kind === 'mutation') return this.#write(service, operation, variablesText);
    this.isPublic &&= operation.isPublic;
    return this.#send(service, operation, variablesText);
  }

  /** From now on nothing that was kept is read: something has just changed, and this run is about that. */
  readAnew(): void {
    this.#readsAnew = true;
    this.isPublic = false;
  }

  /** What is kept of a subgraph's answers; undefined where nothing is or may be read. */
  shelf(service: string): Shelf | undefined {
    const shelf = this.#readsAnew ? undefined : this.departments.kept?.shelf(service);
    const { record } = this.scope;
    return shelf && record?.isExplained ? watchedShelf(shelf, service, record) : shelf;
  }

  /** Which state of a subgraph's data this run has heard of; nothing where none is told. */
  protected heardOf(service: string): number | string | undefined {
    return this.departments.kept?.versions.of(service);
  }

  async #write(
    service: string,
    operation: SubgraphOperation,
    variablesText: string,
  ): Promise<SubgraphAnswer | ErrorCode> {
    this.readAnew();
    try {
      return await this.#send(service, operation, variablesText);
    } finally {
      // Also when nobody knows whether it was done: who asks next reads it anew.
      this.departments.kept?.versions.changed(service);
    }
  }

  async #send(
    service: string,
    operation: SubgraphOperation,
    variablesText: string,
  ): Promise<SubgraphAnswer | ErrorCode> {
    const fetch = this.scope.record?.fetch(service, operation);
    const stop = new Stop(this.scope.signal);
    const now = performance.now();
    // Half of what is left: what is asked after one that hangs still has its time.
    const share = Math.max(0, this.scope.deadline - now) / 2;
    const timer = setTimeout(abortLate, share, stop);
    try {
      const transport = this.departments.transport(service);
      if (!transport) throw new SubgraphSilent('no-route', 'no transport is known');
      const { requestId, record } = this.scope;
      const answer = await transport.send(
        new SubgraphRequest(operation, variablesText, {
          deadline: now + share,
          signal: stop,
          requestId,
          caller: operation.isPublic ? anonymous : this.scope.caller,
          longPages: this.scope.longPages,
          dataVersion: this.heardOf(service),
          record,
          fetch,
        }),
      );
      fetch?.ended('ANSWERED');
      this.isPublic &&= allowedBy(answer.cacheControl).isKept;
      return answer;
    } catch (error) {
      const silence = silenceOf(error);
      fetch?.ended(silence.code);
      this.isPublic = false;
      return this.failed(service, silence);
    } finally {
      clearTimeout(timer);
      stop.leave();
    }
  }

  /** Notes that a subgraph gave an answer that could be used. */
  answered(service: string): void {
    this.departments.answered(service);
  }

  /** Notes that a subgraph gave no usable answer, and gives back the code under which it is told. */
  failed(service: string, failure: SubgraphSilent): ErrorCode {
    this.silent.set(service, failure.code);
    this.departments.silent(service, failure, this.scope.requestId);
    return failure.code;
  }

  /** True once what more goes wrong is no longer told. */
  get hasErrorsEnough(): boolean {
    return this.errors.length >= this.errorLimits.perRun;
  }

  /** Reports one failure at every place it left empty. */
  report(code: ErrorCode, places: readonly Path[], input?: readonly RefusedInput[]): void {
    if (this.hasErrorsEnough) return;
    const refused = this.errors.length < this.errorLimits.withInput ? input : undefined;
    const shown = places.slice(0, this.errorLimits.placesPerFailure);
    const more = places.length - shown.length;
    shown.forEach((path, index) => {
      const last = more > 0 && index === shown.length - 1;
      const extensions = { code, ...(last ? { alsoAtOtherPlaces: more } : {}) };
      this.errors.push({
        message: sentenceOf(code),
        path,
        extensions,
        ...(refused && { refused }),
      });
    });
  }

  /** The text of the variables one operation uses, without braces. */
  variablesText(names: readonly string[]): string {
    let text = '';
    for (const name of names) {
      const value = this.variables[name];
      if (value === undefined) continue;
      text += `${text ? ',' : ''}${JSON.stringify(name)}:${JSON.stringify(value)}`;
    }
    return text;
  }
}

function silenceOf(error: unknown): SubgraphSilent {
  if (error instanceof SubgraphSilent) return error;
  return new SubgraphSilent('exchange-failed', 'the transport failed', { cause: error });
}
