/** Something that waits at the desk, in a list. */
export interface LinkedRow {
  href: string;
  /** What it is, in words. */
  subject: string;
  /** Whose it is, and how it stands. */
  about: string;
}
