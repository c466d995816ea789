import { staleAfterDays } from '@manabi/kit/value/provenance';

const day = 24 * 60 * 60 * 1000;

/** Whether an entry of a register must be confirmed at a moment: nobody did for a year, or ever. */
export function isConfirmationDue(confirmedAt: Date | null | undefined, at: Date): boolean {
  return !confirmedAt || at.getTime() - confirmedAt.getTime() > staleAfterDays * day;
}
