import { addRule } from '@manabi/kit/rules';
import { RecordWriteInput } from '@manabi/kit/write/write.input';
import { Field, InputType, Int } from 'type-graphql';
import { z } from 'zod';

/** How many places are left at a session of childcare. */
@InputType({ description: 'How many places are left (保育の残り枠).' })
export class StateChildcarePlacesInput extends RecordWriteInput {
  @Field(() => Int, { description: 'Places still free (残り枠).' }) placesLeft!: number;
}

addRule(StateChildcarePlacesInput.prototype, 'placesLeft', z.int().min(0).max(1_000));
