import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { Gauge, type Metric, type Readings } from './metric.js';

/** Milliseconds between two looks at the event loop. */
const resolution = 20;

/** What an operator wants to know of the process: memory, time on the processor, how long the event loop is held up. */
export function processMetrics(): { all: readonly Metric[]; stop(): void } {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  return {
    all: [delayMetric(delay), utilizationMetric(), ...usageMetrics()],
    stop: () => delay.disable(),
  };
}

function delayMetric(delay: ReturnType<typeof monitorEventLoopDelay>): Metric {
  const now = (): Readings => {
    const readings = quantiles.map(
      (quantile) => [[String(quantile)], delay.percentile(quantile * 100) / 1e9] as const,
    );
    // Each reading tells of the time since the one before it.
    delay.reset();
    return readings;
  };
  return new Gauge(
    'hub_event_loop_delay_seconds',
    'Time between two turns of the event loop since the last reading, by quantile; a calm one takes 0.02.',
    { labels: ['quantile'], now },
  );
}

function utilizationMetric(): Metric {
  let before = performance.eventLoopUtilization();
  const now = (): Readings => {
    const present = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(present, before);
    before = present;
    return [[[], utilization]];
  };
  return new Gauge(
    'hub_event_loop_utilization',
    'Part of the time since the last reading in which the event loop was busy, from 0 to 1.',
    { labels: [], now },
  );
}

function usageMetrics(): Metric[] {
  const memory = (): Readings =>
    Object.entries(process.memoryUsage()).map(([kind, bytes]) => [[kind], bytes] as const);
  return [
    new Gauge('hub_process_memory_bytes', 'Memory of the process, by kind.', {
      labels: ['kind'],
      now: memory,
    }),
    new Gauge('hub_process_cpu_seconds', 'Time on the processor since the process began.', {
      labels: ['kind'],
      now: cpu,
    }),
    new Gauge('hub_process_uptime_seconds', 'Time since the process began.', {
      labels: [],
      now: () => [[[], process.uptime()]],
    }),
  ];
}

const quantiles = [0.5, 0.9, 0.99, 1];

function cpu(): Readings {
  const { user, system } = process.cpuUsage();
  return [
    [['user'], user / 1e6],
    [['system'], system / 1e6],
  ];
}
