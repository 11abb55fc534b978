/**
 * Text that the CMS leaves in its commits, so that a restart forgets nothing: the stage, and the window in which the
 * edit was made.
 */
export function withTrailers(subject: string, trailers: Record<string, string | undefined>): string {
  const lines = Object.entries(trailers).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return `${subject}\n\n${lines.join('\n')}\n`;
}

/** The value of a trailer of a commit's message; undefined where there is none. */
export function trailer(message: string, name: string): string | undefined {
  return message
    .split('\n')
    .findLast((line) => line.startsWith(`${name}: `))
    ?.slice(name.length + 2);
}
