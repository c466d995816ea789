import { ChangeFields } from '@manabi/kit/subscription/change.fields';
import { ObjectType } from 'type-graphql';

/** A change of a sports class. */
@ObjectType({ description: 'A change of a sports class (スポーツ教室の変更).' })
export class SportsClassChange extends ChangeFields {}
