import { RegularUseColumns } from '@manabi/kit/slot/regular-use.columns';
import { Entity } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';

/** A group's regular use of a study room: not who holds it each time, but when it usually meets there. */
@Entity({ tableName: 'regular_use' })
@ObjectType({ description: 'A group’s regular use of a study room (学習室の定期利用).' })
export class RegularUse extends RegularUseColumns {}
