import type { DatasetColumns } from './definition.js';
import { formColumns } from './form-columns.js';
import {
  lotteryOddsForm,
  lotteryWindowForm,
  regularUseForm,
  roomForm,
  slotForm,
} from './room.form.js';
import { placeColumns } from './place.columns.js';

const code = placeColumns['code'] ?? [];

/** Rooms, courts and grounds that are let. */
export const roomColumns: DatasetColumns = {
  id: 'room',
  title: '貸出施設・部屋一覧',
  columns: { code, ...formColumns(roomForm) },
  needs: [['facility'], ['room'], ['bands']],
  marks: ['room', 'use', 'bands', 'equipment'],
};

/** Groups that use a room regularly. */
export const regularUseColumns: DatasetColumns = {
  id: 'regular-use',
  title: '定例利用一覧',
  columns: { code, ...formColumns(regularUseForm) },
  needs: [['group'], ['facility'], ['room'], ['weekday'], ['opens']],
  marks: ['group', 'room', 'weekday'],
};

/** Lotteries of rooms as announced. */
export const lotteryWindowColumns: DatasetColumns = {
  id: 'lottery-window',
  title: '施設抽選日程一覧',
  columns: { code, ...formColumns(lotteryWindowForm) },
  needs: [['facility'], ['month'], ['applyFrom'], ['applyUntil'], ['drawOn']],
  marks: ['month', 'applyFrom', 'drawOn', 'confirmUntil', 'firstComeFrom'],
};

/** What is taken of rooms. */
export const slotColumns: DatasetColumns = {
  id: 'slot',
  title: '利用枠・予約状況一覧',
  columns: { code, ...formColumns(slotForm) },
  needs: [['facility'], ['room'], ['date'], ['opens'], ['closes'], ['state']],
  marks: ['room', 'date', 'state'],
};

/** Odds of lotteries: counts by room, month of use and part of the day, no persons. */
export const lotteryOddsColumns: DatasetColumns = {
  id: 'lottery-odds',
  title: '施設抽選実績一覧',
  columns: { code, ...formColumns(lotteryOddsForm) },
  needs: [['facility'], ['room'], ['month'], ['applied'], ['won']],
  marks: ['month', 'applied', 'won', 'room'],
};
