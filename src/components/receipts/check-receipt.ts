import { readReceipt } from '../../cases/receipts/read-receipt.ts';
import { checkChain, checkSignature, provesWords } from '../../cases/receipts/verify.ts';
import type { ChainDay, ReceiptKey, SignedReceipt } from '../../schemas/cases/receipt.ts';
import { factsOf, type FactWords } from '../../views/receipts/receipt-facts.ts';

/** Checks receipts in the browser. Only the chain is asked for; the receipt itself is sent nowhere. */
function offer(place: HTMLElement): void {
  const { portal = '' } = place.dataset;
  const keys = JSON.parse(place.dataset['keys'] ?? '[]') as ReceiptKey[];
  const words = JSON.parse(place.dataset['words'] ?? '{}') as FactWords;
  const find = <E extends HTMLElement>(selector: string): E | null => place.querySelector<E>(selector);
  const form = find<HTMLFormElement>('[data-receipt-form]');
  const text = find<HTMLTextAreaElement>('#receipt');
  const file = find<HTMLInputElement>('#receipt-file');
  const finding = find('[data-finding]');
  const wordsForm = find<HTMLFormElement>('[data-words-form]');
  if (!form || !text || !file || !finding || !wordsForm) return;
  let shown: SignedReceipt | undefined;
  let turn = 0;

  const show = (within: Element, ...found: string[]): void => {
    for (const sentence of within.querySelectorAll<HTMLElement>('[data-found]'))
      sentence.hidden = found.indexOf(sentence.dataset['found'] ?? '') < 0;
  };

  const showFacts = (receipt: SignedReceipt | undefined): void => {
    const facts = receipt ? factsOf(receipt, words) : {};
    for (const fact of finding.querySelectorAll<HTMLElement>('[data-fact]')) {
      const value = facts[fact.dataset['fact'] ?? ''] ?? '';
      fact.hidden = value === '';
      const told = fact.querySelector('dd');
      if (told) told.textContent = value;
    }
    const list = finding.querySelector<HTMLElement>('[data-facts]');
    if (list) list.hidden = !receipt;
  };

  const check = async (): Promise<void> => {
    const own = ++turn;
    const receipt = readReceipt(text.value);
    const signature = !receipt
      ? 'unreadable'
      : 'subtle' in crypto
        ? await checkSignature(receipt, keys, portal)
        : 'no-crypto';
    const isGenuine = signature === 'valid' || signature === 'valid-by-earlier-key';
    const chain = receipt && isGenuine ? await checkChain(receipt, keys, fetchDay) : '';
    // Another receipt was given meanwhile.
    if (own !== turn) return;
    shown = isGenuine ? receipt : undefined;
    show(finding, signature, chain);
    showFacts(receipt);
    wordsForm.hidden = !isGenuine;
    finding.hidden = false;
    finding.querySelector<HTMLElement>('h2')?.focus();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void check();
  });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      text.value = String(reader.result);
      void check();
    });
    reader.readAsText(chosen);
  });
  wordsForm.addEventListener('submit', (event) => {
    event.preventDefault();
    const receipt = shown;
    const given = wordsForm.querySelector('textarea')?.value ?? '';
    if (receipt) void provesWords(receipt, given).then((same) => show(wordsForm, same ? 'same' : 'different'));
  });
  for (const part of place.querySelectorAll<HTMLElement>('[data-with-script]')) part.hidden = false;
  for (const part of place.querySelectorAll<HTMLElement>('[data-without-script]')) part.hidden = true;
  const openAddress = (): void => {
    if (location.hash.length < 50) return;
    text.value = location.href;
    void check();
  };
  window.addEventListener('hashchange', openAddress);
  openAddress();
}

/** A day as it is published, the newest where none is named; undefined where it is not closed. */
async function fetchDay(day = 'newest'): Promise<ChainDay | undefined> {
  const answer = await fetch(`/receipts/${day}.json`, { cache: 'no-cache' });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error('The portal does not tell.');
  return (await answer.json()) as ChainDay;
}

for (const place of document.querySelectorAll<HTMLElement>('[data-check-receipt]')) offer(place);
