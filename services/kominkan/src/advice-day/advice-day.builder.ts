import { AdviceDay } from './advice-day.entity.js';

/** An afternoon of advice for tests; name only what matters. */
export function anAdviceDay(given: Partial<AdviceDay> = {}): AdviceDay {
  return Object.assign(
    new AdviceDay(),
    {
      id: 'day',
      theme: { ja: '法律相談' },
      deskId: 'desk',
      startsAt: new Date('2026-11-10T13:00:00+09:00'),
      endsAt: new Date('2026-11-10T16:00:00+09:00'),
      provenance: { department: 'kominkan', sample: true },
    },
    given,
  );
}
