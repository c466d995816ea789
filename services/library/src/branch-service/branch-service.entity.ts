import { Choice, Kept, Key, Moment, Value, Whole } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Tri } from '@manabi/kit/value/tri';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, registerEnumType } from 'type-graphql';

/** What a branch does for readers who cannot come or cannot read print. */
export enum BranchServiceKind {
  HOME_DELIVERY = 'HOME_DELIVERY',
  POSTAL_LENDING = 'POSTAL_LENDING',
  FACE_TO_FACE_READING = 'FACE_TO_FACE_READING',
  RECORDING = 'RECORDING',
  BRAILLE_TRANSCRIPTION = 'BRAILLE_TRANSCRIPTION',
  PLAYER_LOAN = 'PLAYER_LOAN',
  READING_AIDS = 'READING_AIDS',
  WRITTEN_TALK = 'WRITTEN_TALK',
}

registerEnumType(BranchServiceKind, {
  name: 'BranchServiceKind',
  description:
    'What a branch does for readers who cannot come or cannot read print (ハンディキャップサービスの種類).',
  valuesConfig: {
    HOME_DELIVERY: { description: 'Brings titles to the door (宅配).' },
    POSTAL_LENDING: { description: 'Lends by post (郵送貸出).' },
    FACE_TO_FACE_READING: { description: 'Somebody reads aloud to the reader (対面朗読).' },
    RECORDING: { description: 'Records a title that is wanted (音訳).' },
    BRAILLE_TRANSCRIPTION: { description: 'Puts a title that is wanted into Braille (点訳).' },
    PLAYER_LOAN: { description: 'Lends players for DAISY (再生機の貸出).' },
    READING_AIDS: { description: 'Has magnifiers and readers on the spot (拡大読書器など).' },
    WRITTEN_TALK: { description: 'Talks in writing or in sign (筆談・手話での応対).' },
  },
});

/** One service of a branch for readers who cannot come or cannot read print. */
@Entity({ tableName: 'branch_service' })
@ObjectType({
  description:
    'A service of a branch for readers who cannot come or cannot read print (ハンディキャップサービス).',
})
@Directive('@key(fields: "id")')
export class BranchService {
  @Key('Opaque and stable (識別子).') id!: string;
  @Choice(BranchServiceKind, 'Which service (種類).', { required: true, public: true })
  kind!: BranchServiceKind;
  @Choice(Tri, 'Whether the branch has it (実施の有無).', { required: true, public: true })
  offered!: Tri;
  @Value(() => LocalText, 'For whom (対象者).', { public: true }) forWhom?: LocalText | null;
  @Value(() => LocalText, 'How to use it (利用方法).', { public: true })
  howToUse?: LocalText | null;
  @Choice(Tri, 'Whether one must book ahead (予約の要否).', { public: true })
  booking?: Tri | null;
  @Whole('What it costs, in yen; 0 is free (料金、円).', { public: true, min: 0 })
  feeYen?: number | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
  @Moment('When the library withdrew it (終了日時).', { public: true }) withdrawnAt?: Date | null;
  @Kept('text', { required: true }) branchId!: string;
  /** Data set and key under which a file names it; empty for what was entered here. */
  @Kept('text') sourceKey?: string | null;
  /** Tells whether the file's row changed since it was last read. */
  @Kept('text') sourceHash?: string | null;
}
