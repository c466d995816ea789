// A table: the headers of how lotteries of rooms and courts went.
import type { DatasetColumns } from './definition.js';
import { placeColumns } from './place.columns.js';

/** Odds of lotteries: counts by room, month of use and part of the day, no persons. */
export const lotteryOddsColumns: DatasetColumns = {
  id: 'lottery-odds',
  title: '施設抽選実績一覧',
  columns: {
    code: placeColumns['code'] ?? [],
    facility: ['施設名', '施設名称', '館名', '施設'],
    room: ['部屋名', '室名', '部屋名称', '室場名', 'コート名', '面名'],
    month: ['利用月', '利用年月', '対象月', '抽選対象月'],
    opens: ['開始時刻', '開始時間', '利用開始時刻', '区分開始'],
    closes: ['終了時刻', '終了時間', '利用終了時刻', '区分終了'],
    applied: ['申込数', '申込件数', '抽選申込数', '応募数'],
    won: ['当選数', '当選件数'],
    remarks: ['備考'],
  },
  needs: [['facility'], ['room'], ['month'], ['applied'], ['won']],
  marks: ['month', 'applied', 'won', 'room'],
};
