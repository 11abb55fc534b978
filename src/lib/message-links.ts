/**
 * Opens a new SMS with these words and nobody to send it to. Android reads what follows "?" (RFC 5724), iOS what follows
 * "&"; after both each finds it. A space is %20: in a "+" phones show a plus.
 */
export function smsHref(words: string): string {
  return `sms:?&body=${encodeURIComponent(words)}`;
}

/** Opens WhatsApp to share words, on a phone or in the browser. The words pass WhatsApp's server: nothing secret. */
export function whatsappShareHref(words: string): string {
  return `https://wa.me/?text=${encodeURIComponent(words)}`;
}

/**
 * Opens WhatsApp's app with words that must stand in no web address: whatever is asked of wa.me could be logged there,
 * or by a proxy on the way.
 */
export function whatsappAppHref(words: string): string {
  return `whatsapp://send?text=${encodeURIComponent(words)}`;
}
