import { registerEnumType } from 'type-graphql';

/** When a person has time. */
export enum Availability {
  WEEKDAY_DAY = 'WEEKDAY_DAY',
  WEEKDAY_EVENING = 'WEEKDAY_EVENING',
  WEEKEND = 'WEEKEND',
  ANY = 'ANY',
}

registerEnumType(Availability, {
  name: 'Availability',
  description: 'When a person has time (活動できる時間帯).',
  valuesConfig: {
    WEEKDAY_DAY: { description: 'Weekdays by day (平日昼間).' },
    WEEKDAY_EVENING: { description: 'Weekday evenings (平日夜間).' },
    WEEKEND: { description: 'Weekends (土日).' },
    ANY: { description: 'Any time (いつでも).' },
  },
});
