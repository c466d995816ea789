import { opaqueId } from '../opaque-id.js';
import { type Line, rowsOf } from '../table.js';
import { todayInTokyo } from '../tokyo-day.js';
import { groupId } from './groups.js';
import { roomId } from './rooms.js';
import { sampleOf, type Sourced } from './sourced.js';

/** When a circle usually meets on a court; composed by us. */
export interface CourtUseRow extends Sourced {
  id: string;
  groupId: string;
  roomId: string;
  weekday: number;
  startsAt: string;
  endsAt: string;
  weeks: number[];
}

const useOf = (line: Line, today: string): CourtUseRow => ({
  id: opaqueId('court-use', `${line.text('group')} ${line.text('room')}`),
  groupId: groupId(line.text('group')),
  roomId: roomId(line.text('room')),
  weekday: line.number('weekday'),
  startsAt: line.text('startsAt'),
  endsAt: line.text('endsAt'),
  weeks: line.list('weeks').map(Number),
  ...sampleOf(today),
});

/** Promises the courts that invented circles use regularly. */
export const courtUses = (today: string = todayInTokyo()): CourtUseRow[] =>
  rowsOf('court-uses', (line) => useOf(line, today));
