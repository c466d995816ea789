/** What an address tells: all of it at once, or piece by piece where it may be long. */
export interface Told {
  readonly type: string;
  readonly body: string | AsyncIterable<string>;
  /** True where a department was silent, so that it is no answer to keep. */
  readonly isPartial?: boolean;
  /** Headers besides those that every answer has. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Why an address tells nothing. */
export class NotTold extends Error {
  override readonly name = 'NotTold';

  /** `status` is what HTTP calls it, `message` what a resident reads. */
  constructor(
    readonly status: 404 | 503,
    message: string,
  ) {
    super(message);
  }
}

/** Refuses an address that names nothing. */
export const nothingThere = (): NotTold =>
  new NotTold(404, 'アドレスがまちがっているか、案内がなくなりました。');

/** Refuses for now, because who knows did not answer: whoever keeps an older copy shall go on keeping it. */
export const notNow = (): NotTold =>
  new NotTold(503, 'ただいま情報を取得できません。しばらくしてから、もう一度お試しください。');
