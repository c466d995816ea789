import { registerEnumType } from 'type-graphql';

/** What a resident asks to be entered as. */
export enum RegistrationKind {
  PERSON = 'PERSON',
  GROUP = 'GROUP',
}

registerEnumType(RegistrationKind, {
  name: 'RegistrationKind',
  description: 'What a resident asks to be entered as (登録の種類).',
  valuesConfig: {
    PERSON: { description: 'A person of the talent bank (人材バンク).' },
    GROUP: { description: 'A circle or group (サークル・団体).' },
  },
});

/** Where a registration stands. */
export enum RegistrationStatus {
  WAITING = 'WAITING',
  APPROVED = 'APPROVED',
  DECLINED = 'DECLINED',
}

registerEnumType(RegistrationStatus, {
  name: 'RegistrationStatus',
  description: 'Where a registration stands (登録の状態).',
  valuesConfig: {
    WAITING: { description: 'Waits for a department (審査待ち).' },
    APPROVED: { description: 'Entered in the register (登録済み).' },
    DECLINED: { description: 'Not entered (見送り).' },
  },
});
