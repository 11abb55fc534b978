/**
 * Copies words; gives whether it worked. On a page without TLS, and on old phones, there is no clipboard to write to, but
 * what is selected can still be copied.
 */
export async function copyWords(words: string): Promise<boolean> {
  try {
    // Types say that it is always there; over plain HTTP it is not.
    const { clipboard } = navigator as Partial<Navigator>;
    if (clipboard) {
      await clipboard.writeText(words);
      return true;
    }
  } catch {
    // The browser asked and was told no, or asks nobody: the old way needs no leave.
  }
  return copySelected(words);
}

function copySelected(words: string): boolean {
  const field = document.createElement('textarea');
  field.value = words;
  field.readOnly = true;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
  }
}
