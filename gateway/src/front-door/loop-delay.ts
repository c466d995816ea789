import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds of one window of measuring. */
const span = 500;

/** Windows looked back on: what is late in one of them only was held up by one piece of work, not by too many. */
const windows = 4;

/** Milliseconds between two measurements. */
const resolution = 10;

/** Measures by how many milliseconds the event loop is late. */
export class LoopDelay {
  readonly #histogram = monitorEventLoopDelay({ resolution });
  readonly #timer: NodeJS.Timeout;
  /** Of the windows that are over, the latest last. */
  readonly #over: { worst: number; mean: number }[] = [];

  constructor() {
    this.#histogram.enable();
    this.#timer = setInterval(() => this.#turn(), span);
    this.#timer.unref();
  }

  /** The worst delay of the last second or so. */
  get worst(): number {
    const [before, last] = this.#over.slice(-2);
    return Math.max(before?.worst ?? 0, last?.worst ?? 0, late(this.#histogram.max));
  }

  /** The mean delay in the best of the last four half seconds: what it never went below for two seconds. */
  get lasting(): number {
    if (this.#over.length < windows) return 0;
    return Math.min(...this.#over.map(({ mean }) => mean));
  }

  /** Measures no more. */
  close(): void {
    clearInterval(this.#timer);
    this.#histogram.disable();
  }

  #turn(): void {
    this.#over.push({ worst: late(this.#histogram.max), mean: late(this.#histogram.mean) });
    if (this.#over.length > windows) this.#over.shift();
    this.#histogram.reset();
  }
}

/** The histogram holds nanoseconds between two ticks, of which the resolution is meant. */
function late(nanoseconds: number): number {
  return Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds / 1e6 - resolution) : 0;
}
