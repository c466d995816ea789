import type { Caller } from '../identity/caller.js';
import type { CompiledOperation } from '../operation/compiled-operation.js';
import type { GraphAnswer } from '../pipeline/graph-answer.js';
import type { ReadyRequest } from '../pipeline/pipeline.js';
import { project } from '../pipeline/project.js';
import { withinDeadline } from '../transport/deadline.js';
import type { KnownDepartments } from '../transport/known-departments.js';
import type { StopSignal } from '../transport/stop.js';
import type { SubgraphEvent } from '../transport/transport.js';
import { EventRun } from './event-run.js';

/** Who is answered. */
export interface EventAsker {
  readonly caller: Caller;
  readonly requestId: string;
}

/** Texts of one event, by what else they depend on. */
type Told = Map<CompiledOperation, Map<string, Promise<string>>>;

/** Learns the rest of events. What many streams may be told the same of one event is worked out once for all of them. */
export class EventAnswers {
  readonly #told = new WeakMap<SubgraphEvent, Told>();
  readonly #keys = new WeakMap<ReadyRequest, string>();

  constructor(
    private readonly departments: KnownDepartments,
    /** Milliseconds that one answer may take. */
    private readonly deadline: number,
  ) {}

  /** The answer to an operation, with what an event of a subgraph told, for one who waits until `signal` aborts. */
  answer(
    { caller, requestId, signal }: EventAsker & { signal?: StopSignal },
    { compiled, variables }: ReadyRequest,
    event: SubgraphEvent | undefined,
  ): Promise<GraphAnswer> {
    const { departments } = this;
    return withinDeadline(this.deadline, signal, async (until) => {
      const run = new EventRun(variables, { ...until, requestId, caller }, departments);
      run.source = compiled.subscription?.service ?? '';
      run.cursor = event?.cursor ?? '';
      if (event?.answer) await compiled.subscription?.tell(run, event.answer);
      return project(compiled, { run, introspected: {} }, (name) => departments.lastGoodAt(name));
    });
  }

  /** The text of an answer with the id of its event. Equal for all who ask the same and may see the same of it. */
  tell(
    asker: EventAsker,
    ready: ReadyRequest,
    { event, id }: { event: SubgraphEvent; id: string },
  ): Promise<string> {
    const told = this.#toldOf(event, ready.compiled);
    const key = this.#keyOf(ready, asker);
    const known = told.get(key);
    if (known) return known;
    // Not until somebody leaves: others may wait for it too.
    const telling = this.answer(asker, ready, event).then((answer) =>
      JSON.stringify({ ...answer, extensions: { ...answer.extensions, cursor: id } }),
    );
    told.set(key, telling);
    // Who comes next tries again.
    telling.catch(() => told.delete(key));
    return telling;
  }

  #toldOf(event: SubgraphEvent, compiled: CompiledOperation): Map<string, Promise<string>> {
    let operations = this.#told.get(event);
    if (!operations) this.#told.set(event, (operations = new Map()));
    let texts = operations.get(compiled);
    if (!texts) operations.set(compiled, (texts = new Map<string, Promise<string>>()));
    return texts;
  }

  /** What an answer depends on beside the event and the operation, which holds what its caller may see. */
  #keyOf(ready: ReadyRequest, { caller }: EventAsker): string {
    let key = this.#keys.get(ready);
    if (key === undefined) {
      const isForAll = ready.compiled.subscription?.isWhollyPublic === true;
      key = JSON.stringify([ready.variables, isForAll ? null : caller]);
      this.#keys.set(ready, key);
    }
    return key;
  }
}
