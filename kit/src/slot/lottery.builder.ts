import type { LotteryOddsColumns, LotteryRoundColumns } from './lottery.columns.js';

/** Makes lotteries of December's times and odds of September mornings for tests, in a service's own classes. */
export interface LotteryBuilders<
  Round extends LotteryRoundColumns,
  Odds extends LotteryOddsColumns,
> {
  /** Name only what matters. */
  readonly round: (given?: Partial<Round>) => Round;
  /** Name only what matters. */
  readonly odds: (given?: Partial<Odds>) => Odds;
}

/** The builders of a service, whose room or court is called `roomId` where a test names none. */
export const lotteryBuilders = <Round extends LotteryRoundColumns, Odds extends LotteryOddsColumns>(
  types: { readonly round: new () => Round; readonly odds: new () => Odds },
  { department, roomId }: { readonly department: string; readonly roomId: string },
): LotteryBuilders<Round, Odds> => ({
  round: (given = {}) =>
    Object.assign(
      new types.round(),
      {
        id: 'round',
        roomId,
        month: '2026-12',
        opensAt: new Date('2026-10-01T00:00:00+09:00'),
        closesAt: new Date('2026-10-07T23:59:59+09:00'),
        drawAt: new Date('2026-10-08T00:00:00+09:00'),
        confirmFrom: new Date('2026-10-09T00:00:00+09:00'),
        confirmBy: new Date('2026-10-15T23:59:59+09:00'),
        firstComeFrom: new Date('2026-10-16T00:00:00+09:00'),
        provenance: { department, sample: true },
      },
      given,
    ),
  odds: (given = {}) =>
    Object.assign(
      new types.odds(),
      {
        id: 'odds',
        roomId,
        month: '2026-09',
        opens: '09:00',
        closes: '13:00',
        applied: 8,
        won: 2,
        provenance: { department, sample: true },
      },
      given,
    ),
});
