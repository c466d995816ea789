import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A facility of the city; its register is kept elsewhere, here it gains what learners say of it. */
@ObjectType({ description: 'A facility of the city (公共施設).' })
@Directive('@key(fields: "code")')
export class Facility {
  @Directive('@tag(name: "public")')
  @Field(() => ID, {
    description: 'Code in the register of facilities (施設コード).',
    simple: true,
  })
  code!: string;
}

/** What a reference to a facility means: the facility, to which what learners say is added. */
export const facilityReference = ({ code }: { code: string }): Facility => ({ code });
