import { Choice } from '@manabi/kit/column';
import { RoomColumns } from '@manabi/kit/slot/room.columns';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, registerEnumType } from 'type-graphql';

/** What a room is furnished for. */
export enum StudyRoomPurpose {
  ASSEMBLY = 'ASSEMBLY',
  STUDY = 'STUDY',
  TATAMI = 'TATAMI',
  COOKING = 'COOKING',
  MUSIC = 'MUSIC',
  CRAFT = 'CRAFT',
  EXERCISE = 'EXERCISE',
  HALL = 'HALL',
  EXHIBITION = 'EXHIBITION',
  CHILDCARE = 'CHILDCARE',
}

registerEnumType(StudyRoomPurpose, {
  name: 'StudyRoomPurpose',
  description: 'What a room is furnished for (部屋の用途).',
  valuesConfig: {
    ASSEMBLY: { description: 'Assemblies (集会室).' },
    STUDY: { description: 'Learning in a group (学習室).' },
    TATAMI: { description: 'Tatami room (和室).' },
    COOKING: { description: 'Cooking (調理実習室).' },
    MUSIC: { description: 'Music, sound and film (視聴覚室・音楽室).' },
    CRAFT: { description: 'Craft (工作室).' },
    EXERCISE: { description: 'Light exercise (軽体操室).' },
    HALL: { description: 'Hall with seats (ホール).' },
    EXHIBITION: { description: 'Exhibitions (展示室).' },
    CHILDCARE: { description: 'Minding children (保育室).' },
  },
});

/** The slots of a day of the city's community centres, as published; a room may have others. */
export const publishedBands = [
  { opens: '09:00', closes: '13:00' },
  { opens: '13:00', closes: '16:00' },
  { opens: '16:00', closes: '18:30' },
  { opens: '18:30', closes: '22:00' },
];

/** A room of a community centre that groups can use. */
@Entity()
@ObjectType({ description: 'A room of a community centre that groups can use (学習室など).' })
@Directive('@key(fields: "id")')
export class StudyRoom extends RoomColumns {
  override bands = publishedBands;

  @Choice(StudyRoomPurpose, 'What it is furnished for (用途).', { public: true })
  purpose?: StudyRoomPurpose | null;
}
