import { ObjectType } from 'type-graphql';

/** What the library has of a cultural property; its fields are two lists, resolved beside. */
@ObjectType({ description: 'What the library has of a cultural property (関連する地域資料).' })
export class LocalMaterials {
  /** Code of the cultural property. */
  code!: string;
}
