import { registerEnumType } from 'type-graphql';

/** What happens at a moment of the calendar. */
export enum CalendarEvent {
  OPENS = 'OPENS',
  CLOSES = 'CLOSES',
  DRAW = 'DRAW',
  CONFIRM_BY = 'CONFIRM_BY',
}

registerEnumType(CalendarEvent, {
  name: 'CalendarEvent',
  description: 'What happens at a moment of the calendar of applications (申込カレンダーの出来事).',
  valuesConfig: {
    OPENS: { description: 'Applications open (受付開始).' },
    CLOSES: { description: 'Applications close (受付締切).' },
    DRAW: { description: 'Lots are drawn (抽選).' },
    CONFIRM_BY: { description: 'Who won must have confirmed by then (確定期限).' },
  },
});
