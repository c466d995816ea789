import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Who asks in the bench: a token and the public key it is verified with. */
export interface Passport {
  readonly issuer: string;
  readonly keys: { keys: object[] };
  readonly token: string;
}

/** Makes a key and signs a token of a department's system with it; it lasts as long as any bench. */
export async function issuedPassport(): Promise<Passport> {
  const issuer = 'https://id.example';
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const key = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256', use: 'sig' };
  const token = await new SignJWT({ role: 'department', client_id: 'bench', jti: 'bench' })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'bench' })
    .setIssuer(issuer)
    .setAudience('hub')
    .setSubject('bench')
    .setIssuedAt()
    .setExpirationTime('5h')
    .sign(privateKey);
  return { issuer, keys: { keys: [key] }, token };
}
