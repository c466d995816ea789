import { opaqueId } from '../opaque-id.js';
import { type Line, rowsOf } from '../table.js';
import { nameOf, type Text } from '../text.js';
import { todayInTokyo } from '../tokyo-day.js';
import type { WeeklyHours } from './opening-hours.js';
import { sampleOf, type Sourced } from './sourced.js';

const FACTS = ['YES', 'NO', 'UNKNOWN'] as const;

type Fact = (typeof FACTS)[number];

/** A place where one may simply sit (ひとりで過ごせる場所): reading rooms, lobbies, corners for teenagers. */
export interface SittingPlaceRow extends Sourced {
  id: string;
  /** The service that keeps it. */
  owner: 'library' | 'kominkan' | 'welfare';
  facilityCode: string;
  name: Text;
  location: string;
  rules: string[];
  wifi: Fact;
  power: Fact;
  supervised: Fact;
  quiet: Fact;
  eating: Fact;
  seats: number;
  /** Completed months, both ends included; null is open. */
  ages: { minMonths: number | null; maxMonths: number | null };
  /** Empty where the hours of the house hold. */
  hours: WeeklyHours[];
}

const hoursOf = (line: Line): WeeklyHours[] =>
  line.list('weekdays').map((weekday) => ({
    weekday: Number(weekday),
    opensAt: line.text('opensAt'),
    closesAt: line.text('closesAt'),
  }));

const agesOf = (line: Line): SittingPlaceRow['ages'] => {
  const [youngest, oldest] = [line.maybeNumber('ageMin'), line.maybeNumber('ageMax')];
  return {
    minMonths: youngest === null ? null : youngest * 12,
    maxMonths: oldest === null ? null : oldest * 12 + 11,
  };
};

/** Promises sample places to sit in real houses, as they stand on `today`. */
export const sittingPlaces = (today: string = todayInTokyo()): SittingPlaceRow[] =>
  rowsOf('sitting-places', (line) => ({
    id: opaqueId('sitting-place', line.text('key')),
    owner: line.oneOf('owner', ['library', 'kominkan', 'welfare']),
    facilityCode: line.text('facility'),
    name: nameOf(line),
    location: line.text('location'),
    rules: line.list('rules'),
    wifi: line.oneOf('wifi', FACTS),
    power: line.oneOf('power', FACTS),
    supervised: line.oneOf('supervised', FACTS),
    quiet: line.oneOf('quiet', FACTS),
    eating: line.oneOf('eating', FACTS),
    seats: line.number('seats'),
    ages: agesOf(line),
    hours: hoursOf(line),
    ...sampleOf(today),
  }));
