import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import { addDays, moment, todayInTokyo } from '../tokyo-day.js';
import { opportunityId, personId } from './opportunity-line.js';
import { sampleOf, type Sourced } from './sourced.js';

/** Of what learners say something: 学習機会, 施設, 講師・指導者. */
export const FEEDBACK_ABOUT = ['OPPORTUNITY', 'FACILITY', 'INSTRUCTOR'] as const;

/** What an invented learner said, and what the provider made of it. */
export interface FeedbackRow extends Sourced {
  id: string;
  about: (typeof FEEDBACK_ABOUT)[number];
  aboutId: string;
  rating: number;
  liked: string | null;
  wished: string | null;
  givenOn: string;
  answer: string | null;
  changed: string | null;
  answeredAt: string | null;
  departmentCode: string;
}

const idIn = {
  OPPORTUNITY: opportunityId,
  FACILITY: (code: string) => code,
  INSTRUCTOR: personId,
} as const;

/** Promises some thirty invented voices; more than half were answered, and some changed something. */
export const feedback = (today: string = todayInTokyo()): FeedbackRow[] =>
  rowsOf('feedback', (line) => {
    const about = line.oneOf('about', FEEDBACK_ABOUT);
    const answered = line.maybeNumber('answeredDaysAgo');
    return {
      id: opaqueId('feedback', line.text('key')),
      about,
      aboutId: idIn[about](line.text('subject')),
      rating: line.number('rating'),
      liked: line.maybe('liked'),
      wished: line.maybe('wished'),
      givenOn: addDays(today, -line.number('daysAgo')),
      answer: line.maybe('answer'),
      changed: line.maybe('changed'),
      answeredAt: answered === null ? null : moment(addDays(today, -answered), '15:00'),
      departmentCode: line.text('department'),
      ...sampleOf(today),
    };
  });
