/*
 * Gives each loaded form a key of its own, by which a double tap or a retry over another connection is known as the
 * same submission. Without it the server goes by the words and the sender's address.
 */
for (const input of document.querySelectorAll<HTMLInputElement>('[data-complaint-form] input[name="submissionKey"]')) {
  input.value ||= Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
