import { readDate } from '../cell/date.js';
import { type Reading, refused } from '../cell/reading.js';
import { readUrl } from '../cell/url.js';
import type { Row } from '../row.js';
import { type EventDates, momentOf } from './event-dates.js';
import type { Moment } from './event-session.js';
import type { EventRecord } from './record.js';

type ApplicationFields = {
  [
    K in
      | 'applicationFrom'
      | 'applicationUntil'
      | 'applicationMethod'
      | 'applicationUrl'
      | 'publishedOn'
      | 'updatedOn'
  ]: EventRecord[K] | undefined;
};

/**
 * How and when one applies for an event, and when its row was published. Days without a year are those nearest to
 * the event. An end before the start is no end: it is said, and its words are kept.
 */
export function applicationOf(row: Row, dates: EventDates): ApplicationFields {
  const near = dates.startsOn ?? dates.endsOn;
  const reference = near === undefined ? row.context.reference : { near };
  const from = momentOf(row, {
    date: 'applicationStart',
    time: 'applicationStartTime',
    at: 'start',
    reference,
  });
  const until = momentOf(row, {
    date: 'applicationEnd',
    time: 'applicationEndTime',
    at: 'end',
    reference,
  });
  const isReversed = from !== undefined && until !== undefined && isBefore(until, from);
  return {
    applicationFrom: from,
    applicationUntil: isReversed ? row.keep('applicationEnd', reversed(row)) : until,
    applicationMethod: row.untraced(row.text('applicationMethod')),
    applicationUrl: row.read('applicationUrl', readUrl),
    publishedOn: row.read('publishedOn', (cell) => readDate(cell, reference)),
    updatedOn: row.read('updatedOn', (cell) => readDate(cell, reference)),
  };
}

/** Whether applications close before they open; a day without a time opens with its start and closes with its end. */
function isBefore(closes: Moment, opens: Moment): boolean {
  const end = `${closes.date} ${closes.time ?? '24:00'}`;
  return end < `${opens.date} ${opens.time ?? '00:00'}`;
}

function reversed(row: Row): Reading<never> {
  const end = row.cell('applicationEnd');
  return refused(end, {
    code: 'APPLICATION_REVERSED',
    message: `申込終了（${end}）が申込開始（${row.cell('applicationStart')}）より前です。申込終了は取り込んでいません。`,
    remedy: '申込開始と申込終了の日時を確かめてください。',
  });
}
