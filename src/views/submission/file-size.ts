/** Kind and size of a file in a few signs: "PNG, 120 kB". */
export function fileSize(type: string, bytes: number): string {
  return `${(type.split('/')[1] ?? '').toUpperCase()}, ${Math.max(1, Math.round(bytes / 1024))} kB`;
}
