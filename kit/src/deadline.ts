/** Name of the header that tells a service until when (unix milliseconds) its answer is waited for. */
export const deadlineHeader = 'hub-deadline';

/** Reads the deadline of a request; undefined where none, or nothing readable, came. */
export function deadlineOf(header: string | undefined): Date | undefined {
  return header && /^\d{1,15}$/.test(header) ? new Date(Number(header)) : undefined;
}
