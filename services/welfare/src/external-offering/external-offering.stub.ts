import { Directive, ObjectType } from 'type-graphql';

import { TimedOpportunity } from '../support/timed.stub.js';

/** What somebody beside the five services offers; kept elsewhere, here it gains what supports those who take part. */
@ObjectType({ description: 'Offered by others: culture, schools, universities (他機関の催し).' })
@Directive('@key(fields: "id")')
export class ExternalOffering extends TimedOpportunity {}
