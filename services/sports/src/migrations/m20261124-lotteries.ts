import { migrationStep } from '@manabi/kit/database';
import { lotteryTables } from '@manabi/kit/slot/lottery.tables';

/** What stands on courts, their announced lotteries, and past odds. */
export const lotteries = migrationStep('m20261124-lotteries', [
  `alter table court add column equipment text[] not null default '{}'`,
  ...lotteryTables('court'),
]);
