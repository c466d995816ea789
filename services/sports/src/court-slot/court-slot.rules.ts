import { addDays, japanDay, japanMoment } from '@manabi/kit/japan-time';

/** Days before the use from which on a court may be held. */
export const daysAhead = 60;

/**
 * When whoever comes first may hold a court that is used from a moment on: from 60 days before until it begins. No
 * rule of the city was found for courts; this one stands until the department says its own.
 */
export function firstCome(startsAt: Date): { opensAt: Date; closesAt: Date } {
  return {
    opensAt: japanMoment(addDays(japanDay(startsAt), -daysAhead), '00:00'),
    closesAt: startsAt,
  };
}
