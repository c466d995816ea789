import { type LoaderOf, one } from '@manabi/kit/batch';

import { type Feedback, FeedbackAbout } from './feedback.entity.js';
import {
  type SummaryRow,
  feedbackByIds,
  summariesOf,
  summariesOfMeasures,
} from './feedback.repository.js';

export const feedbackById: LoaderOf<string, Feedback | null> = (em) =>
  one(
    (ids) => feedbackByIds(em, ids),
    ({ id }) => id,
  );

const summaryOf =
  (about: FeedbackAbout): LoaderOf<string, SummaryRow | null> =>
  (em) =>
    one(
      (ids) => summariesOf(em, about, ids),
      ({ of }) => of,
    );

export const summaryOfOpportunity = summaryOf(FeedbackAbout.OPPORTUNITY);
export const summaryOfFacility = summaryOf(FeedbackAbout.FACILITY);
export const summaryOfInstructor = summaryOf(FeedbackAbout.INSTRUCTOR);

export const summaryOfMeasure: LoaderOf<string, SummaryRow | null> = (em) =>
  one(
    (codes) => summariesOfMeasures(em, codes),
    ({ of }) => of,
  );
