import { randomFillSync } from 'node:crypto';

/** Where one span stands in a trace, as W3C Trace Context writes it (https://www.w3.org/TR/trace-context/). */
export class TraceContext {
  private constructor(
    readonly traceId: string,
    readonly spanId: string,
    readonly origin: { parentId: string | undefined; isSampled: boolean },
  ) {}

  /** Begins a trace of its own. */
  static root(isSampled: boolean): TraceContext {
    return new TraceContext(randomId(16), randomId(8), { parentId: undefined, isSampled });
  }

  /** Goes on with the trace of a `traceparent` header; undefined when the header is not one. */
  static following(traceparent: string): TraceContext | undefined {
    const match = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent);
    const [, traceId, parentId, flags] = match ?? [];
    if (!traceId || !parentId || !flags || isZero(traceId) || isZero(parentId)) return undefined;
    const isSampled = (Number.parseInt(flags, 16) & 1) === 1;
    return new TraceContext(traceId, randomId(8), { parentId, isSampled });
  }

  get isSampled(): boolean {
    return this.origin.isSampled;
  }

  /** The header that tells another service where to go on. */
  get traceparent(): string {
    return `00-${this.traceId}-${this.spanId}-${this.isSampled ? '01' : '00'}`;
  }

  /** The same place in the same trace, sampled or not as decided here. */
  decided(isSampled: boolean): TraceContext {
    return new TraceContext(this.traceId, this.spanId, { ...this.origin, isSampled });
  }

  /** A span below this one; where nothing is recorded, there is none and the same place is told. */
  child(): TraceContext {
    if (!this.isSampled) return this;
    return new TraceContext(this.traceId, randomId(8), { parentId: this.spanId, isSampled: true });
  }
}

const pool = Buffer.allocUnsafe(4096);
let used = pool.length;

function randomId(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  const id = pool.toString('hex', used - bytes, used);
  return isZero(id) ? randomId(bytes) : id;
}

function isZero(id: string): boolean {
  return /^0+$/.test(id);
}
