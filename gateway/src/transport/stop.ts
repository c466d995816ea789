/** Who is told when a signal aborts. */
export interface StopListener {
  handleEvent(): void;
}

/** What our work looks at of an AbortSignal; every AbortSignal is one. */
export interface StopSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: StopListener, options?: { once: boolean }): void;
  removeEventListener(type: 'abort', listener: StopListener): void;
}

/**
 * Tells some work to stop. Every request needs several of these, and an AbortController costs many times as
 * much: it is an event target, and every abort of one is an event.
 */
export class Stop implements StopSignal, StopListener {
  aborted = false;
  reason: unknown;
  #listeners: StopListener[] | undefined;

  /** Begins stopped, or stops later, when another signal does. */
  constructor(private readonly above?: StopSignal) {
    if (!above) return;
    if (above.aborted) this.handleEvent();
    else above.addEventListener('abort', this);
  }

  /** The signal above aborted. */
  handleEvent(): void {
    this.abort(this.above?.reason);
  }

  /** Tells everybody who listens, once. */
  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    const listeners = this.#listeners ?? [];
    this.#listeners = undefined;
    for (const listener of listeners) listener.handleEvent();
  }

  /** Listens no more to the signal above. */
  leave(): void {
    this.above?.removeEventListener('abort', this);
  }

  addEventListener(_: 'abort', listener: StopListener): void {
    if (this.aborted) return;
    if (this.#listeners) this.#listeners.push(listener);
    else this.#listeners = [listener];
  }

  removeEventListener(_: 'abort', listener: StopListener): void {
    const at = this.#listeners?.indexOf(listener) ?? -1;
    if (at >= 0) this.#listeners?.splice(at, 1);
  }
}

/** The same as an AbortSignal, for who takes nothing else. */
export function abortSignalOf(signal: StopSignal): AbortSignal {
  if (signal instanceof AbortSignal) return signal;
  const controller = new AbortController();
  const handleEvent = (): void => controller.abort(signal.reason);
  if (signal.aborted) handleEvent();
  else signal.addEventListener('abort', { handleEvent }, { once: true });
  return controller.signal;
}
