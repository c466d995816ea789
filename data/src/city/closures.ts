import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import { text, type Text } from '../text.js';
import { addDays, moment, todayInTokyo } from '../tokyo-day.js';
import { roomId } from './rooms.js';
import { sampleOf, type Sourced } from './sourced.js';

/** A time in which a house or some of its rooms are closed beside the usual days (臨時休館). */
export interface ClosureRow extends Sourced {
  id: string;
  facilityCode: string;
  /** Empty where the whole house is closed. */
  roomIds: string[];
  reason: Text;
  announcedAt: string;
  startsAt: string;
  /** Null is until further notice. */
  endsAt: string | null;
  /** When it was opened again before its time. */
  liftedAt: string | null;
}

/** Promises six sample closures about a day: past, present and to come, one of them lifted, one without an end. */
export const closures = (today: string = todayInTokyo()): ClosureRow[] =>
  rowsOf('closures', (line) => {
    const day = (column: string): string => addDays(today, line.number(column));
    const days = line.maybeNumber('days');
    const lifted = line.maybeNumber('lifted');
    return {
      id: opaqueId('closure', line.text('key')),
      facilityCode: line.text('facility'),
      roomIds: line.list('rooms').map(roomId),
      reason: text(line.text('reason'), {
        kana: null,
        plain: line.text('plain'),
        en: line.text('en'),
      }),
      announcedAt: moment(day('announced'), '09:00'),
      startsAt: moment(day('starts'), '00:00'),
      endsAt: days === null ? null : moment(addDays(day('starts'), days), '00:00'),
      liftedAt: lifted === null ? null : moment(addDays(today, lifted), '09:00'),
      ...sampleOf(today),
    };
  });
