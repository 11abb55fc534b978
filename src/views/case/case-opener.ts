/**
 * What opens the files of a case: reference and secret in a posted form, or the token of a signed link in the address.
 */
export type CaseOpener = { reference: string; secret: string } | { t: string };
