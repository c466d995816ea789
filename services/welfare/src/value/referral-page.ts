import { guardedConnection } from '@manabi/kit/connection/guarded-connection';

import { Referral } from '../referral/referral.entity.js';

/** A page of consultations that a desk was handed. */
export const ReferralConnection = guardedConnection('Referral', Referral, {
  japanese: '引き継ぎ',
  page: 'A page of consultations',
  record: 'The consultation',
});
