import { opaqueId } from '../opaque-id.js';
import { type Line, rowsOf } from '../table.js';
import { nameOf, type Text } from '../text.js';
import { type Sourced, sourced } from './sourced.js';

/** What a room is for. */
export const ROOM_PURPOSES = [
  'ASSEMBLY',
  'STUDY',
  'TATAMI',
  'COOKING',
  'MUSIC',
  'CHILDCARE',
  'STORY',
  'SELF_STUDY',
  'GYM',
  'POOL',
  'TRAINING',
  'EXERCISE',
  'BUDO',
  'GROUND',
  'TENNIS',
  'PLAY',
  'CRAFT',
  'ADVICE',
  'HEALTH',
  'HALL',
  'EXHIBITION',
  'OUTDOOR',
] as const;

/** A room or court of a facility (部屋・コート). */
export interface RoomRow extends Sourced {
  id: string;
  facilityCode: string;
  name: Text;
  aliases: string[];
  floor: string | null;
  capacity: number;
  purpose: (typeof ROOM_PURPOSES)[number];
}

/** Promises the id of the room with this key, `<facility code>:<two digits>`. */
export const roomId = (key: string): string => opaqueId('room', key);

const roomOf = (line: Line): RoomRow => ({
  id: roomId(line.text('key')),
  facilityCode: line.text('facility'),
  name: nameOf(line),
  aliases: line.list('aliases'),
  floor: line.maybe('floor'),
  capacity: line.number('capacity'),
  purpose: line.oneOf('purpose', ROOM_PURPOSES),
  ...sourced(line, line.list('sampleFields')),
});

/** Promises every room of every facility; those named by the city's own events are real, the others sample. */
export const rooms = (): RoomRow[] => rowsOf('rooms', roomOf);
