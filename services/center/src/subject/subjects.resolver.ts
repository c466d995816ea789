import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { type ClassType, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { CulturalProperty } from '../cultural-property/cultural-property.entity.js';
import { Desk } from '../desk/desk.entity.js';
import { ExperienceProgram } from '../experience-program/experience-program.entity.js';
import { ExternalOffering } from '../external-offering/external-offering.entity.js';
import { Group } from '../group/group.entity.js';
import { Person } from '../person/person.entity.js';
import { SiteVisit } from '../site-visit/site-visit.entity.js';
import { Subject } from './subject.entity.js';
import { subjectsOf } from './subject.loader.js';

interface WithSubjects {
  readonly subjectKeys: SubjectKey[];
}

/** Gives a type of records the subjects that it is about, under the Japanese term of its counter. */
function subjectsField(type: ClassType<WithSubjects>, term: string): ClassType {
  @Resolver(() => type)
  class SubjectsField {
    @Public()
    @Directive('@listSize(assumedSize: 5)')
    @FieldResolver(() => [Subject], {
      nullable: 'itemsAndList',
      description: `What it is about (${term}).`,
    })
    subjects(
      @Root() { subjectKeys }: WithSubjects,
      @Ctx() { loaders }: Context,
    ): Promise<(Subject | null)[]> {
      return subjectsOf(loaders, subjectKeys);
    }
  }
  return SubjectsField;
}

/** The subjects of everything that the registers keep under subjects. */
export const subjectsFields: readonly ClassType[] = [
  ...[Desk, Group, Person, CulturalProperty, SiteVisit].map((type) => subjectsField(type, '分野')),
  subjectsField(ExperienceProgram, 'テーマ'),
  subjectsField(ExternalOffering, '分類'),
];
