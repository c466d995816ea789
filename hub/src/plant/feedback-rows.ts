import { type FeedbackRow, feedback } from '@manabi/data/city/feedback';
import { Feedback, FeedbackAbout } from '@manabi/plan/feedback/feedback.entity';

import { type TableRows, rowsFor } from './planter.js';
import { provenanceOf } from './provenance.js';

const feedbackRow = (row: FeedbackRow): Partial<Feedback> => ({
  id: row.id,
  about: FeedbackAbout[row.about],
  aboutId: row.aboutId,
  rating: row.rating,
  liked: row.liked,
  wished: row.wished,
  givenOn: row.givenOn,
  answer: row.answer === null ? null : { ja: row.answer },
  changed: row.changed === null ? null : { ja: row.changed },
  answeredAt: row.answeredAt === null ? null : new Date(row.answeredAt),
  departmentCode: row.departmentCode,
  provenance: provenanceOf(row, row.departmentCode),
});

/** What invented learners said, and what the departments answered. */
export const feedbackRows = (today: string): TableRows =>
  rowsFor(Feedback, feedback(today).map(feedbackRow), { gone: 'deleted' });
