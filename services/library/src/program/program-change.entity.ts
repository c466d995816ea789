import { ChangeFields } from '@manabi/kit/subscription/change.fields';
import { ObjectType } from 'type-graphql';

/** A change of a library event. */
@ObjectType({ description: 'A change of a library event (図書館行事の変更).' })
export class LibraryProgramChange extends ChangeFields {}
