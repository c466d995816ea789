import { Feedback, FeedbackAbout } from './feedback.entity.js';

/** What a learner said, for tests; name only what matters. */
export function aFeedback(given: Partial<Feedback> = {}): Feedback {
  return Object.assign(
    new Feedback(),
    {
      id: 'feedback',
      about: FeedbackAbout.OPPORTUNITY,
      aboutId: 'o1',
      rating: 4,
      givenOn: '2026-09-01',
      departmentCode: 'kominkan',
      provenance: { department: 'kominkan', sample: false },
    },
    given,
  );
}
