import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds of one window of measuring. */
const span = 500;

/** Milliseconds between two measurements. */
const resolution = 10;

/** Measures by how many milliseconds the event loop is late. */
export class LoopDelay {
  readonly #histogram = monitorEventLoopDelay({ resolution });
  readonly #timer: NodeJS.Timeout;
  #last = { worst: 0, mean: 0 };

  constructor() {
    this.#histogram.enable();
    this.#timer = setInterval(() => this.#turn(), span);
    this.#timer.unref();
  }

  /** The worst delay of the last second or so. */
  get worst(): number {
    return Math.max(this.#last.worst, late(this.#histogram.max));
  }

  /** The mean delay of the last half second that is over. */
  get mean(): number {
    return this.#last.mean;
  }

  /** Measures no more. */
  close(): void {
    clearInterval(this.#timer);
    this.#histogram.disable();
  }

  #turn(): void {
    this.#last = { worst: late(this.#histogram.max), mean: late(this.#histogram.mean) };
    this.#histogram.reset();
  }
}

/** The histogram holds nanoseconds between two ticks, of which the resolution is meant. */
function late(nanoseconds: number): number {
  return Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds / 1e6 - resolution) : 0;
}
