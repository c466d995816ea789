import { guardedConnection } from '@manabi/kit/connection/guarded-connection';

import { Registration } from '../registration/registration.entity.js';

/** A page of registrations. */
export const RegistrationConnection = guardedConnection('Registration', Registration, {
  japanese: '登録申請',
  page: 'A page of registrations',
  record: 'The registration',
});
