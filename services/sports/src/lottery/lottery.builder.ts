import { LotteryOddsCount } from './lottery-odds-count.entity.js';
import { LotteryRound } from './lottery-round.entity.js';

/** A lottery of December's times for tests; name only what matters. */
export function aLotteryRound(given: Partial<LotteryRound> = {}): LotteryRound {
  return Object.assign(
    new LotteryRound(),
    {
      id: 'round',
      roomId: 'court',
      month: '2026-12',
      opensAt: new Date('2026-10-01T00:00:00+09:00'),
      closesAt: new Date('2026-10-07T23:59:59+09:00'),
      drawAt: new Date('2026-10-08T00:00:00+09:00'),
      confirmFrom: new Date('2026-10-09T00:00:00+09:00'),
      confirmBy: new Date('2026-10-15T23:59:59+09:00'),
      firstComeFrom: new Date('2026-10-16T00:00:00+09:00'),
      provenance: { department: 'sports', sample: true },
    },
    given,
  );
}

/** Odds of September mornings for tests; name only what matters. */
export function someLotteryOdds(given: Partial<LotteryOddsCount> = {}): LotteryOddsCount {
  return Object.assign(
    new LotteryOddsCount(),
    {
      id: 'odds',
      roomId: 'court',
      month: '2026-09',
      opens: '09:00',
      closes: '13:00',
      applied: 8,
      won: 2,
      provenance: { department: 'sports', sample: true },
    },
    given,
  );
}
