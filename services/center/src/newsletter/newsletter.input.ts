import { addRule } from '@manabi/kit/rules';
import { DepartmentWriteInput } from '@manabi/kit/write/write.input';
import { TimeSpan } from '@manabi/kit/value/time-span';
import { Field, InputType, Int } from 'type-graphql';
import { z } from 'zod';

/** An issue that is to be published. */
@InputType({ description: 'An issue that is to be published (発行の内容).' })
export class PublishNewsletterInput extends DepartmentWriteInput {
  @Field(() => String, { description: 'Its title, e.g. 生涯学習だより 12月号 (題).' })
  title!: string;

  @Field(() => TimeSpan, { description: 'The time of which it tells (対象期間).' })
  in!: TimeSpan;

  @Field(() => Int, {
    defaultValue: 4_000,
    description: 'Characters for which there is room, 200 to 20,000 (文字数の上限).',
  })
  characters!: number;
}

addRule(PublishNewsletterInput.prototype, 'title', z.string().trim().min(1).max(200));
addRule(PublishNewsletterInput.prototype, 'characters', z.int().min(200).max(20_000));
