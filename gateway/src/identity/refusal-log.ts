/** Milliseconds in which one reason is told once. */
const quiet = 10_000;

/** Reasons that are told apart at most; they come from a short list, but tokens have a part in them. */
const reasonsAtMost = 100;

/** Tells why tokens are refused without letting whoever sends bad ones fill the log. */
export class RefusalLog {
  readonly #tell: (reason: string, times: number) => void;
  readonly #untold = new Map<string, { times: number; toldAt: number }>();

  constructor(tell: (reason: string, times: number) => void) {
    this.#tell = tell;
  }

  /** Notes one refusal; the first of a reason is told at once, those of the next ten seconds with the first after. */
  note(reason: string): void {
    const now = performance.now();
    const known = this.#untold.get(reason);
    if (known && now - known.toldAt < quiet) {
      known.times++;
      return;
    }
    if (!known && this.#untold.size >= reasonsAtMost) this.#untold.clear();
    this.#untold.set(reason, { times: 0, toldAt: now });
    this.#tell(reason, 1 + (known?.times ?? 0));
  }
}
