/** From so many offices on, none of them stands for the whole body. */
export const MANY_OFFICES = 13;

/** The office that stands for a body: the head office, which is listed first; undefined where many branches are listed. */
export function headOffice<O>(offices: readonly O[]): O | undefined {
  return offices.length < MANY_OFFICES ? offices[0] : undefined;
}
