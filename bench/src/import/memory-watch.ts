/** Memory of this process over a stretch of time, in MB. */
export interface MemoryWatch {
  /** The most that was held since the last mark; begins a new stretch. */
  mark(): number;
  stop(): void;
}

/** Looks at this process's memory five times a second. */
export function watchMemory(): MemoryWatch {
  let most = 0;
  const look = (): number => (most = Math.max(most, process.memoryUsage.rss()));
  const timer = setInterval(look, 200);
  return {
    mark: () => {
      const megabytes = Math.round(look() / 1_000_000);
      most = 0;
      return megabytes;
    },
    stop: () => clearInterval(timer),
  };
}
