import { WriteInput } from '@manabi/kit/write/write.input';
import { InputType } from 'type-graphql';

/** A resident who speaks of the own entry. */
@InputType({
  description: 'A resident who speaks of the own entry (本人の登録についての意思表示).',
})
export class ConsentInput extends WriteInput {}
