/** A mail in plain text. Addresses are kept apart from names, so neither can turn into a header. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Made by a machine for a person who did not ask for it just now; other machines must not answer (RFC 3834). */
  automatic: boolean;
  /** Encrypted words, for whoever has the key. */
  sealed?: { name: string; message: string } | undefined;
}
