import type { GatewaySettings } from '../configuration/gateway-settings.js';
import { HttpRefused } from '../errors/http-refused.js';
import type { LoopDelay } from './loop-delay.js';

/** Milliseconds for which a gateway that shed a request says that it is busy. */
const aftermath = 1000;

interface Waiting {
  admit(): void;
  timer: NodeJS.Timeout;
}

/** Takes on what the gateway can do in time, and says at once, before reading it, what it cannot. */
export class Admission {
  readonly #load: GatewaySettings['load'];
  readonly #delay: Pick<LoopDelay, 'worst' | 'lasting'>;
  readonly #waiting = new Set<Waiting>();
  #inWork = 0;
  #shedAt = -Infinity;

  constructor(load: GatewaySettings['load'], delay: Pick<LoopDelay, 'worst' | 'lasting'>) {
    this.#load = load;
    this.#delay = delay;
  }

  /** Whether something was shed a moment ago or the event loop is late: then nothing more should be sent here. */
  get isOverloaded(): boolean {
    return performance.now() - this.#shedAt < aftermath || this.#delay.worst > this.#load.delay;
  }

  /** Throws HttpRefused 503 when there is no hope of a place. */
  refuseWhenBusy(): void {
    const isFull = this.#inWork >= this.#load.inWork && this.#waiting.size >= this.#load.waiting;
    if (isFull || this.#delay.lasting > this.#load.delay) throw this.#shed();
  }

  /** Waits for a place, which whoever got it leaves again; throws HttpRefused 503, or rejects with it. */
  enter(): void | Promise<void> {
    if (this.#inWork >= this.#load.inWork) return this.#turn();
    this.#inWork++;
  }

  #turn(): Promise<void> {
    if (this.#waiting.size >= this.#load.waiting) throw this.#shed();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(waiting);
        reject(this.#shed());
      }, this.#load.patience);
      const waiting: Waiting = { admit: resolve, timer };
      this.#waiting.add(waiting);
    });
  }

  /** Gives a place back: it goes to who waits longest. */
  leave(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#inWork--;
      return;
    }
    this.#waiting.delete(next);
    clearTimeout(next.timer);
    next.admit();
  }

  #shed(): HttpRefused {
    this.#shedAt = performance.now();
    return new HttpRefused(
      503,
      'The gateway has more to do than it can do in time; ask again in some seconds.',
      { 'retry-after': '2' },
    );
  }
}
