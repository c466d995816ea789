import { Directive, ObjectType } from 'type-graphql';

import { TimedOpportunity } from '../support/timed.stub.js';

/** A class of the sports department; kept elsewhere, here it gains what supports those who take part. */
@ObjectType({ description: 'A sports class (スポーツ教室).' })
@Directive('@key(fields: "id")')
export class SportsClass extends TimedOpportunity {}
