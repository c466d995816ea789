import { Choice, Kept } from '@manabi/kit/column';
import { OpportunityColumns } from '@manabi/kit/opportunity/opportunity.columns';
import { Tri } from '@manabi/kit/value/tri';
import { Level } from '@manabi/kit/vocabulary/level';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** A course of a community centre: one subject, followed over its sessions. */
@Entity()
@ObjectType({ description: 'A course or event of a community centre (公民館講座).' })
@Directive('@key(fields: "id")')
export class Course extends OpportunityColumns {
  @Choice(Level, 'For whom it is meant by what they can already (レベル).', { public: true })
  level?: Level | null;

  @Choice(Tri, 'Whether children are minded meanwhile (保育の有無).', {
    required: true,
    public: true,
  })
  childcareOffered: Tri = Tri.UNKNOWN;

  /** People of the talent bank who teach it, in the order of the announcement. */
  @Kept('text[]', { required: true }) instructorIds: string[] = [];
}
