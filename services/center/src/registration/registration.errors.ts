import { bilingual } from '@manabi/kit/value/local-text';

import type {
  NotAResident,
  RegisteredAlready,
  RegistrationDecidedAlready,
  SubjectUnknown,
} from '../value/registration-answer.js';

/** This account has a registration that waits, or an entry. */
export const registeredAlready = (): RegisteredAlready => ({
  __typename: 'RegisteredAlready',
  why: bilingual(
    'この利用者の申請は審査待ちか、すでに登録されています。',
    'This account has a registration that waits, or is entered already.',
  ),
  whatToDo: bilingual(
    '結果を待つか、内容を直したいときは生涯学習情報センターへお知らせください。',
    'Wait for the decision; to correct an entry, tell the learning information centre.',
  ),
});

/** Who asks is no resident with an account. */
export const notAResident = (): NotAResident => ({
  __typename: 'NotAResident',
  why: bilingual(
    'この操作は住民本人の利用者だけができます。',
    'Only a resident who signed in can do this.',
  ),
  whatToDo: bilingual(
    '本人としてサインインしてください。部署は共通入力様式で登録できます。',
    'Sign in as yourself. Departments enter lists with the common entry form.',
  ),
});

/** The register does not know a subject. */
export const subjectUnknown = (written: string): SubjectUnknown => ({
  __typename: 'SubjectUnknown',
  why: bilingual(
    `分野「${written}」は登録されていません。`,
    `The register has no subject "${written}".`,
  ),
  whatToDo: bilingual(
    '分野を検索して選び直してください。',
    'Search "subjects" and send one of them.',
  ),
});

/** A department decided it before. */
export const registrationDecidedAlready = (): RegistrationDecidedAlready => ({
  __typename: 'RegistrationDecidedAlready',
  why: bilingual('この申請は審査が終わっています。', 'This registration was decided before.'),
  whatToDo: bilingual(
    '登録を直すときは、登録された人や団体の記録を直してください。',
    'To correct it, change the entry that was made of it.',
  ),
});
