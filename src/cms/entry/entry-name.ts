/** What an entry is called by those who edit it: its name or title; without either, as its file. */
export function entryName({ name, title }: Record<string, unknown>, slug: string): string {
  return [name, title].find((text) => typeof text === 'string') ?? slug;
}
