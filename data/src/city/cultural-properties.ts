import { rowsOf } from '../table.js';
import { nameOf, type Text } from '../text.js';
import { todayInTokyo } from '../tokyo-day.js';
import type { WeeklyHours } from './opening-hours.js';
import { sampleOf, type Sourced } from './sourced.js';
import { subjectKey, type SubjectKey } from './subjects.js';

/** An invented cultural property (文化財). */
export interface CulturalPropertyRow extends Sourced {
  code: string;
  name: Text;
  designations: string[];
  category: string;
  placeName: string;
  facilityCode: string | null;
  areaName: string;
  latitude: number | null;
  longitude: number | null;
  /** ISO date. */
  designatedOn: string;
  quantity: string | null;
  /** An organisation, or 個人. */
  owner: string | null;
  summary: Text;
  description: Text;
  hours: WeeklyHours[];
  subjectKeys: SubjectKey[];
}

/** Promises ten invented cultural properties: their names begin with a word for "sample". */
export const culturalProperties = (today: string = todayInTokyo()): CulturalPropertyRow[] =>
  rowsOf('cultural-properties', (line) => ({
    code: `132292-${line.text('key')}`,
    name: nameOf(line),
    designations: line.list('designations'),
    category: line.text('category'),
    placeName: line.text('place'),
    facilityCode: line.maybe('facility'),
    areaName: line.text('area'),
    latitude: line.maybeNumber('latitude'),
    longitude: line.maybeNumber('longitude'),
    designatedOn: line.text('designatedOn'),
    quantity: line.maybe('quantity'),
    owner: line.maybe('owner'),
    summary: { ja: line.text('summary') },
    description: { ja: line.text('description') },
    hours: line.list('weekdays').map((weekday) => ({
      weekday: Number(weekday),
      opensAt: line.text('opensAt'),
      closesAt: line.text('closesAt'),
    })),
    subjectKeys: line.list('subjects').map(subjectKey),
    ...sampleOf(today),
  }));
