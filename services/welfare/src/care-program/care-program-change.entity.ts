import { ChangeFields } from '@manabi/kit/subscription/change.fields';
import { ObjectType } from 'type-graphql';

/** A change of a programme of welfare, child care or health. */
@ObjectType({
  description:
    'A change of a programme of welfare, child care or health (福祉・子育て・健康の事業の変更).',
})
export class CareProgramChange extends ChangeFields {}
