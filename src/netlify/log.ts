/** Writes an event to the function's log: ids and codes, never a citizen's words. */
export function log(event: object): void {
  console.log(JSON.stringify(event));
}
