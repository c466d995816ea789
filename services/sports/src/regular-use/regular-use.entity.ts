import { RegularUseColumns } from '@manabi/kit/slot/regular-use.columns';
import { Entity } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';

/** A group's regular use of a court: not who holds it each time, but when it usually meets there. */
@Entity({ tableName: 'regular_use' })
@ObjectType({ description: 'A group’s regular use of a court (コートの定期利用).' })
export class RegularCourtUse extends RegularUseColumns {}
