import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A certificate and its key, as PEM. */
export interface TestCertificate {
  cert: string;
  key: string;
}

/** An authority for tests, which lives as long as its process. */
export interface TestAuthority extends TestCertificate {
  /** Signs a certificate for a DNS name; valid for an hour around now unless said. */
  issue(name: string, valid?: { from: Date; until: Date }): TestCertificate;
}

/** Makes an authority with a fresh key. */
export function openAuthority(name: string): TestAuthority {
  const pair = freshPair();
  const issuer = { name, key: pair.privateKey };
  return {
    ...certificate({
      name,
      pair,
      issuer,
      extensions: [authorityExtension],
      valid: hourAroundNow(),
    }),
    issue: (host, valid = hourAroundNow()) =>
      certificate({
        name: host,
        pair: freshPair(),
        issuer,
        extensions: [nameExtension(host)],
        valid,
      }),
  };
}

interface Pair {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

interface Wanted {
  name: string;
  pair: Pair;
  issuer: { name: string; key: KeyObject };
  extensions: readonly Buffer[];
  valid: { from: Date; until: Date };
}

const freshPair = (): Pair => generateKeyPairSync('ec', { namedCurve: 'P-256' });

function hourAroundNow(): Wanted['valid'] {
  const halfHour = 1_800_000;
  return { from: new Date(Date.now() - halfHour), until: new Date(Date.now() + halfHour) };
}

// What follows writes X.509 version 3 (RFC 5280) in DER.

function certificate({ name, pair, issuer, extensions, valid }: Wanted): TestCertificate {
  const told = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    nameOf(issuer.name),
    sequence(time(valid.from), time(valid.until)),
    nameOf(name),
    pair.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', told, issuer.key);
  const whole = sequence(told, algorithm, bits(signature));
  const lines = whole.toString('base64').replaceAll(/.{1,64}/g, '$&\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`,
    key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const bytes = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...bytes]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const integer = (bytes: Buffer): Buffer => der(0x02, bytes);
const bits = (bytes: Buffer): Buffer => der(0x03, Buffer.from([0]), bytes);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));

// ecdsa-with-SHA256, 1.2.840.10045.4.3.2
const algorithm = sequence(oid('2a8648ce3d040302'));

// commonName, 2.5.4.3
function nameOf(text: string): Buffer {
  return sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(text)))));
}

function time(date: Date): Buffer {
  const digits = date.toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return der(0x18, Buffer.from(digits));
}

// basicConstraints, 2.5.29.19, critical: an authority
const authorityExtension = sequence(
  oid('551d13'),
  der(0x01, Buffer.from([0xff])),
  der(0x04, sequence(der(0x01, Buffer.from([0xff])))),
);

// subjectAltName, 2.5.29.17: a DNS name
function nameExtension(host: string): Buffer {
  return sequence(oid('551d11'), der(0x04, sequence(der(0x82, Buffer.from(host)))));
}
