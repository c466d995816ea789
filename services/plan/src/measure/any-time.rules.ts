/** Between which moments something counts; ISO 8601, null does not restrict. */
interface Between {
  readonly from: string | null;
  readonly to: string | null;
}

/** Whether everything counts, whenever it takes place: then what is kept of everything answers. */
export const isAnyTime = ({ from, to }: Between): boolean => from === null && to === null;

/** What is asked of any time, and what of a time of its own. */
export function byTime<Key extends Between>(
  keys: readonly Key[],
): { readonly always: Key[]; readonly timed: Key[] } {
  return { always: keys.filter(isAnyTime), timed: keys.filter((key) => !isAnyTime(key)) };
}
