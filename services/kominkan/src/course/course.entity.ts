import { OpportunityColumns } from '@manabi/kit/opportunity/opportunity.columns';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** A course of a community centre: one subject, followed over its sessions. */
@Entity()
@ObjectType({ description: 'A course or event of a community centre (公民館講座).' })
@Directive('@key(fields: "id")')
export class Course extends OpportunityColumns {}
