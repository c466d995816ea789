import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import type { Text } from '../text.js';
import { addDays, moment, todayInTokyo } from '../tokyo-day.js';
import { sampleOf, type Sourced } from './sourced.js';

/** 連絡調整会議, 推進懇談会, 施設利用者懇談会, 学習相談の勉強会. */
export const MEETING_KINDS = ['COORDINATION', 'CITIZENS', 'FACILITY_USERS', 'STUDY'] as const;

/** How far a decision has come: 決定, 実施中, 実施済み. */
export const DECISION_STATES = ['DECIDED', 'UNDER_WAY', 'DONE'] as const;

/** An invented meeting that carries the plan. */
export interface PlanMeetingRow extends Sourced {
  id: string;
  kind: (typeof MEETING_KINDS)[number];
  title: Text;
  heldAt: string;
  summary: Text;
  citizens: number;
  staff: number;
  facilityCode: string;
}

/** What an invented meeting decided for a measure. */
export interface MeetingDecisionRow {
  id: string;
  meetingId: string;
  number: number;
  measureCode: string;
  text: Text;
  state: (typeof DECISION_STATES)[number];
  dueOn: string;
  departmentCode: string;
}

const meetingId = (key: string): string => opaqueId('plan-meeting', key);

/** Promises ten invented meetings of the last months. */
export const planMeetings = (today: string = todayInTokyo()): PlanMeetingRow[] =>
  rowsOf('plan-meetings', (line) => ({
    id: meetingId(line.text('key')),
    kind: line.oneOf('kind', MEETING_KINDS),
    title: { ja: line.text('title') },
    heldAt: moment(addDays(today, -line.number('daysAgo')), line.text('startsAt')),
    summary: { ja: line.text('summary') },
    citizens: line.number('citizens'),
    staff: line.number('staff'),
    facilityCode: line.text('facility'),
    ...sampleOf(today),
  }));

/** Promises what they decided, each for one measure. */
export const meetingDecisions = (today: string = todayInTokyo()): MeetingDecisionRow[] =>
  rowsOf('meeting-decisions', (line) => {
    const number = line.number('number');
    return {
      id: opaqueId('meeting-decision', `${line.text('meeting')}/${number}`),
      meetingId: meetingId(line.text('meeting')),
      number,
      measureCode: line.text('measure'),
      text: { ja: line.text('text') },
      state: line.oneOf('state', DECISION_STATES),
      dueOn: addDays(today, line.number('dueDays')),
      departmentCode: line.text('department'),
    };
  });
