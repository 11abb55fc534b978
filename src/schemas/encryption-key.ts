import * as z from 'zod';

/**
 * A public key of OpenPGP as text (RFC 9580, section 6.2). What is in it is looked at where the content is checked:
 * that takes a library.
 */
export const armoredPublicKey = z
  .string()
  .max(
    60_000,
    'This is longer than any key that is needed here. Export one key, without pictures and signatures of others.',
  )
  .refine(
    (text) => !text.includes('PRIVATE KEY BLOCK'),
    'This is a private key. Remove it at once, make a new pair, and paste the public key.',
  )
  .regex(
    /^\s*-----BEGIN PGP PUBLIC KEY BLOCK-----[\s\S]+-----END PGP PUBLIC KEY BLOCK-----\s*$/,
    'Paste the whole public key, from “-----BEGIN PGP PUBLIC KEY BLOCK-----” to “-----END PGP PUBLIC KEY BLOCK-----”.',
  );
