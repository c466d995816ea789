import { migrationStep } from '@manabi/kit/database';
import { lotteryTables } from '@manabi/kit/slot/lottery.tables';

/** Announced lotteries of study rooms, and past odds. */
export const lotteries = migrationStep('m20261124-lotteries', lotteryTables('study_room'));
