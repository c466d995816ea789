import { RecordWriteInput } from '@manabi/kit/write/write.input';
import { Field, InputType } from 'type-graphql';

import { RegisterKind } from '../value/confirm-answer.js';

/** Which entry was looked at and holds. */
@InputType({ description: 'Which entry was looked at and holds (確認した記録).' })
export class ConfirmEntryInput extends RecordWriteInput {
  @Field(() => RegisterKind, { description: 'The register (登録簿).' })
  register!: RegisterKind;
}
