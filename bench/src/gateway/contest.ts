import type { Contender, Surroundings } from './contenders.js';
import { loaded, type LoadFigures } from './load.js';
import { MeasuredProcess } from './measured-process.js';

/** One run of one contender. */
export interface RunFigures {
  readonly requestsPerSecond: number;
  /** Of the contender's processor, per request. */
  readonly processorMs: number;
  /** Share of its core that it used; where it is far below 1, something else was the narrow place. */
  readonly busy: number;
  readonly callsPerRequest: number;
  readonly p50: number;
  readonly p99: number;
  readonly peakMiB: number;
  readonly faults: number;
}

/** An operation with its variables. */
export interface Asked {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

/** How hard and how long is asked. */
export interface Effort {
  readonly connections: number;
  readonly milliseconds: number;
  readonly warmMilliseconds: number;
  /** Answers before anything counts: code that ran seldom is not compiled yet. */
  readonly warmAnswers: number;
}

/** Runs one contender alone under one document: starts it, warms it, measures it, ends it. */
export async function run(
  contender: Contender,
  {
    surroundings,
    asked,
    calls,
  }: { surroundings: Surroundings; asked: Asked; calls: () => Promise<number> },
  { connections, milliseconds, warmMilliseconds, warmAnswers }: Effort,
): Promise<RunFigures> {
  const gateway = await MeasuredProcess.start(contender.start(surroundings));
  try {
    const body = JSON.stringify(asked);
    const headers = { authorization: `Bearer ${surroundings.token}` };
    const load = { url: gateway.url, body, connections, headers };
    await loaded({ ...load, milliseconds: warmMilliseconds, atLeast: warmAnswers });
    const before = { usage: await gateway.usage(), calls: await calls() };
    const figures = await loaded({ ...load, milliseconds });
    const after = { usage: await gateway.usage(), calls: await calls() };
    return told(figures, {
      milliseconds: after.usage.milliseconds - before.usage.milliseconds,
      calls: after.calls - before.calls,
      peak: after.usage.peak,
    });
  } finally {
    await gateway.stop();
  }
}

function told(
  { answers, seconds, p50, p99, faults }: LoadFigures,
  used: { milliseconds: number; calls: number; peak: number },
): RunFigures {
  return {
    requestsPerSecond: rounded(answers / seconds, 1),
    processorMs: rounded(used.milliseconds / answers, 4),
    busy: rounded(used.milliseconds / (seconds * 1000), 2),
    callsPerRequest: rounded(used.calls / answers, 2),
    p50,
    p99,
    peakMiB: used.peak,
    faults,
  };
}

/** A figure to so many places behind the point. */
export function rounded(figure: number, places: number): number {
  return Number(figure.toFixed(places));
}

/** The middle of the figures of several runs, figure by figure; the worst for faults and memory. */
export function middle(runs: readonly RunFigures[]): RunFigures {
  const of = (read: (run: RunFigures) => number): number => {
    const sorted = runs.map(read).toSorted((one, other) => one - other);
    return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  };
  const worst = (read: (run: RunFigures) => number): number => Math.max(...runs.map(read));
  return {
    requestsPerSecond: of((run) => run.requestsPerSecond),
    processorMs: of((run) => run.processorMs),
    busy: of((run) => run.busy),
    callsPerRequest: of((run) => run.callsPerRequest),
    p50: of((run) => run.p50),
    p99: of((run) => run.p99),
    peakMiB: worst((run) => run.peakMiB),
    faults: worst((run) => run.faults),
  };
}
