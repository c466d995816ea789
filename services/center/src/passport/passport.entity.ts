import { Day, Flag, Kept, Moment, Text, Whole } from '@manabi/kit/column';
import { guardedConnection } from '@manabi/kit/connection/guarded-connection';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** A resident's own record of learning; it exists only while its owner consents. */
@Entity()
@ObjectType({
  description:
    "A resident's own record of learning, kept while its owner consents (生涯学習パスポート).",
})
@Directive('@authenticated')
export class Passport {
  // Not the kit's Key: that one is public, and only its owner and whom the owner lets may know that there is one.
  @Field(() => ID, {
    nullable: true,
    description: 'Opaque; who knows it can still read nothing without consent (識別子).',
    simple: true,
  })
  @Property<object>({ primary: true, type: 'string', columnType: 'text' })
  id!: string;
  @Moment('When its owner consented to its being kept (保管への同意日時).', { required: true })
  consentedAt!: Date;

  /** Digest of the owner's name at the identity provider: nobody can be found in it. */
  @Kept('text', { required: true }) owner!: string;
}

/** One thing that somebody learned. */
@Entity()
@ObjectType({ description: 'One thing that its owner learned (学習の記録).' })
@Directive('@authenticated')
export class LearningRecord {
  @Field(() => ID, { nullable: true, description: 'Opaque (識別子).', simple: true })
  @Property<object>({ primary: true, type: 'string', columnType: 'text' })
  id!: string;
  @Text('What it was (学習内容).', { required: true }) title!: string;
  @Day('The day, in Japan (学習日).', { required: true }) learnedOn!: string;
  @Whole('Minutes that it took (学習時間、分).', { min: 1 }) minutes?: number | null;
  @Text("The owner's own note (ふりかえり).", { max: 1_000 }) note?: string | null;
  @Text('Code of the department that offered it, where the index knows (提供部署).')
  department?: string | null;
  @Flag('True when it was shown to others, e.g. taught or exhibited (成果の発表).')
  presented?: boolean | null;

  @Kept('text', { required: true }) passportId!: string;
  @Kept('text') opportunityId?: string | null;
  @Kept('text') groupId?: string | null;
}

/** A system that the owner lets read the passport. */
@Entity()
@ObjectType({ description: 'A system that the owner lets read it (閲覧への同意).' })
@Directive('@authenticated')
export class PassportReader {
  @PrimaryKey<object>({ type: 'string', columnType: 'text' }) passportId!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The name under which the system is registered (システム名).',
    simple: true,
  })
  @PrimaryKey<object>({ type: 'string', columnType: 'text' })
  reader!: string;
  @Moment('Since when (同意日時).', { required: true }) since!: Date;
}

/** A page of records, latest first. */
export const LearningRecordConnection = guardedConnection('LearningRecord', LearningRecord, {
  japanese: '学習の記録',
  page: 'A page of records, latest first',
  record: 'The record',
  signedIn: true,
});

/** How much was learned with one department. */
@ObjectType({ description: 'How much was learned with one department (部署別の学習).' })
@Directive('@authenticated')
export class LearnedWith {
  readonly departmentCode!: string | null;

  @Field(() => Int, { nullable: true, description: 'Records (件数).', simple: true })
  records!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes, as far as told (学習時間、分).',
    simple: true,
  })
  minutes!: number;
}

/** A passport as a file. */
@ObjectType({ description: 'A passport as a file that its owner may take along (書き出し).' })
@Directive('@authenticated')
export class PassportFile {
  @Field(() => String, {
    nullable: true,
    description: 'A name for the file (ファイル名).',
    simple: true,
  })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its media type (メディアタイプ).',
    simple: true,
  })
  mediaType!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What stands in it, JSON (内容).',
    simple: true,
  })
  content!: string;
}
