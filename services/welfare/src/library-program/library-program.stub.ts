import { Directive, ObjectType } from 'type-graphql';

import { TimedOpportunity } from '../support/timed.stub.js';

/** An event of the library; kept elsewhere, here it gains what supports those who take part. */
@ObjectType({ description: 'An event of the library (図書館行事).' })
@Directive('@key(fields: "id")')
export class LibraryProgram extends TimedOpportunity {}
