import { RecordWriteInput } from '@manabi/kit/write/write.input';
import { Field, InputType, registerEnumType } from 'type-graphql';

/** Records that a department of welfare may confirm. */
export enum CareRecordKind {
  CARE_PROGRAM = 'CARE_PROGRAM',
  CHILDCARE_SESSION = 'CHILDCARE_SESSION',
  ASSISTANTS = 'ASSISTANTS',
  PRACTICE_NOTE = 'PRACTICE_NOTE',
  FACILITY_ACCESS = 'FACILITY_ACCESS',
}

registerEnumType(CareRecordKind, {
  name: 'CareRecordKind',
  description: 'Which kind of record it is (記録の種類).',
  valuesConfig: {
    CARE_PROGRAM: { description: 'A programme (福祉・子育て・健康の事業).' },
    CHILDCARE_SESSION: { description: 'A session of childcare (保育付きの回).' },
    ASSISTANTS: { description: 'Assistants at something (介助・通訳の人数).' },
    PRACTICE_NOTE: { description: 'A note of staff (実践ノート).' },
    FACILITY_ACCESS: {
      description:
        'The access profile of a facility; its id is the code of the facility (施設のバリアフリー).',
    },
  },
});

/** Which record still holds. */
@InputType({ description: 'Which record still holds (確認する記録).' })
export class ConfirmCareRecordInput extends RecordWriteInput {
  @Field(() => CareRecordKind, { description: 'Which kind of record (種類).' })
  kind!: CareRecordKind;
}
