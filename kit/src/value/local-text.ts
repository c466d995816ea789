import 'reflect-metadata';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** Who made a text. */
export enum TextOrigin {
  HUMAN = 'HUMAN',
  MACHINE = 'MACHINE',
}

registerEnumType(TextOrigin, {
  name: 'TextOrigin',
  description: 'Who made a text (作成方法).',
  valuesConfig: {
    HUMAN: { description: 'A person wrote it (人による).' },
    MACHINE: { description: 'A machine translated it (機械翻訳).' },
  },
});

/** A text in another language or a plainer one. */
@ObjectType({
  description: 'A text in another language or a plainer one (別の言語・やさしい日本語での表記).',
})
@Directive('@shareable')
export class Rendering {
  @Directive('@tag(name: "public")')
  @Field(() => String, { description: 'The text itself (本文).', simple: true })
  text!: string;

  @Directive('@tag(name: "public")')
  @Field(() => TextOrigin, { description: 'Who made it (作成方法).', simple: true })
  origin!: TextOrigin;
}

/** A text in Japanese with its reading, and in plain Japanese and English where somebody wrote them. */
@ObjectType({
  description:
    'A text in Japanese with its reading, and in other renderings where they exist (表記).',
})
@Directive('@shareable')
export class LocalText {
  @Directive('@tag(name: "public")')
  @Field(() => String, { description: 'Japanese (日本語).', simple: true })
  ja!: string;

  @Directive('@tag(name: "public")')
  @Field(() => String, { nullable: true, description: 'Reading in katakana (カナ).', simple: true })
  kana?: string | null;

  @Directive('@tag(name: "public")')
  @Field(() => Rendering, {
    nullable: true,
    description: 'Plain Japanese (やさしい日本語).',
    simple: true,
  })
  plain?: Rendering | null;

  @Directive('@tag(name: "public")')
  @Field(() => Rendering, { nullable: true, description: 'English (英語).', simple: true })
  en?: Rendering | null;
}

/** A text in Japanese and in English, both written by people. */
export function bilingual(ja: string, en: string): LocalText {
  return { ja, en: { text: en, origin: TextOrigin.HUMAN } };
}
